/// Collects what is found while one file is read: findings, where each value is, what is broken.
final class FindingLog {
  static let maximumFindings = 200

  let source: SourceText
  private(set) var findings: [Finding] = []
  private(set) var isReadable = true
  private(set) var texts: [WrittenText] = []
  private var offsets: [String: Int] = ["": 0]
  private var brokenPaths: Set<String> = []
  private var pathsAboveBroken: Set<String> = []
  private var omitted = 0

  init(source: SourceText) {
    self.source = source
  }

  func report(
    _ rule: String, _ severity: Finding.Severity, at offset: Int?, path: String,
    _ message: String, help: String? = nil, basis: String
  ) {
    guard findings.count < Self.maximumFindings else {
      omitted += 1
      return
    }
    let offset = offset ?? self.offset(of: path)
    findings.append(
      Finding(
        rule: rule, severity: severity, position: source.position(offset), path: path,
        message: frenchTypography(message), help: help.map(frenchTypography), basis: basis,
        excerpt: source.excerpt(offset)))
  }

  /// By place, with a last note when there were too many to keep.
  func sortedFindings() -> [Finding] {
    var sorted = findings.sorted { ($0.position, $0.rule) < ($1.position, $1.rule) }
    if omitted > 0, let last = sorted.last {
      sorted.append(
        Finding(
          rule: "FMT-16", severity: .note, position: last.position, path: "",
          message: frenchTypography(
            "\(omitted) autres constats ne sont pas montrés ; corrigez d’abord ceux-ci."),
          basis: FormatFault.basis))
    }
    return sorted
  }

  func giveUp() {
    isReadable = false
  }

  func place(_ path: String, at offset: Int) {
    offsets[path] = offset
  }

  func keep(_ text: String, at path: String) {
    texts.append(WrittenText(path: path, text: text, folded: fold(text)))
  }

  /// True when the text has that key.
  func isWritten(_ path: String) -> Bool {
    offsets[path] != nil
  }

  /// Of the value; of the nearest enclosing value when the text lacks it.
  func offset(of path: String) -> Int {
    var path = path[...]
    while true {
      if let offset = offsets[String(path)] { return offset }
      guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return 0 }
      path = path[..<end]
    }
  }

  func markBroken(_ path: String) {
    brokenPaths.insert(path)
    pathsAboveBroken.formUnion(enclosing(path))
  }

  /// True when that value, one that holds it or one in it could not be read: a rule then says
  /// nothing of it, since the fault is already reported.
  func isBroken(_ path: String) -> Bool {
    brokenPaths.contains(path) || pathsAboveBroken.contains(path)
      || enclosing(path).contains(where: brokenPaths.contains)
  }

  /// True when nothing more will be kept: what a message would cost can be saved.
  var isFull: Bool { findings.count >= Self.maximumFindings }

  private func enclosing(_ path: String) -> [String] {
    path.indices.filter { path[$0] == "." || path[$0] == "[" }.map { String(path[..<$0]) }
  }
}

/// A text of the file, where it stands, and as words are compared.
struct WrittenText {
  var path: String
  var text: String
  var folded: String
}
