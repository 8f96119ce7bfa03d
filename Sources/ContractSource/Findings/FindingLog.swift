/// Collects what is found while one file is read: findings, where each value is, what is broken.
final class FindingLog {
  static let maximumFindings = 200

  let source: SourceText
  private(set) var findings: [Finding] = []
  private(set) var isReadable = true
  private var offsets: [String: Int] = ["": 0]
  private var brokenPaths: Set<String> = []
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
  }

  /// True when that value, one that holds it or one in it could not be read: a rule then says
  /// nothing of it, since the fault is already reported.
  func isBroken(_ path: String) -> Bool {
    brokenPaths.contains { broken in
      broken == path || isInside(broken, path) || isInside(path, broken)
    }
  }

  private func isInside(_ inner: String, _ outer: String) -> Bool {
    guard inner.hasPrefix(outer) else { return false }
    let next = inner.utf8.dropFirst(outer.utf8.count).first
    return outer.isEmpty || next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
  }
}
