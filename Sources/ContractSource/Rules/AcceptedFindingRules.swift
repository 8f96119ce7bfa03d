import Maintenance

/// What the parties know of and accept (`constats_acceptes`): a note with their reason.
enum AcceptedFindingRules {
  /// After every other rule: the last one looks at what they found.
  static let all = [firm, reason, idle]

  private static let basis = "format du contrat"

  static let firm = Rule("ACC-01", .error, basis: basis) { examination in
    examination.contract.acceptedFindings.enumerated().flatMap { index, accepted in
      FirmRules.reason(accepted.rule).map { why in
        [
          Remark(
            path: "constats_acceptes[\(index)].regle",
            message: "\(clipped(accepted.rule)) ne s’accepte pas : \(why)",
            help: "Corrigez ce que cette règle a trouvé, puis retirez cette ligne.")
        ]
      } ?? []
    }
  }

  static let reason = Rule("ACC-02", .error, basis: basis) { examination in
    examination.contract.acceptedFindings.enumerated().flatMap { index, accepted in
      remark(
        if: FirmRules.reason(accepted.rule) == nil && !accepted.isReasoned,
        at: "constats_acceptes[\(index)].motif",
        "le motif manque ou ne dit pas pourquoi le constat \(clipped(accepted.rule)) est accepté",
        help: "Quelques mots que l’autre partie comprendra dans un an.")
    }
  }

  static let idle = Rule("ACC-03", .warning, basis: basis) { examination in
    let found = examination.log.findings
    // A rule is silent on what could not be read: nothing can be said of it yet.
    guard !found.contains(where: { $0.rule.hasPrefix("FMT-") }), !examination.log.isFull else {
      return []
    }
    let ids = Set(Catalogue.rules.map(\.id))
    return examination.contract.acceptedFindings.enumerated().flatMap { index, accepted in
      let isFound = found.contains { accepted.covers($0.rule, at: $0.path) }
      let why =
        ids.contains(accepted.rule)
        ? "\(accepted.rule) ne trouve plus rien\(accepted.path == nil ? "" : " à cet endroit")"
        : "aucune règle ne se nomme « \(clipped(accepted.rule)) »"
      return remark(
        if: !isFound && FirmRules.reason(accepted.rule) == nil,
        at: "constats_acceptes[\(index)].regle", why, help: "Retirez cette ligne.")
    }
  }
}

extension AcceptedFinding {
  /// True for that rule at that place, or at one within the path given.
  func covers(_ rule: String, at place: String) -> Bool {
    guard rule == self.rule else { return false }
    guard let path else { return true }
    return place == path || place.hasPrefix("\(path).") || place.hasPrefix("\(path)[")
  }

  /// Three words or more: less is no reason.
  var isReasoned: Bool {
    reason.split { !$0.isLetter }.count { $0.count > 1 } >= 3
  }
}

extension Examination {
  /// The reason for which the parties accept that finding, when it can be accepted.
  func acceptance(of rule: String, at path: String) -> String? {
    guard FirmRules.reason(rule) == nil else { return nil }
    return contract.acceptedFindings.first { $0.isReasoned && $0.covers(rule, at: path) }?.reason
  }
}
