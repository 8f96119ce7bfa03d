/// Words of the files kept with a ticket.
struct AttachmentWords: Sendable {
  var title: String
  var file: String
  var hint: String
  var add: String
  var erased: String
  /// Of so many bytes.
  var size: @Sendable (Int) -> String
}

extension AttachmentWords {
  static let french = AttachmentWords(
    title: "Pièces jointes", file: "Fichier",
    hint: "Jusqu’à 5\u{A0}Mo, que le client voit\u{A0}; son empreinte entre au registre.",
    add: "Joindre", erased: "Fichier effacé",
    size: { sized($0, units: ["octets", "Ko", "Mo"], decimal: ",") })

  static let english = AttachmentWords(
    title: "Attachments", file: "File",
    hint: "Up to 5\u{A0}MB, seen by the client; its digest goes into the register.",
    add: "Attach", erased: "File erased",
    size: { sized($0, units: ["bytes", "KB", "MB"], decimal: ".") })

  private static func sized(_ bytes: Int, units: [String], decimal: String) -> String {
    if bytes < 1024 { return "\(bytes)\u{A0}\(units[0])" }
    if bytes < 1 << 20 { return "\((bytes + 1023) / 1024)\u{A0}\(units[1])" }
    let tenths = (bytes * 10) >> 20
    return "\(tenths / 10)\(decimal)\(tenths % 10)\u{A0}\(units[2])"
  }
}
