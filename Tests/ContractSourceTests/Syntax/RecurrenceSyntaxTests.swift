import Maintenance
import TestSupport
import Testing

@testable import ContractSource

struct RecurrenceSyntaxTests {
  @Test(arguments: [
    ("chaque jour", Recurrence.Rule.daily(every: 1)),
    ("tous les 3 jours", .daily(every: 3)),
    ("chaque jour ouvré", .eachWorkingDay),
    ("chaque semaine le jeudi", .weekly(every: 1, on: [.thursday])),
    ("chaque semaine le jeudi et le lundi", .weekly(every: 1, on: [.monday, .thursday])),
    ("toutes les 2 semaines le lundi", .weekly(every: 2, on: [.monday])),
    ("chaque mois le 1er mardi", .monthly(every: 1, on: .nth(1, .tuesday))),
    ("chaque trimestre le 2e mercredi", .monthly(every: 3, on: .nth(2, .wednesday))),
    ("chaque mois le dernier vendredi", .monthly(every: 1, on: .lastOf(.friday))),
    ("tous les 2 mois le 15", .monthly(every: 2, on: .day(15))),
    ("chaque mois le 31", .monthly(every: 1, on: .day(31))),
    ("chaque mois le dernier jour", .monthly(every: 1, on: .last)),
    ("Chaque année le 1", .monthly(every: 12, on: .day(1))),
    ("chaque année le 15 mars", .yearly(every: 1, month: 3, on: .day(15))),
    ("tous les 2 ans le 1er octobre", .yearly(every: 2, month: 10, on: .day(1))),
    ("chaque année le 29 février", .yearly(every: 1, month: 2, on: .day(29))),
    ("chaque année le 1er lundi d’avril", .yearly(every: 1, month: 4, on: .nth(1, .monday))),
    ("chaque année le 1er jour ouvré de mars", .yearly(every: 1, month: 3, on: .day(1))),
    ("chaque mois le 5, sinon le jour ouvré suivant", .monthly(every: 1, on: .day(5))),
  ])
  func `a recurrence is read`(text: String, rule: Recurrence.Rule) throws {
    #expect(try Syntax.recurrence.read(text) == Recurrence(rule))
  }

  @Test(arguments: [
    "chaque mois le dernier jour sinon le jour ouvré précédent",
    "chaque mois le dernier jour ouvré",
  ])
  func `an occurrence may move back`(text: String) throws {
    #expect(
      try Syntax.recurrence.read(text)
        == Recurrence(.monthly(every: 1, on: .last), shift: .previous))
  }

  @Test(arguments: [
    "chaque", "chaque mois", "chaque mois le 32", "chaque mois le 5e lundi", "chaque jour le lundi",
    "tous les 0 mois le 3", "tous les", "chaque semaine le lundi mardi", "tous les 61 jours",
    "chaque semaine le lundi et le lundi", "chaque semaine le lundi et", "chaque année le 31 avril",
    "chaque année le 15 de mars", "chaque mois le 15 mars", "chaque mois le 0",
    "tous les 1 mois le 1",
    "chaque mois le 15 sinon", "chaque mois le 15 sinon le jour ouvré", "tous les 2 jours ouvrés",
    "chaque jour ouvré sinon le jour ouvré précédent", "chaque mois le dernier", "chaque lundi",
    "chaque mois le ２", "chaque semaine",
  ])
  func `another text is no recurrence`(_ text: String) {
    #expect(throws: Misread.self) { try Syntax<Recurrence>.recurrence.read(text) }
  }

  @Test func `what the document prints reads back the same`() throws {
    var drawn = DrawnRecurrence(seed: 0xCA1E)
    for _ in 0..<3_000 {
      let recurrence = drawn.next()
      #expect(try Syntax.recurrence.read(recurrence.french) == recurrence, "\(recurrence.french)")
    }
  }

  @Test func `a changed text is refused, or read as what its words say`() {
    var drawn = DrawnRecurrence(seed: 0xCA1F)
    var refused = 0
    for _ in 0..<6_000 {
      let text = slipped(drawn.next().french, &drawn)
      do throws(Misread) {
        let read = try Syntax<Recurrence>.recurrence.read(text)
        #expect(essence(read.french) == essence(text), "«\(text)» was read as «\(read.french)»")
      } catch {
        refused += 1
      }
    }
    #expect((2_000..<5_500).contains(refused))
  }

  /// One sign or one word less, more or other.
  private func slipped(_ text: String, _ drawn: inout DrawnRecurrence) -> String {
    var words = text.split(separator: " ").map(String.init)
    let place = drawn.number(0...words.count - 1)
    switch drawn.number(0...5) {
    case 0: words.remove(at: place)
    case 1: words.insert(words[place], at: place)
    case 2: words.swapAt(place, drawn.number(0...words.count - 1))
    case 3: words[place] += ["1", "s", "e", "0", ","][drawn.number(0...4)]
    case 4: words[place] = ["3", "31", "lundi", "mars", "dernier", "les"][drawn.number(0...5)]
    default: words[place].removeLast()
    }
    return words.joined(separator: " ")
  }

  /// The words that make the meaning, in no order: an account of the language apart from the
  /// reader's, that only compares.
  private func essence(_ text: String) -> [String] {
    var text = fold(text).replacing(",", with: "") + " "
    for (phrase, plain) in [
      ("chaque trimestre ", "tous 3 mois "), ("chaque semestre ", "tous 6 mois "),
      ("chaque mois ", "tous 1 mois "), ("chaque annee ", "tous 1 ans "),
      ("chaque an ", "tous 1 ans "), ("toutes ", "tous "), (" d'", " de "),
      (" du mois ", " "), (" ou a defaut le dernier jour ", " "), (" ou a defaut le 28 ", " "),
      (" sinon le jour ouvre suivant ", " "), (" 1er ", " 1 "), (" 2eme ", " 2 "),
    ] {
      text = text.replacing(phrase, with: plain)
    }
    var words = text.split(separator: " ").map(String.init)
      .filter { !["le", "les", "et", "de"].contains($0) }
      .map { ["tous", "jours", "ans", "semaines"].contains($0) ? String($0.dropLast()) : $0 }
      .map { ["annee": "an", "2e": "2", "3e": "3", "4e": "4"][$0] ?? $0 }
    let months = frenchMonths.map { fold($0) }
    if let place = words.firstIndex(of: "an"), !words.contains(where: months.contains), place > 0 {
      words[place] = "mois"
      words[place - 1] = String((Int(words[place - 1]) ?? 0) * 12)
    }
    return words.sorted()
  }
}
