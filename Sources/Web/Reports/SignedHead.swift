import Documents

extension Frame {
  /// A checkpoint as text and as a code that a telephone reads: whoever keeps it is a witness.
  func signedHead(_ checkpoint: String) -> HTML {
    let register = words.register
    return """
      <section class="panel"><h2>\(register.checkpoint)</h2><p>\(register.checkpointHint)</p>
      <div class="signed"><pre class="hash">\(checkpoint)</pre>\
      \(QRCode(Array(checkpoint.utf8)).map { code($0, register.checkpointCode) })</div></section>
      """
  }

  func sealed(_ title: String, _ hint: String, _ text: String) -> HTML {
    """
    <section class="panel"><h2>\(title)</h2><p>\(hint)</p><pre class="hash">\(text)</pre></section>
    """
  }

  func code(_ code: QRCode, _ label: String) -> HTML {
    """
    <svg class="qr" viewBox="0 0 \(code.side) \(code.side)" role="img" aria-label="\(label)">\
    <path d="\(code.path)"/></svg>
    """
  }
}
