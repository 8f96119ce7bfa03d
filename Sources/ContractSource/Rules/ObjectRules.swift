import Maintenance

/// What is maintained and what is done for it.
enum ObjectRules {
  static let all = [
    kinds, operations, preventiveVisits, fleet, entryInventory, fleetChange, unlimited,
    emptiedBackup, endOfSupport, farSite,
  ]

  static let kinds = Rule("OBJ-01", .error, basis: "C. civ., art. 1163") { examination in
    remark(
      if: examination.contract.kinds.isEmpty, at: "objet.maintenance",
      "la sorte de maintenance n’est pas dite",
      help: "Choisissez parmi preventive, corrective et infogerance.")
  }

  static let operations = Rule("OBJ-02", .error, basis: "C. civ., art. 1163") { examination in
    remark(
      if: examination.contract.operations.isEmpty, at: "operations",
      "aucune opération n’est décrite : l’objet du contrat reste indéterminé")
  }

  static let preventiveVisits = Rule("OBJ-03", .error, basis: "usage") { examination in
    let contract = examination.contract
    let missing = contract.operations.indices.filter {
      !examination.isWritten("operations[\($0)].recurrence")
    }
    return missing.flatMap {
      remark(
        if: true, at: "operations[\($0)].recurrence", "cette opération n’a pas de fréquence",
        help: "Par exemple « recurrence: chaque mois le 1er mardi ».")
    }
      + remark(
        if: contract.kinds.contains(.preventive) && !contract.operations.isEmpty
          && contract.operations.allSatisfy { $0.nature == .installation },
        at: "operations", "le contrat promet du préventif sans en prévoir aucune opération")
  }

  static let fleet = Rule("OBJ-04", .error, basis: "C. civ., art. 1163") { examination in
    let contract = examination.contract
    return remark(
      if: contract.scope.groups.isEmpty, at: "perimetre.parc",
      "l’inventaire du parc manque : ce qui est entretenu reste indéterminé")
      + contract.scope.groups.indices.flatMap { index in
        remark(
          if: contract.scope.groups[index].count == 0, at: "perimetre.parc[\(index)].nombre",
          "ce groupe ne compte aucun équipement : le forfait qui s’y rapporte vaudrait zéro")
      }
  }

  static let entryInventory = Rule("OBJ-05", .warning, basis: "C. civ., art. 1112-1 ; usage") {
    examination in
    remark(
      if: !(examination.contract.entryInventory?.isSigned ?? false), at: "objet.etat_des_lieux",
      "aucun état des lieux signé : les défauts d’avant le contrat seront discutés après")
  }

  static let fleetChange = Rule("OBJ-06", .warning, basis: "usage") { examination in
    remark(
      if: examination.contract.scope.fleetChange == nil, at: "perimetre.evolution",
      "rien ne dit comment le prix suit l’ajout ou le retrait d’équipements")
  }

  static let unlimited = Rule("OBJ-07", .warning, basis: "C. civ., art. 1190") { examination in
    examination.contract.scope.exclusions.isEmpty
      ? examination.texts.filter { $0.folded.contains("illimite") }.map {
        Remark(
          path: $0.path, message: "« illimité » est promis sans qu’aucune exclusion ne le borne",
          readingAlso: ["perimetre.exclusions"])
      } : []
  }

  static let emptiedBackup = Rule("OBJ-08", .warning, basis: "C. civ., art. 1170") { examination in
    guard examination.contract.scope.backup?.responsible == .provider else { return [] }
    return examination.contract.scope.exclusions.enumerated().flatMap { index, exclusion in
      remark(
        if: fold(exclusion.text).contains("sauvegarde"), at: "perimetre.exclusions[\(index)].texte",
        "cette exclusion reprend la sauvegarde que le prestataire promet par ailleurs",
        help: "Une clause qui vide l’obligation essentielle est réputée non écrite.",
        readingAlso: ["perimetre.sauvegarde"])
    }
  }

  static let endOfSupport = Rule(
    "OBJ-09", .warning, basis: "C. civ., art. 1112-1 ; devoir de conseil"
  ) { examination in
    let contract = examination.contract
    guard examination.isWritten("duree.effet") else { return [] }
    let software = contract.scope.software.enumerated().map { index, software in
      (
        [software.name, software.version ?? ""].filter { !$0.isEmpty }.joined(separator: " "),
        software.supportEnd, "perimetre.logiciels[\(index)].fin_support"
      )
    }
    let assets = contract.scope.groups.enumerated().flatMap { index, group in
      group.assets.enumerated().map { place, asset in
        (
          asset.model ?? asset.label, asset.supportEnd,
          "perimetre.parc[\(index)].equipements[\(place)].fin_support"
        )
      }
    }
    return (software + assets).flatMap { name, end, path -> [Remark] in
      guard let end, end < contract.term.start else { return [] }
      return remark(
        if: true, at: path,
        "\(clipped(name)) n’est plus maintenu par son éditeur ou son fabricant depuis le "
          + "\(end.french)",
        help: "Avertissez le client par écrit et gardez-en la preuve, ou retirez-le du périmètre.",
        readingAlso: ["duree.effet"])
    }
  }

  static let farSite = Rule("OBJ-10", .note, basis: "usage") { examination in
    let contract = examination.contract
    guard !contract.serviceLevels.levels.contains(where: { $0.delays[.onSite] != nil }) else {
      return []
    }
    return contract.scope.sites.enumerated().flatMap { index, site in
      remark(
        if: site.hasRemoteAccess == false && site.onSiteDelay == nil,
        at: "perimetre.sites[\(index)].delai_sur_site",
        "\(clipped(site.name)) ne s’atteint pas à distance, et aucun délai ne dit quand on y vient",
        help: "Par exemple « delai_sur_site: 8 h ».", readingAlso: ["niveaux_de_service.priorites"])
    }
  }
}
