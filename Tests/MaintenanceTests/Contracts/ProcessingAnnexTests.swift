import Testing

@testable import Maintenance

/// GDPR art. 28, § 3: what a contract with a processor must say.
struct ProcessingAnnexTests {
  private let items: [(item: String, words: String)] = [
    ("object", "exécution du Contrat pour le compte du Client"),
    ("duration", "celle du Contrat, augmentée de la restitution"),
    ("nature", "accès, consultation, conservation, sauvegarde et restauration"),
    ("kinds of data", "identité"),
    ("persons", "salariés du client"),
    ("controller's rights and duties", "détermine les finalités et les moyens"),
    ("a: documented instructions", "que sur instruction documentée du Client"),
    ("b: confidentiality", "soumettre à une obligation de confidentialité"),
    ("c: security", "mesures de sécurité requises par l’article 32"),
    ("d: other processors", "impose à chacun les mêmes obligations"),
    ("e: rights of persons", "demandes des personnes qui exercent leurs droits"),
    ("f: articles 32 to 36", "respecter les articles 32 à 36 du RGPD"),
    ("g: fate of data", "restitue ou efface, au choix du Client"),
    ("h: audits", "permettre des audits, inspections comprises"),
    ("unlawful instruction", "si une instruction lui paraît contraire"),
  ]

  @Test func `the annex tells each of the fifteen items of article 28`() {
    let words = annex(FullContract.contract)
    #expect(items.count == 15)
    for (item, expected) in items { #expect(words.contains(expected), "\(item)") }
  }

  @Test func `purposes, data and persons are those of the contract`() {
    var contract = FullContract.contract
    contract.personalData?.purposes = ["paie du personnel"]
    contract.personalData?.categories = ["bulletins de salaire"]
    contract.personalData?.subjects = ["intérimaires"]
    let words = annex(contract)
    for said in ["paie du personnel", "bulletins de salaire", "intérimaires"] {
      #expect(words.contains(said))
    }
  }

  private func annex(_ contract: Contract) -> String {
    LegalText(of: contract).annexes.last?.blocks.flatMap(\.strings).joined(separator: "\n") ?? ""
  }
}
