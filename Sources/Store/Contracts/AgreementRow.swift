package import Maintenance

extension Agreement: Projected {
  package static let subjectKind = Subject.Kind.agreement
  package static let table = "agreement"
  package static let columns = [
    "id", "version", "reference", "title", "client_name", "version_count", "valid_from",
  ]

  package var row: [SQLValue] {
    [
      .integer(id.number), .integer(Int64(version)), .text(reference), .text(title),
      .text(clientName), .integer(Int64(versions.count)),
      latest.map { .text($0.validFrom.iso) } ?? .null,
    ]
  }

  package var texts: [String] {
    let signed = (versions.compactMap(\.signing) + (signing.map { [$0] } ?? [])).map(\.document)
    return versions.map(\.sha256) + (proposedText.map { [$0] } ?? [])
      + signed.flatMap { [$0.text, $0.digest] }
  }
}
