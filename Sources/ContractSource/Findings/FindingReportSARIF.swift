extension FindingReport {
  /// The schema that `sarif()` holds to.
  static let sarifSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// One run of SARIF 2.1.0 (OASIS, errata 01), for editors and forges that show findings; columns
  /// count Unicode scalars. No line break at the end.
  package func sarif() -> String {
    let rules = reading.findings.reduce(into: [Finding]()) { rules, finding in
      if !rules.contains(where: { $0.rule == finding.rule }) { rules.append(finding) }
    }
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.rule, $0) })
    return JSONText.object([
      (key: "$schema", value: .string(Self.sarifSchema)),
      (key: "version", value: .string("2.1.0")),
      (
        key: "runs",
        value: .list([
          .object([
            (key: "tool", value: .object([(key: "driver", value: driver(rules))])),
            (key: "columnKind", value: .string("unicodeCodePoints")),
            (key: "language", value: .string("fr-FR")),
            (key: "invocations", value: .list([invocation])),
            (
              key: "results",
              value: .list(reading.findings.map { result($0, rule: places[$0.rule] ?? 0) })
            ),
          ])
        ])
      ),
    ]).printed
  }

  private var invocation: JSONText {
    .object([
      (key: "executionSuccessful", value: .flag(reading.isReadable)),
      (key: "exitCode", value: .integer(Int(exitCode))),
    ])
  }

  /// What each rule that found something rests on.
  private func driver(_ rules: [Finding]) -> JSONText {
    .object([
      (key: "name", value: .string("diligence")),
      (
        key: "rules",
        value: .list(
          rules.map { finding in
            .object([
              (key: "id", value: .string(finding.rule)),
              (key: "fullDescription", value: message(finding.basis)),
            ])
          })
      ),
    ])
  }

  private func result(_ finding: Finding, rule: Int) -> JSONText {
    .object([
      ("ruleId", .string(finding.rule)),
      ("ruleIndex", .integer(rule)),
      ("level", .string(finding.severity.word)),
      (
        "message",
        message([finding.message, finding.help].compactMap { $0 }.joined(separator: "\n"))
      ),
      ("locations", .list([location(finding)])),
    ])
  }

  private func location(_ finding: Finding) -> JSONText {
    .object([
      (
        "physicalLocation",
        .object([
          (
            key: "artifactLocation",
            value: .object([(key: "uri", value: .string(address(of: reading.file)))])
          ),
          (
            key: "region",
            value: .object([
              (key: "startLine", value: .integer(finding.position.line)),
              (key: "startColumn", value: .integer(finding.position.scalar)),
            ])
          ),
        ])
      ),
      (
        "logicalLocations",
        finding.path.isEmpty
          ? nil
          : .list([.object([(key: "fullyQualifiedName", value: .string(finding.path))])])
      ),
    ])
  }

  private func message(_ text: String) -> JSONText {
    .object([(key: "text", value: .string(text))])
  }

  /// A path as a URI reference (RFC 3986): relative as it was given, absolute as a file's.
  private func address(of path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    let encoded = path.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isKept =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || "-._~/".unicodeScalars.contains(scalar)
      return isKept
        ? String(scalar) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }
}
