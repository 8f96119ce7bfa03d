import Maintenance

extension Frame {
  /// One button; for whom, why and which days only when somebody says so.
  func evidenceForm(of agreement: ID<Agreement>, ticket: ID<Ticket>? = nil) -> HTML {
    let register = words.register
    let path: Path = "/contrats/\(agreement)/dossiers"
    let lasting = ticket == nil ? days : ""
    return """
      <form method="post" action="\(path)" class="evidence">
      \(ticket.map { "<input type=\"hidden\" name=\"ticket\" value=\"\($0)\">" })
      <p><button type="submit">\(register.evidenceFile)</button>
      <span class="sub">\(register.evidenceHint)</span></p>
      <details><summary>\(register.evidenceMore)</summary>
      <div class="row"><label>\(register.evidenceFor)
      <input name="destinataire" maxlength="120"></label>
      <label>\(register.evidenceReason) <input name="motif" maxlength="120"></label></div>
      \(lasting)
      <p><label class="check"><input type="checkbox" name="ancrage"> \
      \(register.evidenceAnchored)</label></p></details></form>
      """
  }

  private var days: HTML {
    let register = words.register
    return """
      <div class="row"><label>\(register.evidenceFrom) <input type="date" name="du"></label>
      <label>\(register.evidenceTo) <input type="date" name="au"></label></div>
      """
  }
}
