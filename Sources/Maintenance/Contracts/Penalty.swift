/// What a missed promise costs: by formula, or by steps of lateness.
package struct Penalty: Hashable, Sendable {
  package enum Trigger: String, CaseIterable, Sendable {
    case delays = "delais"
    case availability = "disponibilite"
    case report = "rapport"
    case operation
  }

  package enum Nature: String, CaseIterable, Sendable {
    case credit = "avoir"
    case indemnity = "indemnite"
  }

  package enum FormalNotice: String, CaseIterable, Sendable {
    case waived = "dispensee"
    case required = "requise"
  }

  /// Once the lateness is over `beyond`, so many percent of the base.
  package struct Step: Hashable, Sendable {
    /// None for any lateness.
    package var beyond: Delay?
    package var rate = FixedPoint(0)

    package init() {}
  }

  package var id = ""
  package var trigger = Trigger.delays
  /// Priorities, groups or operations meant; empty for all those of its trigger.
  package var targets: [String] = []
  /// As written: `V * R / 30`. `PenaltyFormula` computes it.
  package var formula: String?
  /// What V is, such as `redevance_mensuelle`.
  package var base: String?
  /// What R counts, such as `jours_de_retard`.
  package var lateness: String?
  /// What N is, when the formula has it.
  package var divisor: FixedPoint?
  package var steps: [Step] = []
  /// Percent of `capBase`.
  package var cap: FixedPoint?
  package var capBase: String?
  package var capAmount: Money?
  package var nature: Nature?
  package var formalNotice: FormalNotice?
  /// It settles all damage of that breach (libératoire); nothing when unsaid.
  package var isFinal: Bool?
  /// The client asks for it within this delay, or loses it.
  package var claimWithin: Delay?
  /// The provider is heard first.
  package var isHeardFirst = false
  /// Amounts under it are not asked for.
  package var exemption: Money?

  package init() {}
}

/// A penalty's formula: a product of variables and numbers over another.
///
/// V value, R lateness, N a number of the contract, F the month's fee, H hours of service in the
/// month, D missing points of availability.
package struct PenaltyFormula: Hashable, Sendable {
  package enum Variable: String, CaseIterable, Sendable {
    case value = "V"
    case lateness = "R"
    case number = "N"
    case fee = "F"
    case hours = "H"
    case gap = "D"
  }

  package enum Term: Hashable, Sendable {
    case variable(Variable)
    case number(FixedPoint)
  }

  package private(set) var factors: [Term] = []
  package private(set) var divisors: [Term] = []

  /// Nothing when the text is no such product, has over twelve terms, or divides by zero.
  package init?(_ text: String) {
    var isDivisor = false
    var word = ""
    var body = text[...]
    if let equals = body.firstIndex(of: "=") { body = body[body.index(after: equals)...] }
    for character in body + " *" {
      switch character {
      case " ", "\u{A0}", "\u{202F}": continue
      case "*", "×", "·", "/", "÷":
        guard let term = PenaltyFormula.term(word), add(term, dividing: isDivisor) else {
          return nil
        }
        isDivisor = character == "/" || character == "÷"
        word = ""
      default: word.append(character)
      }
    }
  }

  package var variables: Set<Variable> {
    Set(
      (factors + divisors).compactMap { term in
        if case .variable(let variable) = term { variable } else { nil }
      })
  }

  private mutating func add(_ term: Term, dividing: Bool) -> Bool {
    guard factors.count + divisors.count < 12 else { return false }
    if dividing {
      guard term != .number(FixedPoint(0)) else { return false }
      divisors.append(term)
    } else {
      factors.append(term)
    }
    return true
  }

  private static func term(_ word: String) -> Term? {
    if let variable = Variable(rawValue: word) { return .variable(variable) }
    let number = word.hasSuffix("%") ? String(word.dropLast()) : word
    guard let value = FixedPoint(String(number.map { $0 == "," ? "." : $0 })),
      value.millionths >= 0
    else { return nil }
    return .number(word.hasSuffix("%") ? FixedPoint(millionths: value.millionths / 100) : value)
  }
}
