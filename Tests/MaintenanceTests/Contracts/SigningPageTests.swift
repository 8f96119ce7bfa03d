import Testing

@testable import Maintenance

struct SigningPageTests {
  private func page(_ change: (inout Contract) -> Void = { _ in }) -> SigningPage {
    var contract = FullContract.contract
    change(&contract)
    return SigningPage(of: contract)
  }

  @Test func `each signatory stands with capacity and power`() {
    let page = page {
      $0.provider.representative.isLegalRepresentative = true
      $0.client.representative.isLegalRepresentative = false
      $0.client.representative.power = PowerOfAttorney()
      $0.client.representative.power?.day = Day(year: 2026, month: 9, day: 1)
      $0.client.representative.power?.isJoined = true
    }
    #expect(page.signatories.map(\.side) == ["Pour le Prestataire", "Pour le Client"])
    #expect(page.signatories[0].name == "Claire Besson")
    #expect(page.signatories[0].capacity == "présidente")
    #expect(page.signatories[0].power == "Représentant légal")
    #expect(
      page.signatories[1].power
        == "Signe en vertu d’un pouvoir du 1er\u{A0}septembre\u{A0}2026, joint au Contrat")
  }

  @Test func `a sole trader signs in person`() {
    let page = page {
      $0.client.legalForm = "EI"
      $0.client.representative = Representative()
    }
    #expect(page.signatories[1].name == FullContract.contract.client.name)
    #expect(page.signatories[1].capacity == "entrepreneur individuel")
    #expect(page.signatories[1].power == "S’engage en son nom")
  }

  @Test func `paper has its originals, a file is the original`() {
    let paper = page {
      $0.signature.level = .handwritten
      $0.signature.copies = 3
      $0.signature.place = "Lyon"
    }
    #expect(paper.originals == "Fait en 3 originaux, dont un pour chaque Partie.")
    #expect(paper.place == "à Lyon")
    #expect(page { $0.signature.level = .simple }.originals.contains("le fichier signé"))
  }
}
