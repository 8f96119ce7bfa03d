import Testing

@testable import Maintenance

@Suite
struct LegalTextTests {
  private let text = LegalText(of: FullContract.contract)

  @Test func `a full contract has every article, in the order of the document`() {
    #expect(
      text.articles.map(\.id) == [
        "parties", "definitions", "objet", "perimetre", "operations", "support",
        "niveaux_de_service", "exclusions", "obligations_prestataire", "obligations_client",
        "prix", "paiement", "revision", "recette", "responsabilite", "confidentialite", "donnees",
        "propriete", "sous_traitance", "duree", "resiliation", "reversibilite", "force_majeure",
        "litiges", "preuve",
      ])
    #expect(text.articles.map(\.number) == Array(1...25))
    #expect(text.annexes.map(\.number) == [1, 2, 3])
    #expect(text.articles.allSatisfy { $0.basis?.isEmpty == false })
  }

  @Test func `clause numbers follow from order and ids are unique`() {
    for article in text.articles {
      for (index, clause) in article.clauses.enumerated() {
        #expect(clause.number == "\(article.number).\(index + 1)")
        #expect(clause.id.hasPrefix(article.id + "."))
        #expect(text.number(of: clause.id) == clause.number)
      }
    }
    let ids = text.articles.flatMap(\.clauses).map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(text.number(of: "prix") == "11")
    #expect(text.number(of: "inconnu.clause") == nil)
  }

  @Test func `every clause that a decision cites is there`() {
    let cited = [
      "duree.effet", "perimetre.sites", "perimetre.parc", "exclusions.logiciel",
      "exclusions.tiers", "exclusions.regime", "support.canaux", "support.heures",
      "support.astreinte", "niveaux_de_service.priorites", "niveaux_de_service.P1",
      "niveaux_de_service.P2", "niveaux_de_service.P3", "niveaux_de_service.decompte",
      "niveaux_de_service.suspensions", "niveaux_de_service.reouverture",
      "niveaux_de_service.penalites", "objet.nature", "operations.visite",
      "operations.restauration", "prix.postes", "prix.carnet", "prix.hors_forfait",
      "prix.deplacement", "prix.devis", "prix.tva", "paiement.echeancement", "paiement.delai",
      "paiement.retard", "definitions.couverture",
    ]
    for id in cited { #expect(text.clause(id) != nil, "\(id)") }
  }

  @Test func `the specification stands need by need beside its answer, cited by its number`() throws
  {
    guard case .table(let rows)? = text.clause("objet.cahier_des_charges")?.blocks.last else {
      Issue.record("no table")
      return
    }
    let number = try #require(text.number(of: "operations.restauration"))
    #expect(rows.count == 3)
    #expect(rows[1][0] == "Reprendre l'atelier dans la journée (reprise)".typesetInFrench)
    #expect(rows[1][2].contains("Jeanne Morel") && rows[1][2].contains("2026"))
    #expect(rows[1][3].contains("sauvegarde chaque nuit") && rows[1][3].contains(number))
    #expect(rows[2][3].contains("non retenu"))
  }

  @Test func `every citation of the coverage decision is a clause of its text`() {
    let terms = Terms(FullContract.contract, version: 1)
    for nature in TicketNature.allCases {
      for exclusion in [nil, "logiciel", "tiers"] {
        for site in ["grenoble", "ailleurs"] {
          for group in ["postes", "decoupe", "autre"] {
            let verdict = terms.verdict(
              on: CoverageQuestion(
                at: paris("2026-11-23 20:00"), channel: .portal, site: site, group: group,
                nature: nature, priority: "P2", exclusion: exclusion, prepaidMinutesLeft: 0))
            for citation in verdict.because { #expect(text.clause(citation.clause) != nil) }
          }
        }
      }
    }
  }

  @Test func `every cross-reference has a number, whatever the contract leaves out`() {
    for contract in ContractVariants.all {
      #expect(LegalComposition(contract).unresolved == [])
    }
  }

  @Test func `no mark of a template is left`() {
    let marks = [
      "[", "]", "{", "}", "_", "\\", "Optional(", "  ", "..", " .", " ,", ", ,", "à préciser",
    ]
    for contract in ContractVariants.all {
      for string in LegalText(of: contract).strings {
        for mark in marks { #expect(!string.contains(mark), "\(string)") }
        #expect(!string.hasPrefix(" ") && !string.hasSuffix(" "))
      }
    }
  }

  @Test func `spaces and apostrophes are those of French print`() {
    let plain = [" :", " ;", " !", " ?", " »", "« ", " €", " %", "'"]
    for contract in ContractVariants.all + [Contract()] {
      for string in LegalText(of: contract).strings {
        for fault in plain { #expect(!string.contains(fault), "\(string)") }
      }
    }
  }

  @Test func `only terms that the text uses are defined`() {
    let words = text.words(of: "definitions.termes")
    #expect(words.contains("Heures ouvrées\u{A0}: plages"))
    #expect(words.contains("Contournement") == false)
    var contract = FullContract.contract
    contract.serviceLevels.levels[0].delays[.workaround] = Delay(2, .hours)
    #expect(LegalText(of: contract).words(of: "definitions.termes").contains("Contournement"))
  }

  @Test func `the choice of court stands out`() {
    guard case .framed(let words)? = text.clause("litiges.juridiction")?.blocks.first else {
      Issue.record("not framed")
      return
    }
    #expect(words.contains("tribunal des activités économiques de Lyon"))
  }
}
