import Maintenance

/// Personal data met while maintaining (GDPR art. 28).
enum PersonalDataRules {
  static let all = [missing, contents, vague, breach, transfer, end, statistics]

  static let missing = Rule("DAT-01", .error, basis: "RGPD, art. 28, § 3") { examination in
    remark(
      if: examination.contract.personalData == nil, at: "donnees",
      "qui dépanne un poste voit des données personnelles : l’annexe de sous-traitance manque")
  }

  static let contents = Rule("DAT-02", .error, basis: "RGPD, art. 28, § 3") { examination in
    guard let data = processing(examination) else { return [] }
    return [
      ("finalites", data.purposes.isEmpty, "les finalités du traitement"),
      ("categories", data.categories.isEmpty, "les catégories de données"),
      ("personnes", data.subjects.isEmpty, "les personnes concernées"),
    ].flatMap { key, isMissing, name in
      remark(
        if: isMissing, at: "donnees.\(key)", "l’annexe de sous-traitance ne dit pas \(name)",
        readingAlso: ["donnees.role"])
    }
  }

  static let vague = Rule("DAT-03", .warning, basis: "RGPD, art. 28, § 3") { examination in
    let vague = ["a definir", "a preciser", "selon le client", "toutes donnees"]
    return examination.texts.filter { written in
      written.path.hasPrefix("donnees.") && vague.contains(where: written.folded.contains)
    }.map {
      Remark(
        path: $0.path, message: "trop vague : dites quelles données, de qui et pour quoi faire")
    }
  }

  static let breach = Rule("DAT-04", .warning, basis: "RGPD, art. 33") { examination in
    remark(
      if: processing(examination).map { $0.breachNotice == nil } ?? false, at: "donnees.violation",
      "aucun nombre d’heures pour signaler une violation de données",
      help: "24 h à 48 h : le client n’en a que 72 pour prévenir la CNIL.",
      readingAlso: ["donnees.role"])
  }

  static let transfer = Rule("DAT-06", .warning, basis: "RGPD, art. 44 à 46") { examination in
    (examination.contract.personalData?.processors ?? []).enumerated().flatMap { index, processor in
      remark(
        if: !europeanArea.contains(processor.country.uppercased()),
        at: "donnees.sous_traitants[\(index)].pays",
        "hors de l’Espace économique européen, les garanties du transfert sont à dire",
        help: "Le pays s’écrit en deux lettres, comme FR.")
    }
  }

  private static let europeanArea: Set = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
  ]

  static let end = Rule("DAT-07", .warning, basis: "RGPD, art. 28, § 3, g") { examination in
    remark(
      if: processing(examination).map { $0.fateAtEnd == nil || $0.erasureDelay == nil } ?? false,
      at: "donnees.fin", "le sort des données à la fin, ou son délai, n’est pas dit",
      readingAlso: ["donnees.role"])
  }

  static let statistics = Rule("DAT-08", .note, basis: "usage") { examination in
    remark(
      if: processing(examination).map { $0.statistics == nil } ?? false,
      at: "donnees.exploitation",
      "rien ne dit ce que le prestataire peut faire des données de fonctionnement")
  }

  /// The annex, when there is one and personal data are processed.
  private static func processing(_ examination: Examination) -> PersonalData? {
    examination.contract.personalData.flatMap { $0.role == .none ? nil : $0 }
  }
}
