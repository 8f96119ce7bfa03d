@testable import Documents
@testable import Maintenance

/// A small contract with every kind of block in its text, and data that wishes the press harm.
enum SampleDocument {
  static let source = Array("# Un contrat\nreference: CM-2026-014\n".utf8)
  static let endlessWord = String(repeating: "anticonstitutionnellement", count: 12)

  static func contract() -> Contract {
    var contract = Contract()
    contract.reference = "CM-2026-014"
    contract.title = "Contrat de maintenance — Atelier Lumen"
    contract.term.start = Day(number: 20_819)
    contract.provider.name = "Vigie Informatique"
    contract.provider.legalForm = "SAS"
    contract.provider.capital = 20_000
    contract.provider.siren = "999123458"
    contract.provider.representative.name = "Claire Besson"
    contract.provider.representative.capacity = "présidente"
    contract.signature.place = "à distance"
    contract.client.name = "Atelier Lumen"
    contract.client.seat.town = "Grenoble"
    return contract
  }

  static func document(
    adding words: String = "Rien de plus.", version: Int? = 1, source: [UInt8] = source
  ) -> ContractDocument {
    ContractDocument(
      contract: contract(), text: text(adding: words), version: version, source: source)
  }

  static func text(adding words: String) -> LegalText {
    LegalText(
      articles: [
        Article(
          id: "objet", number: 1, title: "Objet",
          clauses: [Clause(id: "objet.mission", number: "1.1", blocks: [.text(words)])]),
        Article(
          id: "niveaux_de_service", number: 7, title: "Niveaux de service",
          clauses: [
            Clause(
              id: "niveaux_de_service.delais", number: "7.1",
              blocks: [
                .text("Les délais courent à l'ouverture : 4 h pour P1 ; nul n'y déroge."),
                .table([["Priorité", "Délai"], ["P1", "4 h"], ["P2"]]),
                .items(["réponse attendue", "accès refusé"]),
                .items(["1° Vigueur", "2° Exclusion"]),
              ]),
            Clause(
              id: "niveaux_de_service.juge", number: "7.2",
              blocks: [.framed("Le tribunal de Lyon est seul compétent.")]),
          ],
          basis: "C. civ., art. 1103"),
      ],
      annexes: [Annex(number: 1, title: "Inventaire", blocks: [.table([]), .items([])])])
  }
}
