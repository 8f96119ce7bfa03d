import Testing

@testable import Maintenance

@Suite
struct ArticleLibraryTests {
  private func text(_ change: (inout Contract) -> Void = { _ in }) -> LegalText {
    var contract = FullContract.contract
    change(&contract)
    return LegalText(of: contract)
  }

  @Test func `parties are named with the mentions of commercial law`() {
    #expect(
      text().words(of: "parties.prestataire").hasPrefix(
        """
        La société Vigie Informatique, SAS au capital de 20\u{202F}000\u{A0}€, immatriculée au RCS \
        de Lyon sous le numéro 999\u{202F}123\u{202F}458, dont le siège est situé 12 rue des \
        Tisseurs, 69003 Lyon, représentée par Claire Besson, présidente
        """))
    #expect(text().words(of: "parties.client").contains("RCS d’Annecy"))
  }

  @Test func `clauses come and go with what the contract has`() {
    #expect(text { $0.price.prepaid = nil }.clause("prix.carnet") == nil)
    #expect(text { $0.support.onCall = nil }.clause("support.astreinte") == nil)
    #expect(text { $0.price.timeAndMaterials = nil }.clause("prix.hors_forfait") == nil)
    #expect(text { $0.price.travel = nil }.clause("prix.deplacement") == nil)
    #expect(text { $0.serviceLevels.penalties = [] }.clause("niveaux_de_service.penalites") == nil)
    #expect(text { $0.serviceLevels.pauses = [] }.clause("niveaux_de_service.suspensions") == nil)
    #expect(text { $0.scope.exclusions = [] }.clause("exclusions.regime") == nil)
    #expect(text { $0.price.indexation = nil }.article(containing: "revision") == nil)
    #expect(text { $0.acceptance = nil }.article(containing: "recette") == nil)
    let withoutData = text { $0.personalData = nil }
    #expect(withoutData.article(containing: "donnees") == nil)
    #expect(withoutData.annexes.count == 2)
  }

  @Test func `the kinds of maintenance decide what the object comprises`() {
    let all = text().words(of: "objet.nature")
    #expect(all.contains("maintenance préventive, maintenance corrective et infogérance"))
    #expect(all.contains("demandes courantes"))
    let corrective = text { $0.kinds = [.corrective] }.words(of: "objet.nature")
    #expect(corrective.contains("incidents"))
    #expect(!corrective.contains("demandes courantes"))
    let preventive = text { $0.kinds = [.preventive] }.words(of: "objet.nature")
    #expect(!preventive.contains("incidents"))
  }

  @Test func `a changed hour, delay, price or count changes the text`() {
    #expect(
      text().words(of: "support.heures").contains(
        """
        du lundi au vendredi, de 8\u{A0}h\u{A0}30 à 12\u{A0}h\u{A0}30 et de 13\u{A0}h\u{A0}30 à \
        18\u{A0}h
        """))
    let earlier = text { $0.support.hours.week[0] = [OpeningHours.Span(start: 480, end: 720)] }
    #expect(earlier.words(of: "support.heures").contains("le lundi, de 8\u{A0}h à 12\u{A0}h ;".set))
    #expect(text().words(of: "niveaux_de_service.P1").contains("rétablissement : 4 heures".set))
    let faster = text { $0.serviceLevels.levels[0].delays[.resolution] = Delay(3, .hours) }
    #expect(faster.words(of: "niveaux_de_service.P1").contains("rétablissement : 3 heures".set))
    #expect(text().words(of: "prix.postes").contains("29,00\u{A0}€ hors taxes"))
    #expect(text().words(of: "prix.postes").contains("986,00\u{A0}€"))
    let dearer = text { $0.price.fees[0].amount = Money(cents: 123_450) }
    #expect(dearer.words(of: "prix.postes").contains("1\u{202F}234,50\u{A0}€"))
    let larger = text { $0.scope.groups[0].count = 40 }
    #expect(larger.words(of: "perimetre.parc").contains("postes (40)"))
    #expect(larger.words(of: "prix.postes").contains("soit 40 à la prise"))
  }

  @Test func `a working day is printed with the hours it counts for`() {
    #expect(text().words(of: "niveaux_de_service.P3").contains("2 jours ouvrés, soit 17 h".set))
    #expect(text().words(of: "niveaux_de_service.decompte").contains("8 h 30 par jour".set))
  }

  @Test func `round-the-clock counting is told only for priorities on call`() {
    #expect(text().words(of: "niveaux_de_service.P1").contains("24 heures sur 24"))
    let off = text { $0.support.onCall?.priorities = ["P2"] }
    #expect(off.words(of: "niveaux_de_service.P1").contains("en Heures ouvrées"))
  }

  @Test func `the term says its first and last days and the last day to object`() {
    #expect(text().words(of: "duree.effet").contains("1er\u{A0}octobre\u{A0}2026"))
    #expect(text().words(of: "duree.effet").contains("30\u{A0}septembre\u{A0}2027"))
    #expect(text().words(of: "duree.reconduction").contains("30\u{A0}juin\u{A0}2027"))
  }

  @Test func `the coverage rules are told in the order they are applied`() {
    let words = text().words(of: "definitions.couverture")
    let order = ["Vigueur", "Exclusion", "Périmètre", "Heures", "Prestations", "Taux", "Devis"]
    let places = order.enumerated().map { index, rule in
      words.firstRange(of: "\(index + 1)°\u{A0}\(rule)")?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test func `an article of the parties replaces the library's of the same id`() {
    let text = text { $0.ownArticles = [own("prix", "Prix convenu", "Premier.\n\nSecond : dû.")] }
    let article = text.article(containing: "prix")
    #expect(article?.number == 11)
    #expect(article?.title == "Prix convenu")
    #expect(article?.clauses.map(\.id) == ["prix.1", "prix.2"])
    #expect(text.words(of: "prix.2") == "Second\u{A0}: dû.")
    #expect(text.number(of: "prix.carnet") == "11")
    #expect(text.words(of: "definitions.couverture").contains("(article\u{A0}11)"))
  }

  @Test func `an article with a new id comes before the evidence`() {
    let text = text { $0.ownArticles = [own("non_sollicitation", "", "Les Parties s'engagent.")] }
    #expect(text.articles.suffix(2).map(\.id) == ["non_sollicitation", "preuve"])
    #expect(text.articles.suffix(2).first?.title == "Non sollicitation")
    #expect(text.words(of: "non_sollicitation.1") == "Les Parties s’engagent.")
  }

  @Test func `without a flat fee the prepaid hours are told first`() {
    let text = text { $0.price.fees = [] }
    let rules = text.words(of: "definitions.couverture")
    #expect(rules.contains("payées\u{A0}: la demande est décomptée du carnet"))
    #expect(text.words(of: "paiement.echeancement").hasPrefix("Le carnet d’heures"))
  }

  @Test func `a breach is named by the duty or the article it breaks`() {
    let words = text().words(of: "resiliation.manquement")
    #expect(words.contains("paiement du prix, selon l’article\u{A0}12"))
    #expect(words.contains("accès, selon la clause\u{A0}10.2"))
  }

  @Test func `the same contract gives the same text`() {
    #expect(text() == text())
  }

  private func own(_ id: String, _ title: String, _ words: String) -> OwnArticle {
    var article = OwnArticle()
    article.id = id
    article.title = title
    article.text = words
    return article
  }
}

extension String {
  /// As the legal text sets it: short amounts of time do not break.
  fileprivate var set: String {
    let glued = replacing("4 heures", with: "4\u{A0}heures")
      .replacing("3 heures", with: "3\u{A0}heures").replacing("2 jours", with: "2\u{A0}jours")
      .replacing("17 h", with: "17\u{A0}h").replacing("8 h 30", with: "8\u{A0}h\u{A0}30")
    return glued.typesetInFrench
  }
}
