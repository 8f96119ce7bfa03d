import TestSupport
import Testing

@testable import ContractSource

/// Our verdict on thousands of numbers beside those of python-stdnum and schwifty.
struct IdentifierOracleTests {
  private static let seed: UInt64 = 0x1D_E471_F1E5

  /// Where we mean to judge otherwise: whose verdict, of which kind, and why.
  private struct Difference: Sendable {
    let reason: String
    /// 0 python-stdnum, 1 schwifty.
    let oracles: ClosedRange<Int>
    let kinds: Set<String>
    /// What we say where they say the contrary.
    let ours: Bool
    let applies: @Sendable (String) -> Bool
  }

  private static let differences = [
    Difference(
      reason: "they drop or convert signs that no one prints in a contract: points, hyphens, "
        + "lower case, figures of other scripts",
      oracles: 0...1, kinds: ["siren", "siret", "tva", "eu", "iban", "bic"], ours: false
    ) { text in
      text.unicodeScalars.contains { !isPlain($0) }
    },
    Difference(
      reason: "stdnum knows the plain space only; a French text groups digits by no-break spaces",
      oracles: 0...0, kinds: ["siren", "siret", "tva", "eu", "iban", "bic"], ours: true
    ) { text in
      text.contains("\u{A0}") || text.contains("\u{202F}")
    },
    Difference(
      reason: "stdnum takes a French number without FR",
      oracles: 0...0, kinds: ["tva"], ours: false
    ) { !$0.filter { $0 != " " && $0 != "\u{A0}" }.hasPrefix("FR") },
    Difference(
      reason: "stdnum checks no RIB key", oracles: 0...0, kinds: ["iban"], ours: false
    ) { ["FR", "MC"].contains(compact($0).prefix(2)) },
    Difference(
      reason: "we leave the national keys of other countries to their banks",
      oracles: 0...1, kinds: ["iban"], ours: true
    ) { !["FR", "MC"].contains(compact($0).prefix(2)) },
    Difference(
      reason: "schwifty takes countries and territories that the registry of ISO 13616 has not",
      oracles: 1...1, kinds: ["iban"], ours: false
    ) { text in
      flaw(text, as: IBAN.self)?.reason.hasPrefix("aucun IBAN") == true
    },
    Difference(
      reason: "ISO 9362:2014 lets digits into the first four signs, stdnum keeps to letters",
      oracles: 0...0, kinds: ["bic"], ours: true
    ) { compact($0).prefix(4).contains(where: \.isNumber) },
    Difference(
      reason: "schwifty leaves out XK, which ISO 3166 lets users take and Kosovo's banks use",
      oracles: 1...1, kinds: ["bic"], ours: true
    ) { compact($0).dropFirst(4).hasPrefix("XK") },
  ]

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar)
      || [" ", "\u{A0}", "\u{202F}"].contains(scalar)
  }

  private static func compact(_ text: String) -> String {
    text.filter { ![" ", "\u{A0}", "\u{202F}"].contains($0) }
  }

  private struct Question {
    let kind: String
    let number: String

    var isRight: Bool {
      switch kind {
      case "siren": flaw(number, as: SIREN.self) == nil
      case "siret": flaw(number, as: SIRET.self) == nil
      case "tva": ContractSource.number(number, as: VATNumber.self)?.country == "FR"
      case "eu": flaw(number, as: VATNumber.self) == nil
      case "iban": flaw(number, as: IBAN.self) == nil
      default: flaw(number, as: BIC.self) == nil
      }
    }
  }

  @Test func `our verdicts are those of stdnum and schwifty, but for stated differences`() throws {
    let questions = Self.questions()
    let answers = try Oracle("identifiers.py").answers(
      to: questions.map { "\($0.kind)\t\($0.number)" })
    var used: Set<Int> = []
    var right: [String: Int] = [:]
    var strays: [String] = []
    for (question, answer) in zip(questions, answers) {
      let isRight = question.isRight
      right[question.kind, default: 0] += isRight ? 1 : 0
      for (oracle, sign) in answer.enumerated() where sign == (isRight ? "0" : "1") {
        let reason = Self.differences.firstIndex {
          $0.oracles.contains(oracle) && $0.kinds.contains(question.kind) && $0.ours == isRight
            && $0.applies(question.number)
        }
        if let reason { used.insert(reason) } else { strays.append("\(question) \(answer)") }
      }
    }
    #expect(strays.prefix(20) == [], "seed \(Self.seed), \(strays.count) strays")
    #expect(right.allSatisfy { $0.value > 200 } && right.count == 5, "seed \(Self.seed): \(right)")
    #expect(used.count == Self.differences.count, "a difference that never shows: \(used.sorted())")
  }

  @Test func `no number that stdnum knows in another state is refused`() throws {
    let questions = Self.foreignVATNumbers()
    let answers = try Oracle("identifiers.py").answers(to: questions.map { "eu\t\($0.number)" })
    let right = zip(questions, answers).filter { $0.1.first == "1" }.map(\.0)
    #expect(right.filter { !$0.isRight }.map(\.number) == [], "seed \(Self.seed)")
    #expect(Set(right.map { $0.number.prefix(2) }).count > 20)
  }

  private static func questions() -> [Question] {
    var drawn = DrawnNumbers(seed: seed)
    var questions: [Question] = []
    func ask(_ kind: String, _ numbers: [String]) {
      for number in numbers {
        questions.append(Question(kind: kind, number: number))
        if Bool.random(using: &drawn.random) {
          questions.append(Question(kind: kind, number: drawn.slipped(number)))
        }
      }
    }
    for _ in 0..<300 {
      ask("siren", drawn.everyKey(drawn.digits(8)))
      ask("siret", drawn.sirets())
      ask("bic", (0..<10).map { _ in drawn.bic() })
      for kind in ["siren", "siret", "tva", "iban", "bic"] { ask(kind, [drawn.garbage()]) }
    }
    for _ in 0..<60 {
      let numbers = drawn.vatNumbers()
      ask("tva", numbers + numbers.prefix(97).map { String($0.dropFirst(2)) })
    }
    for _ in 0..<20 {
      for (country, shape) in IBAN.shapes.sorted(by: { $0.key < $1.key }) {
        ask("iban", [drawn.iban(country, shape.map { ($0.count, $0.kind) })])
      }
      for country in ["MA", "SN", "GP", "RE", "US", "ZZ"] {
        ask(
          "iban", [drawn.iban(country, [(24, "n")]), drawn.iban(country, [(10, "n"), (13, "n")])])
      }
    }
    return questions
  }

  private static func foreignVATNumbers() -> [Question] {
    var drawn = DrawnNumbers(seed: seed)
    return VATNumber.shapes.sorted { $0.key < $1.key }.flatMap { country, shapes in
      (0..<800).map { _ in
        let signs = drawn.pick(shapes).map { sign -> Character in
          switch sign {
          case "9": drawn.pick(DrawnNumbers.digits)
          case "A": drawn.pick(DrawnNumbers.capitals)
          default: sign
          }
        }
        return Question(kind: "eu", number: country + String(signs))
      }
    }
  }
}
