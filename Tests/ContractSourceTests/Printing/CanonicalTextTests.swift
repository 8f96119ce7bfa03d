import Maintenance
import TestSupport
import Testing

@testable import ContractSource

struct CanonicalTextTests {
  private static let seeds = Array(UInt64(1)...8)

  private func canonical(_ text: String) throws -> String {
    guard case .text(let text) = CanonicalText(of: Array(text.utf8), named: "t") else {
      throw Refused(text: text)
    }
    return text
  }

  private struct Refused: Error {
    let text: String
  }

  private func printed(_ content: Piece.Content) -> String {
    BlockPrinter.document(head: [], root: Piece(key: nil, content: content))
  }

  @Test(arguments: seeds)
  func `any tree is printed so that it is read again as it was`(_ seed: UInt64) throws {
    var nodes = RandomNodes(random: SplitMix64(seed: seed))
    for _ in 0..<200 {
      let content = Piece.Content.group(nodes.group(count: 5, depth: 4))
      guard !content.node.isEmptyGroup else { continue }
      let text = printed(content)
      let log = FindingLog(source: SourceText(text))
      let root = try #require(Composer.compose(text, log: log), "\(text)")
      #expect(content.node.difference(from: root) == nil, "\(text)")
      let once = try canonical(text)
      #expect(try canonical(once) == once)
    }
  }

  @Test(arguments: seeds)
  func `any contract is read again from its canonical form`(_ seed: UInt64) throws {
    var nodes = RandomNodes(random: SplitMix64(seed: seed))
    for _ in 0..<12 {
      let node = nodes.part(of: GroupShape.contract.sample)
      guard !node.isEmptyGroup else { continue }
      let contract = judge(node, log: FindingLog(source: SourceText("")))
      let text = try canonical(printed(node.contentToPrint))
      #expect(read(Array(text.utf8), named: "t").contract == contract)
    }
  }

  @Test(arguments: RepositoryFiles.names)
  func `an example is in its canonical form`(_ name: String) throws {
    let text = String(decoding: try RepositoryFiles.bytes(name), as: UTF8.self)
    #expect(try canonical(text) == text)
  }

  @Test(arguments: seeds)
  func `comments, blank lines and order survive whatever is cut out of a file`(
    _ seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let lines = commented.split(separator: "\n", omittingEmptySubsequences: false)
    for _ in 0..<100 {
      let kept = lines.filter { _ in Int.random(in: 0...7, using: &random) > 0 }
      let text = kept.joined(separator: "\n") + "\n"
      guard case .text(let once) = CanonicalText(of: Array(text.utf8), named: "t") else { continue }
      #expect(try canonical(once) == once, "\(text)")
      #expect(hashes(once) == hashes(text), "\(text)")
    }
  }

  private func hashes(_ text: String) -> Int {
    text.split(separator: "\n").count { $0.contains("# ") }
  }

  @Test func `keys take the order of the format, and comments follow them`() throws {
    #expect(try canonical(commented) == ordered)
  }

  @Test func `the layout of a file says nothing`() throws {
    let flow =
      "{format: diligence/contrat/1, prix: {forfait: [{montant: 2, id: \"a\"}], tva: '20 %'}}"
    let block = """
      prix:
          tva:   20 %
          forfait:
          -   id: a
              montant: 2
      format: "diligence/contrat/1"\r

      """
    #expect(try canonical(flow) == canonical(block))
  }

  @Test func `what YAML would take for something else stands between quotes`() throws {
    let text = """
      format: diligence/contrat/1
      reference: "2026"
      parties: { prestataire: { denomination: "no", capital: 100, siren: "999301120" } }
      prix:
        forfait:
          - { id: a, libelle: "1e3", montant: 2.50 }
      paiement: { escompte: "~" }
      duree: { effet: 2026-10-01 }

      """
    #expect(try canonical(text) == text)
  }

  @Test func `a file with a fault of syntax is refused with its fault`() {
    for text in ["a: [1\nb: 2\n", "a: 1\na: 2\n", "a: &x 1\n", "", "- a\n"] {
      guard case .refused(let reading) = CanonicalText(of: Array(text.utf8), named: "t") else {
        Issue.record("printed: \(text)")
        continue
      }
      #expect(reading.findings.count >= 1)
    }
  }
}

extension Node {
  fileprivate var isEmptyGroup: Bool {
    if case .map(let entries) = content { entries.isEmpty } else { false }
  }
}

private let commented = """
  # tête 1
  # tête 2

  # tête 3
  format: diligence/contrat/1 # fin de ligne
  prix: # chapitre
    tva: 20 %
    # avant le forfait

    forfait:
    # avant l'élément
    - id: a   # fin d'élément
      # avant le montant
      montant: 2.00
      libelle: 'un'
    - {id: b, # dedans
       montant: 12 }
    # - un élément retiré
    # fin de la liste
  # fin du chapitre
  # avant les parties

  parties:

    # avant le client
    client: {denomination: C, siren: 999301120 } # fin du client
    # fin des parties
  objet:
    besoins: |  # gardé
      ligne 1

      ligne 2

    # avant la maintenance
    maintenance: [] # rien
  operations: [ # vide
    # toujours vide
  ]
  reference: R
  # fin 1

    # fin 2
  """

private let ordered = """
  # tête 1
  # tête 2

  # tête 3
  format: diligence/contrat/1 # fin de ligne
  reference: R
  # fin du chapitre
  # avant les parties

  parties:
    # avant le client
    client: { denomination: C, siren: "999301120" } # fin du client
    # fin des parties
  objet:
    # avant la maintenance
    maintenance: [] # rien
    besoins: | # gardé
      ligne 1

      ligne 2
  # vide
  # toujours vide
  operations: []
  prix: # chapitre
    tva: 20 %
    # avant le forfait

    forfait:
      # avant l'élément
      - id: a # fin d'élément
        libelle: un
        # avant le montant
        montant: 2.00
      - id: b # dedans
        montant: 12
      # - un élément retiré
      # fin de la liste
  # fin 1

  # fin 2

  """
