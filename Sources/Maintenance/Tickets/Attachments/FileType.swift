/// What a file is by its first bytes, whatever its name says.
package enum FileType: String, CaseIterable, Sendable {
  case pdf = "application/pdf"
  case png = "image/png"
  case jpeg = "image/jpeg"
  case gif = "image/gif"
  case webP = "image/webp"
  /// Office documents and archives.
  case zip = "application/zip"
  case text = "text/plain"
  /// None of the others.
  case bytes = "application/octet-stream"

  private static let marks: [(FileType?, at: Int, [UInt8])] = [
    (.pdf, 0, Array("%PDF-".utf8)), (.png, 0, [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]),
    (.jpeg, 0, [0xFF, 0xD8, 0xFF]), (.gif, 0, Array("GIF8".utf8)),
    (.webP, 8, Array("WEBP".utf8)), (.zip, 0, [0x50, 0x4B, 3, 4]),
    // Programs of Windows, Linux, macOS, and scripts that a system starts by their first line.
    (nil, 0, Array("MZ".utf8)), (nil, 0, [0x7F, 0x45, 0x4C, 0x46]),
    (nil, 0, [0xCF, 0xFA, 0xED, 0xFE]), (nil, 0, [0xCA, 0xFE, 0xBA, 0xBE]),
    (nil, 0, Array("#!".utf8)),
  ]

  /// Nothing for a program, which no ticket takes.
  package init?(of bytes: [UInt8]) {
    let found = FileType.marks.first { bytes.dropFirst($0.at).starts(with: $0.2) }
    guard let type = found.map(\.0) ?? (FileType.isText(bytes) ? .text : .bytes) else {
      return nil
    }
    self = type
  }

  /// In UTF-8 or a single-byte code: no control character but those of lines and tabs.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(4096).allSatisfy { $0 >= 32 && $0 != 127 || (9...13).contains($0) }
  }

  private var endings: Set<String> {
    switch self {
    case .pdf: ["pdf"]
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg"]
    case .gif: ["gif"]
    case .webP: ["webp"]
    case .zip: ["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp"]
    case .text: ["txt", "log", "csv", "eml", "json", "xml", "md", "yaml", "yml", "ini", "conf"]
    case .bytes: ["bin", "msg", "evtx", "pcap", "dmp", "gz", "doc", "xls", "mp4", "mov", "heic"]
    }
  }

  /// The last step of a path, bounded, ending as files of this type do: what a name promises, the
  /// content keeps.
  package func fileName(_ sent: String) -> String {
    let steps = sent.split { $0 == "/" || $0 == "\\" }
    var name = String.UnicodeScalarView(
      (steps.last ?? "").unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        // Among them what turns the reading direction, and would hide an ending.
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: !"\"<>:|?*".unicodeScalars.contains(scalar)
        }
      }.prefix(120))
    while let first = name.first, " .".unicodeScalars.contains(first) { name.removeFirst() }
    let kept = name.isEmpty ? "fichier" : String(name)
    let ending = kept.split(separator: ".").dropFirst().last.map { $0.lowercased() }
    let isRight = ending.map(endings.contains) ?? false
    return isRight ? kept : "\(kept).\(usualEnding)"
  }

  private var usualEnding: String {
    switch self {
    case .pdf: "pdf"
    case .png: "png"
    case .jpeg: "jpg"
    case .gif: "gif"
    case .webP: "webp"
    case .zip: "zip"
    case .text: "txt"
    case .bytes: "bin"
    }
  }
}
