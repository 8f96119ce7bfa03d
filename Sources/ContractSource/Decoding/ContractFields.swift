import Maintenance

extension Contract {
  /// The whole file: one key a chapter, in the order in which a contract is read.
  init(_ fields: Fields, log: FindingLog) {
    self.init()
    readHeading(fields, log: log)
    readParties(fields)
    documents = fields.groups("documents", LinkedDocument.init)
    precedence = fields.list("hierarchie", .identifier)
    fields.group("objet") { readObject($0) }
    fields.group("perimetre") { scope = Scope($0) }
    operations = fields.groups("operations", PlannedOperation.init)
    fields.group("support") { support = Support($0) }
    fields.group("niveaux_de_service") { serviceLevels = ServiceLevels($0) }
    fields.group("client") { clientDuties = $0.groups("obligations", ClientDuty.init) }
    followUp = fields.group("suivi", FollowUp.init)
    fields.group("prix") { price = Price($0) }
    fields.group("paiement") { payment = Payment($0) }
    fields.group("duree") { term = Term($0) }
    fields.group("resiliation") { termination = Termination($0) }
    acceptance = fields.group("recette", Acceptance.init)
    confidentiality = fields.group("confidentialite", Confidentiality.init)
    personalData = fields.group("donnees", PersonalData.init)
    property = fields.group("propriete", Property.init)
    liability = fields.group("responsabilite", Liability.init)
    subcontracting = fields.group("sous_traitance", Subcontracting.init)
    nonSolicitation = fields.group("non_sollicitation", NonSolicitation.init)
    hardship = fields.group("imprevision", Hardship.init)
    fields.group("litiges") { disputes = Disputes($0) }
    publicContract = fields.group("marche_public", PublicContract.init)
    ownArticles = fields.groups("articles", OwnArticle.init)
    fields.group("signature") { signature = Signature($0) }
    acceptedFindings = fields.groups("constats_acceptes", AcceptedFinding.init)
  }

  private mutating func readHeading(_ fields: Fields, log: FindingLog) {
    let format = fields.read(
      "format",
      .oneOf(["diligence/contrat/1"]) { text in
        text == "diligence/contrat/1" ? text : nil
      })
    if format == nil, !log.isBroken("format") {
      log.reportMissing(
        "format", "la clé « format » manque : écrivez « format: diligence/contrat/1 »")
    }
    reference = fields.read("reference", .identifier) ?? ""
    title = fields.read("intitule", .text) ?? ""
    for key in ["reference", "intitule"] where !log.isWritten(key) && !log.isBroken(key) {
      log.reportMissing(key, "la clé « \(key) » manque : elle désigne le contrat")
    }
    _ = fields.read("langue", .oneOf(["fr"]) { $0 == "fr" ? $0 : nil })
    zone = fields.read("fuseau", .choice) ?? .paris
    amendment = fields.group("avenant", Amendment.init)
  }

  private mutating func readParties(_ fields: Fields) {
    fields.group("parties") { parties in
      parties.group("prestataire") { provider = Party($0) }
      parties.group("client") { client = Party($0) }
      parties.group("conclusion") { made in
        conclusion = made.read("lieu", .choice) ?? .providerPremises
        isOutsideMainActivity = made.read("hors_activite_principale", .flag)
        isWithdrawalFormJoined = made.read("formulaire_retractation", .flag) ?? false
      }
    }
  }

  private mutating func readObject(_ fields: Fields) {
    kinds = Set(fields.list("maintenance", .choice))
    needs = fields.read("besoins", .text)
    requirements = fields.groups("cahier_des_charges", Requirement.init)
    entryInventory = fields.group("etat_des_lieux", EntryInventory.init)
  }
}

extension Amendment {
  init(_ fields: Fields) {
    self.init()
    number = fields.read("numero", .integer(1...999))
    effective = fields.read("effet", .day)
    purpose = fields.read("objet", .text)
  }
}

extension Requirement {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    need = fields.read("besoin", .text) ?? ""
    importance = fields.read("importance", .choice) ?? .important
    saidBy = fields.read("exprime_par", .text)
    day = fields.read("date", .day)
    answer = fields.read("reponse", .text)
    operations = fields.list("operations", .identifier)
    declined = fields.read("ecarte", .text)
  }
}

extension EntryInventory {
  init(_ fields: Fields) {
    self.init()
    day = fields.read("date", .day)
    isSigned = fields.read("signe", .flag) ?? false
    reservations = fields.list("reserves", .text)
  }
}

extension ClientDuty {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    text = fields.read("texte", .text) ?? ""
    delay = fields.read("delai", .delay)
    suspendsClocks =
      fields.read("defaut", .oneOf(["suspension"]) { $0 == "suspension" ? true : nil }) ?? false
  }
}

extension OwnArticle {
  init(_ fields: Fields) {
    self.init()
    id = fields.read("id", .identifier) ?? ""
    title = fields.read("titre", .text) ?? ""
    text = fields.read("texte", .text) ?? ""
    after = fields.read("apres", .identifier)
  }
}
