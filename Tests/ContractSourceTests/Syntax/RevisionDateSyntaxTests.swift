import Maintenance
import Testing

@testable import ContractSource

struct RevisionDateSyntaxTests {
  @Test(arguments: [
    ("chaque 1er janvier", RevisionDate.yearly(month: 1, day: 1)),
    ("au 1er janvier de chaque année", .yearly(month: 1, day: 1)),
    ("le 15 AOÛT", .yearly(month: 8, day: 15)),
    ("chaque 29 fevrier", .yearly(month: 2, day: 29)),
    ("à chaque date anniversaire", .anniversary), ("à la date anniversaire", .anniversary),
    ("à la date anniversaire du contrat", .anniversary),
    ("à chaque reconduction", .renewal),
  ])
  func `a revision date is read`(_ text: String, _ date: RevisionDate) throws {
    #expect(try Syntax.revisionDate.read(text) == date)
  }

  @Test(arguments: [
    "", "chaque année", "chaque 31 avril", "chaque 30 février", "chaque 0 mai", "chaque 1er",
    "janvier", "1er janvier", "chaque 1er janvier et 1er juillet", "à la demande", "tous les 2 ans",
    "chaque 99999999999999999999 mai",
  ])
  func `another text is no revision date`(_ text: String) {
    #expect(throws: Misread.self) { try Syntax<RevisionDate>.revisionDate.read(text) }
  }

  @Test func `what is printed of a date reads as that date`() throws {
    for month in 1...12 {
      for day in [1, 2, 28, 29] {
        let date = RevisionDate.yearly(month: month, day: day)
        let printed = date.french.replacing("\u{A0}", with: " ")
        #expect(try Syntax.revisionDate.read(printed) == date)
      }
    }
  }
}
