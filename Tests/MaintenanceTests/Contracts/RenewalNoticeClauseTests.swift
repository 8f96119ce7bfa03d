import Testing

@testable import Maintenance

/// C. conso. L215-4: the articles on tacit renewal, word for word, for who is no professional.
struct RenewalNoticeClauseTests {
  private func clause(_ change: (inout Contract) -> Void) -> Clause? {
    var contract = FullContract.contract
    contract.client.isNonProfessional = true
    change(&contract)
    return LegalText(of: contract).clause("duree.information_reconduction")
  }

  @Test func `a non-professional client reads the four articles in a frame`() throws {
    let clause = try #require(clause { _ in })
    guard case .framed(let law)? = clause.blocks.last else {
      Issue.record("not framed")
      return
    }
    for article in ["L215-1", "L215-2", "L215-3", "L241-3"] {
      #expect(law.contains("Article \(article). – "), "\(article)")
    }
    #expect(law.split(separator: "\n").count == 8)
    #expect(law.contains("dans un encadré apparent, la date limite de non-reconduction."))
    #expect(law.contains("n°\u{A0}86-1067"))
  }

  @Test func `nobody else does, nor who renews by an act`() {
    #expect(clause { $0.client.isNonProfessional = false } == nil)
    #expect(clause { $0.term.renewal = .express } == nil)
    #expect(clause { $0.term.initial = nil } == nil)
  }
}
