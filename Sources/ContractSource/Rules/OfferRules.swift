import Maintenance

/// Prices by volume, rebates, allowances, plans and extended hours.
enum OfferRules {
  static let all = [
    volumeSteps, rebates, unlimited, franchise, extendedHours, counts, unanswered, reserved,
    publicCourt, publicTests,
  ]

  static let volumeSteps = Rule("PRX-16", .error, basis: "C. civ., art. 1163") { examination in
    examination.contract.price.fees.enumerated().flatMap { index, fee -> [Remark] in
      let limits = fee.volumeSteps.map { $0.upTo ?? .max }
      let isRising = zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 }
      let path = "prix.forfait[\(index)].degressif"
      return remark(
        if: !isRising, at: path, "ces paliers ne vont pas en croissant : le prix serait ambigu")
        + remark(
          if: isRising && limits.last != nil && limits.last != .max, at: path,
          "le dernier palier laisse sans prix ce qui le dépasse",
          help: "Le dernier palier s’écrit sans « jusqu_a ».")
    }
  }

  static let rebates = Rule("PRX-18", .error, basis: "C. com., art. L. 441-9") { examination in
    examination.contract.price.rebates.enumerated().flatMap { index, rebate in
      let path = "prix.remises[\(index)]"
      return remark(
        if: (rebate.rate == nil) == (rebate.amount == nil), at: path,
        "une remise est un taux ou un montant, l’un des deux")
        + remark(
          if: rebate.from.map { from in rebate.until.map { $0 < from } ?? false } ?? false,
          at: "\(path).au", "cette remise finit avant de commencer")
    }
  }

  static let unlimited = Rule("PRX-19", .warning, basis: "C. civ., art. 1163 et 1190") {
    examination in
    examination.contract.price.fees.enumerated().flatMap { index, fee -> [Remark] in
      guard let allowance = fee.allowance else { return [] }
      let path = "prix.forfait[\(index)].comprend"
      let isLimited =
        allowance.hours != nil || allowance.tickets != nil || allowance.journeys != nil
      return remark(
        if: allowance.isUnlimited && allowance.fairUse == nil, at: "\(path).usage",
        "« illimité » sans usage décrit : la limite se plaidera",
        help: "Dites ce qu’est un usage normal, et ce qui suit un usage qui ne l’est plus.")
        + remark(
          if: isLimited && allowance.beyond == nil, at: "\(path).au_dela",
          "on ne sait pas ce qui suit quand le forfait est épuisé",
          help: "« au_dela » : hors_forfait, devis, carnet ou report.")
        + remark(
          if: allowance.isUnlimited && isLimited, at: "\(path).illimite",
          "ce forfait est à la fois illimité et limité")
    }
  }

  static let franchise = Rule("PRX-20", .error, basis: "CGI, art. 293 B et 283") { examination in
    let price = examination.contract.price
    return remark(
      if: price.vatRegime != .normal && price.vatRate.map { $0 > FixedPoint(0) } ?? false,
      at: "prix.tva", "ce régime ne facture pas de TVA : le taux doit être 0",
      readingAlso: ["prix.regime_tva"])
  }

  static let extendedHours = Rule("SLA-14", .warning, basis: "C. civ., art. 1163") { examination in
    examination.contract.support.extendedHours.enumerated().flatMap { index, hours in
      remark(
        if: hours.surcharge == nil && hours.flatPrice == nil,
        at: "support.plages_etendues[\(index)]",
        "cette plage étendue n’a pas de prix",
        help: "Ajoutez « majoration » ou « montant » ; « majoration: 0 % » si elle est comprise.")
    }
  }

  static let counts = Rule("OBJ-11", .error, basis: "C. civ., art. 1163") { examination in
    examination.contract.scope.groups.enumerated().flatMap { index, group -> [Remark] in
      let path = "perimetre.parc[\(index)]"
      let shared = group.countsBySite.values.reduce(0, +)
      return remark(
        if: !group.assets.isEmpty && group.assets.count != group.count, at: "\(path).nombre",
        "le groupe compte \(group.count) équipements et en liste \(group.assets.count)",
        help: "Retirez « nombre » : la liste le donne.")
        + remark(
          if: !group.countsBySite.isEmpty && shared != group.count, at: "\(path).repartition",
          "la répartition donne \(shared) équipements, le groupe \(group.count)")
    }
  }

  /// A need that was heard and left alone is what the duty to advise forbids.
  static let unanswered = Rule(
    "OBJ-12", .warning, basis: "C. civ., art. 1112-1 ; devoir de conseil"
  ) { examination in
    examination.contract.requirements.enumerated().flatMap { index, requirement in
      let path = "objet.cahier_des_charges[\(index)]"
      return remark(
        if: requirement.need.isEmpty, at: "\(path).besoin", "le besoin n’est pas dit")
        + remark(
          if: !requirement.isAnswered, at: path,
          "rien ne répond à ce besoin, et rien ne dit pourquoi",
          help: "Écrivez « reponse », citez des « operations », ou dites pourquoi il est écarté.")
    }
  }

  /// Ids that articles of the library already use for a clause of the same article.
  static let reserved = Rule("REF-03", .error, basis: FormatFault.basis) { examination in
    let contract = examination.contract
    let lists: [(path: String, ids: [String], taken: Set<String>)] = [
      (
        "prix.forfait", contract.price.fees.map(\.id),
        [
          "carnet", "tva", "devis", "hors_forfait", "deplacement", "options", "tickets", "frais",
          "remises", "minimum", "total", "tarif", "modification",
        ]
      ),
      ("perimetre.exclusions", contract.scope.exclusions.map(\.id), ["regime"]),
      ("client.obligations", contract.clientDuties.map(\.id), ["collaboration", "environnement"]),
      ("operations", contract.operations.map(\.id), ["calendrier", "compte_rendu"]),
    ]
    return lists.flatMap { list in
      list.ids.enumerated().flatMap { index, id in
        remark(
          if: list.taken.contains(id), at: "\(list.path)[\(index)].id",
          "« \(clipped(id)) » est le nom d’une clause du contrat : prenez-en un autre")
      }
    }
  }

  static let publicCourt = Rule("MAP-01", .error, basis: "CCP, art. L. 6 (à valider)") {
    examination in
    let contract = examination.contract
    let court = contract.disputes.court.map(fold) ?? ""
    return remark(
      if: contract.publicContract != nil && !court.isEmpty && !court.contains("administratif"),
      at: "litiges.juridiction",
      "un marché public relève du juge administratif : ce tribunal ne peut pas être choisi",
      help: "Écrivez le tribunal administratif du lieu d’exécution.")
  }

  static let publicTests = Rule(
    "MAP-02", .warning, basis: "CCAG-TIC (2009, art. 26 à 28 ; 2021 à vérifier)"
  ) { examination in
    guard let terms = examination.contract.publicContract else { return [] }
    let root = "marche_public"
    return remark(
      if: terms.admission == nil, at: "\(root).admission",
      "rien ne dit comment l’acheteur décide après les vérifications",
      help: "Donnez « decision », « silence », « ajournement » et « refaction ».")
      + remark(
        if: terms.regularityTest.map { $0.downtimeLimit == nil || $0.duration == nil } ?? false,
        at: "\(root).vsr",
        "la vérification de service régulier demande sa durée et l’indisponibilité admise",
        help: "Un mois et 2 % dans le CCAG-TIC de 2009.")
  }
}
