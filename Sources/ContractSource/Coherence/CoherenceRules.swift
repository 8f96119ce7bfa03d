import Maintenance

/// What the parties' own words say, against what the data make run.
enum CoherenceRules {
  static let all = [delays, percentages, amounts, hours, dayKind, figures]

  private static let basis = "C. civ., art. 1190"

  static let delays = rule("COH-01") { if case .delay = $0 { true } else { false } }
  static let percentages = rule("COH-02") { if case .percent = $0 { true } else { false } }
  static let amounts = rule("COH-03") { if case .amount = $0 { true } else { false } }
  static let hours = rule("COH-04") {
    switch $0 {
    case .hours, .days: true
    default: false
    }
  }

  /// The same number of days, of another kind.
  static let dayKind = Rule("COH-05", .error, basis: basis) { examination in
    examination.statements.compactMap { statement in
      guard let expected = statement.sameDays else { return nil }
      return Remark(
        path: statement.path,
        message:
          "« \(statement.quantity.kind.french) » pour \(statement.subject), mais les données "
          + "disent « \(expected.french) »",
        help: "Jours ouvrés, ouvrables et calendaires ne se comptent pas de même : prenez le même "
          + "mot des deux côtés.")
    }
  }

  static let figures = Rule("COH-06", .error, basis: "C. civ., art. 1376 ; usage") { examination in
    examination.wordings.flatMap { wording in
      wording.sentences.flatMap(Quantity.all).compactMap { quantity in
        quantity.otherFigure.map {
          Remark(
            path: wording.path,
            message: "« \(quantity.kind.french) » en lettres et « \($0.french) » en chiffres ne "
              + "sont pas le même nombre")
        }
      }
    }
  }

  private static func rule(
    _ id: String, _ concerns: @escaping @Sendable (Quantity.Kind) -> Bool
  ) -> Rule {
    Rule(id, .error, basis: basis) { examination in
      examination.statements.filter { concerns($0.quantity.kind) && $0.sameDays == nil }.map {
        let expected = Array(Set($0.expected.map(\.french))).sorted().prefix(6)
        return Remark(
          path: $0.path,
          message:
            "cette rédaction dit « \($0.quantity.kind.french) » pour \($0.subject), mais les "
            + "données disent « \(expected.joined(separator: " », « ")) »",
          help: "Corrigez la rédaction ou la donnée : ce qui s’exécute est la donnée.")
      }
    }
  }
}

/// A measure that a sentence states of a subject, and that the data do not.
struct Contradiction {
  var path: String
  /// What the sentence speaks of, as the message names it.
  var subject: String
  var quantity: Quantity
  var expected: [Quantity.Kind]

  /// What the data say, when only the kind of day differs.
  var sameDays: Quantity.Kind? {
    guard case .delay(let count, let unit) = quantity.kind, Self.dayUnits.contains(unit) else {
      return nil
    }
    return expected.first {
      if case .delay(count, let other) = $0 { Self.dayUnits.contains(other) } else { false }
    }
  }

  private static let dayUnits: [Quantity.Unit] = [.workingDays, .businessDays, .days]
}

/// A text that the parties wrote freely, cut into sentences.
struct Wording {
  var path: String
  var sentences: [[WordToken]]
}

/// What the prose of one file says, worked out once for all rules that ask.
final class Prose {
  fileprivate var wordings: [Wording]?
  fileprivate var statements: [Contradiction]?
}

extension Examination {
  /// The parties' own articles and duties: prose that could say otherwise than the data.
  var wordings: [Wording] {
    if let wordings = prose.wordings { return wordings }
    let wordings = texts.filter {
      ($0.path.hasPrefix("articles[") || $0.path.hasPrefix("client.obligations["))
        && $0.path.hasSuffix(".texte")
    }.map { Wording(path: $0.path, sentences: WordToken.sentences(of: $0.folded)) }
    prose.wordings = wordings
    return wordings
  }

  /// Each measure that contradicts the data; one that names nothing known is left alone.
  var statements: [Contradiction] {
    if let statements = prose.statements { return statements }
    let statements = wordings.flatMap { wording in
      wording.sentences.flatMap { contradictions(in: $0, at: wording.path) }
    }
    prose.statements = statements
    return statements
  }

  private func contradictions(in sentence: [WordToken], at path: String) -> [Contradiction] {
    let quantities = Quantity.all(in: sentence)
    guard !quantities.isEmpty else { return [] }
    let words = SentenceWords(sentence)
    let named = Subject.all.filter { $0.isNamed(in: words) }
    guard !named.isEmpty else { return [] }
    let priorities = contract.serviceLevels.levels.filter { words.all.contains(fold($0.priority)) }
    let meant = priorities.isEmpty ? contract : only(priorities)
    let known = named.map { (subject: $0, values: $0.values(meant)) }
    return quantities.compactMap { quantity in
      let relevant = known.filter { $0.values.contains(where: quantity.kind.isComparable) }
      let expected = relevant.flatMap(\.values).filter(quantity.kind.isComparable)
      guard let subject = relevant.first?.subject, !expected.contains(where: quantity.kind.isSame)
      else {
        return nil
      }
      return Contradiction(
        path: path, subject: subject.name, quantity: quantity, expected: expected)
    }
  }

  /// The contract with those priorities alone: a sentence on P1 is compared with P1.
  private func only(_ levels: [ServiceLevel]) -> Contract {
    var contract = contract
    let codes = Set(levels.map(\.priority))
    contract.serviceLevels.levels = levels
    for index in contract.serviceLevels.plans.indices {
      contract.serviceLevels.plans[index].levels.removeAll { !codes.contains($0.priority) }
    }
    return contract
  }
}

extension Quantity.Kind {
  fileprivate func isSame(_ other: Quantity.Kind) -> Bool {
    normalized == other.normalized
  }
}
