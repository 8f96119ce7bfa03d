import Foundation
import Testing

/// One file of `Cases/`: what a rule finds, told by texts in which it speaks and the same mended.
///
///     # PRX-07 : le déplacement n'a pas de prix.
///     # Base : complet
///
///     --- # Faute : rien n'en est dit.
///     - ⟦PRX-07⟧prix.deplacement
///     --- # Corrigé
///     prix.deplacement: { zone_1: inclus, au_dela: devis }
///
/// Each text is a contract of `Bases/` with the values given put in their place (`BaseText`), or
/// the whole text itself when the base is `aucune`. A mark stands just before each place where a
/// finding must appear: nothing more, nothing less.
struct CaseFile {
  let id: String
  let title: String
  let cases: [RuleCase]

  static func all() throws -> [CaseFile] {
    try FileManager.default.contentsOfDirectory(
      at: RepositoryFiles.root.appending(path: folder), includingPropertiesForKeys: nil
    ).map(\.lastPathComponent).sorted().map(CaseFile.init)
  }

  private static let folder = "Tests/ContractSourceTests/Cases"

  private init(name: String) throws {
    let lines = try RepositoryFiles.text("\(Self.folder)/\(name)")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    id = String(name.dropLast(".yaml".count))
    let start = "# \(id) : "
    try #require(
      name.hasSuffix(".yaml") && lines[0].hasPrefix(start), "\(name) must begin with «\(start)»")
    title = String(lines[0].dropFirst(start.count))
    let declared = lines.first { $0.hasPrefix("# Base : ") }?.dropFirst("# Base : ".count)
    let base = declared.map(String.init) ?? "complet"

    var sections: [(line: Int, head: Substring, body: [String])] = []
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("--- # Faute : ") || line.hasPrefix("--- # Corrigé") {
        sections.append((index + 1, line.dropFirst("--- # ".count), []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].body.append(line)
      }
    }
    try #require(
      sections.count >= 2 && sections.count % 2 == 0
        && sections.enumerated().allSatisfy { $1.head.hasPrefix("Faute") == ($0 % 2 == 0) },
      "\(name) must go «--- # Faute : …», «--- # Corrigé», and so on")
    cases = sections.map {
      RuleCase(
        name: "\(name):\($0.line) \($0.head)", rule: String(name.dropLast(".yaml".count)),
        isFaulty: $0.head.hasPrefix("Faute"), base: base, body: $0.body)
    }
  }
}

/// A text in which a rule speaks, or the same mended.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let name: String
  let rule: String
  let isFaulty: Bool
  let base: String
  let body: [String]

  var testDescription: String { name }

  func text() throws -> MarkedText {
    if base == "aucune" { return MarkedText(try BaseText.unfolded(body)) }
    var text = try BaseText(base)
    try text.apply(body)
    return MarkedText(text.lines.joined(separator: "\n"))
  }
}
