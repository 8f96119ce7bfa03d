import Maintenance

/// What is delivered: its acceptance, its ownership, what it starts.
enum DeliveryRules {
  static let all = [
    acceptance, payment, soldHardware, means, twoValues, subprocessors, hiddenCourt,
  ]

  static let acceptance = Rule("REC-01", .warning, basis: "usage") { examination in
    let contract = examination.contract
    guard contract.acceptance == nil else { return [] }
    return contract.operations.indices.flatMap { index in
      remark(
        if: contract.operations[index].nature == .installation
          && contract.operations[index].acceptance == nil,
        at: "operations[\(index)].recette",
        "cette installation n’a pas de recette : rien ne dira qu’elle convient",
        help: "Ajoutez un critère et un délai, ou le chapitre « recette ».",
        readingAlso: ["recette"])
    }
  }

  static let payment = Rule("REC-04", .warning, basis: "C. com., art. L. 441-10, III") {
    examination in
    remark(
      // In a public contract payment follows admission anyway (CCAG-TIC).
      if: examination.contract.acceptance?.startsPayment ?? false
        && examination.contract.publicContract == nil,
      at: "recette.declenche_paiement",
      "une recette ne retarde le délai légal de paiement que si cela est expressément convenu et "
        + "n’est pas abusif")
  }

  static let soldHardware = Rule("PRO-02", .warning, basis: "C. com., art. L. 624-16") {
    examination in
    guard let property = examination.contract.property, property.sellsHardware else { return [] }
    return remark(
      if: property.retainsTitle == nil, at: "propriete.reserve_de_propriete",
      "du matériel est vendu sans que l’on sache quand il devient la propriété du client",
      help: "« reserve_de_propriete: true » le garde au vendeur jusqu’au paiement.")
      + remark(
        if: property.riskPasses == nil, at: "propriete.transfert_risques",
        "du matériel est vendu sans que l’on sache qui en supporte les risques, et quand",
        help: "Par exemple « transfert_risques: livraison ».")
  }

  static let means = Rule("SLA-09", .warning, basis: "C. civ., art. 1190 ; jurisprudence") {
    examination in
    let levels = examination.contract.serviceLevels.levels
    let root = "niveaux_de_service.priorites"
    let isSaid = levels.contains { examination.isWritten("\(root).\($0.priority).nature") }
    return levels.flatMap { level in
      remark(
        if: isSaid && !examination.isWritten("\(root).\(level.priority).nature"),
        at: "\(root).\(level.priority).nature",
        "\(clipped(level.priority)) ne dit pas si ses délais sont de moyens ou de résultat, quand "
          + "d’autres le disent", help: "Écrivez « nature: moyens » ou « nature: resultat ».")
    }
  }

  static let twoValues = Rule("SLA-12", .error, basis: "C. civ., art. 1190") { examination in
    var seen: [String: FixedPoint] = [:]
    let all = examination.contract.serviceLevels.availability
    return examination.each(all, at: "niveaux_de_service.disponibilite").flatMap {
      availability, path -> [Remark] in
      let key = "\(availability.group) \(availability.period ?? "") \(availability.window.rawValue)"
      guard let first = seen.updateValue(availability.rate, forKey: key) else { return [] }
      return remark(
        if: first != availability.rate, at: "\(path).taux",
        "le même indicateur vaut déjà \(first.frenchPercent)")
    }
  }

  static let subprocessors = Rule("DAT-05", .warning, basis: "RGPD, art. 28, § 2 et § 4") {
    examination in
    guard let data = examination.contract.personalData, data.role == .processor else { return [] }
    return remark(
      if: !examination.isWritten("donnees.sous_traitants"), at: "donnees.sous_traitants",
      "les sous-traitants ultérieurs ne sont pas listés",
      help: "Listez-les, ou écrivez « sous_traitants: [] ».", readingAlso: ["donnees.role"])
      + remark(
        if: data.authorization == .general && !data.processors.isEmpty
          && data.objectionDelay == nil,
        at: "donnees.opposition",
        "le délai laissé au client pour s’opposer à un nouveau sous-traitant n’est pas dit",
        help: "Par exemple « opposition: 30 jours ».", readingAlso: ["donnees.autorisation"])
  }

  /// Our own composition frames the clause; the parties’ own article may not.
  static let hiddenCourt = Rule("LIT-02", .warning, basis: "CPC, art. 48") { examination in
    let contract = examination.contract
    return contract.ownArticles.indices.flatMap { index in
      let text = contract.ownArticles[index].text
      let folded = fold(text)
      let choosesCourt =
        folded.contains("tribunal") && (folded.contains("compet") || folded.contains("attribu"))
      let isApparent = text.split(separator: "\n").contains { line in
        line.contains(where: \.isLetter) && line == line.uppercased()
          && fold(String(line))
            .contains("tribunal")
      }
      return remark(
        if: choosesCourt && !isApparent, at: "articles[\(index)].texte",
        "le choix du tribunal doit être très apparent, sinon il est réputé non écrit",
        help: "Écrivez-le en capitales sur sa propre ligne, ou laissez « litiges.juridiction » le "
          + "composer dans son cadre.")
    }
  }
}
