import ContractSource

/// A step of the guided form.
enum GuidedStep: String, CaseIterable {
  case provider = "prestataire"
  case client
  case object = "objet"
  case service = "niveaux"
  case price = "prix"
  case term = "duree"
  case review = "relecture"

  var next: GuidedStep {
    let all = GuidedStep.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[min(index + 1, all.count - 1)]
  }

  var number: Int { (GuidedStep.allCases.firstIndex(of: self) ?? 0) + 1 }
}

/// One question of the guided form: a value of the text by its path.
struct GuidedField {
  enum Kind: Equatable {
    case text
    case long
    case number
    case day
    /// Texts that the form shows with commas between.
    case list
    case choice([String])
  }

  /// Also the name of the control; its words are found by `key`.
  var path: String
  var key: String
  var kind = Kind.text
  /// What the text itself calls the thing, said before the question.
  var subject: String?

  /// That of its control in the page.
  var id: String { "champ-" + path.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined() }
}

extension GuidedStep {
  /// The questions of the step; those about a list follow what the text has.
  func fields(of text: TextEditing) -> [GuidedField] {
    switch self {
    case .provider:
      party("parties.prestataire") + [
        field("parties.prestataire.iban", "iban"),
        field("parties.prestataire.assurance.assureur", "assureur"),
        field("parties.prestataire.assurance.police", "police"),
        field("parties.prestataire.assurance.echeance", "assurance_echeance", .day),
      ]
    case .client:
      party("parties.client") + [
        field("parties.client.effectif", "effectif", .number),
        field("parties.client.referent.nom", "referent"),
        field("parties.client.referent.telephone", "telephone"),
        field("parties.client.referent.courriel", "courriel"),
      ]
    case .object: object(text)
    case .service: service(text)
    case .price: price(text)
    case .term:
      [
        field("duree.effet", "effet", .day), field("duree.initiale", "initiale"),
        field(
          "duree.reconduction.mode", "reconduction", .choice(["tacite", "expresse", "aucune"])),
        field("duree.reconduction.duree", "reconduction_duree"),
        field("duree.reconduction.preavis", "preavis"),
        field("litiges.juridiction", "juridiction"),
      ]
    case .review: []
    }
  }

  private func field(
    _ path: String, _ key: String, _ kind: GuidedField.Kind = .text, of subject: String? = nil
  ) -> GuidedField {
    GuidedField(path: path, key: key, kind: kind, subject: subject)
  }

  private func party(_ side: String) -> [GuidedField] {
    [
      field("\(side).denomination", "denomination"), field("\(side).forme", "forme"),
      field("\(side).capital", "capital", .number), field("\(side).siren", "siren"),
      field("\(side).siret", "siret"), field("\(side).rcs", "rcs"), field("\(side).tva", "tva"),
      field("\(side).siege.voie", "voie"), field("\(side).siege.code_postal", "code_postal"),
      field("\(side).siege.commune", "commune"), field("\(side).representant.nom", "signataire"),
      field("\(side).representant.qualite", "qualite"),
      field("\(side).notifications", "notifications"),
    ]
  }

  private func object(_ text: TextEditing) -> [GuidedField] {
    [
      field("reference", "reference"), field("intitule", "intitule"),
      field("objet.besoins", "besoins", .long),
      field("objet.etat_des_lieux.date", "etat_des_lieux", .day),
      field("objet.etat_des_lieux.signe", "etat_signe", .choice(["true", "false"])),
    ]
      + rows("perimetre.sites", in: text).map { field("\($0).nom", "site") }
      + rows("perimetre.parc", in: text).map {
        field("\($0).nombre", "nombre", .number, of: text.value(at: "\($0).groupe"))
      }
  }

  private func service(_ text: TextEditing) -> [GuidedField] {
    let days = [
      "lundi_vendredi", "lundi_jeudi", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
      "dimanche",
    ]
    let hours = days.filter { text.has("support.heures.\($0)") }
      .map { field("support.heures.\($0)", "heures", .list, of: $0) }
    let levels = (1...6).map { "P\($0)" }
      .filter { text.has("niveaux_de_service.priorites.\($0)") }
      .flatMap { name in
        let path = "niveaux_de_service.priorites.\(name)"
        return [
          field("\(path).definition", "definition", of: name),
          field("\(path).prise_en_charge", "prise_en_charge", of: name),
          field("\(path).retablissement", "retablissement", of: name),
        ]
      }
    return hours + levels
  }

  private func price(_ text: TextEditing) -> [GuidedField] {
    rows("prix.forfait", in: text).map {
      field("\($0).montant", "forfait", of: text.value(at: "\($0).libelle"))
    }
      + (text.has("prix.carnet")
        ? [
          field("prix.carnet.heures", "carnet_heures", .number),
          field("prix.carnet.montant", "carnet_montant"),
          field("prix.carnet.validite", "carnet_validite"),
        ] : [])
      + [
        field("prix.hors_forfait.taux_horaire", "taux_horaire"),
        field("prix.deplacement.zone_1", "zone_1"), field("prix.deplacement.zone_2", "zone_2"),
        field("paiement.delai", "paiement_delai"),
      ]
  }

  /// Paths of a list's items, as many as a page can ask about.
  private func rows(_ path: String, in text: TextEditing) -> [String] {
    (0..<min(text.count(at: path), 12)).map { "\(path)[\($0)]" }
  }
}
