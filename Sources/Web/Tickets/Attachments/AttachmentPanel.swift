import Maintenance
import Operations

extension Frame {
  /// The files of a ticket, and the form that adds one: a plain one, since a file is sent whole.
  func attachments(_ reading: TicketReading, refused: RefusedForm?) -> HTML {
    let ticket = reading.ticket
    let said = words.attachments
    let place = shell.once("/tickets/\(ticket.id)/pieces")
    let files = Array(ticket.attachments.enumerated())
    guard !files.isEmpty || Visit.may(.openTickets) else { return "" }
    return """
      <section class="panel acts" aria-labelledby="pieces"><h2 id="pieces">\(said.title)</h2>
      \(when: !files.isEmpty, """
        <ul class="plain-list">\(each: files, {
          "<li>\(attachment($0.element, "/tickets/\(ticket.id)/pieces/\($0.offset + 1)"))</li>"
        })</ul>
        """)
      \(when: Visit.may(.openTickets), """
        <form class="act" method="post" enctype="multipart/form-data" action="\(place)">\
        \(field(
          said.file, id: "piece", hint: said.hint,
          """
          <input type="file" name="fichier" id="piece" required aria-describedby="piece-aide">
          """))
        <button class="secondary" type="submit">\(said.add)</button></form>
        """)</section>
      """
  }

  private func attachment(_ file: Attachment, _ path: Path) -> HTML {
    let said = words.attachments
    let about = "\(file.by.name), \(formats.instant(file.at))"
    guard !file.isErased else {
      return "\(said.erased) <span class=\"sub\">\(about)</span>"
    }
    return """
      <a href="\(path)" download title="SHA-256 \(file.sha256)">\(file.name)</a> \
      <span class="sub">\(said.size(file.size)) · \(about)</span>
      """
  }
}
