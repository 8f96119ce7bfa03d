import Maintenance

/// What the template `contrat.typ` reads, in its order. Absent values are left out.
struct ContractLayout: Encodable {
  let reference: String
  let title: String
  let version: Int?
  let effective: String
  let fileName: String
  let signing: SigningLayout
  let provider: PartyLayout
  let client: PartyLayout
  let articles: [ArticleLayout]
  let annexes: [AnnexLayout]

  init(_ document: ContractDocument) {
    let contract = document.contract
    reference = contract.reference
    title = contract.title
    version = document.version
    effective = contract.effectiveDay.iso
    fileName = ContractLayout.fileName(for: contract.reference)
    signing = SigningLayout(SigningPage(of: contract))
    provider = PartyLayout(contract.provider)
    client = PartyLayout(contract.client)
    articles = document.text.articles.map(ArticleLayout.init)
    annexes = document.text.annexes.map(AnnexLayout.init)
  }

  /// A name that any system takes for the attached file.
  private static func fileName(for reference: String) -> String {
    let kept = reference.prefix(80).map { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
        ? character : "-"
    }
    return (kept.isEmpty ? "contrat" : String(kept)) + ".yaml"
  }
}
