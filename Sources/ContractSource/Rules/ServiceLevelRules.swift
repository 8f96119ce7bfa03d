import Maintenance

/// What is promised for each priority.
enum ServiceLevelRules {
  static let all = [
    response, matrix, order, hours, workingDay, holidays, onCall, pauses, tiers, availability,
  ]

  private static let root = "niveaux_de_service"

  static let response = Rule("SLA-01", .error, basis: "usage") { examination in
    let levels = examination.contract.serviceLevels.levels
    return remark(
      if: levels.isEmpty, at: "\(root).priorites", "aucune priorité, donc aucun délai promis")
      + levels.flatMap { level in
        remark(
          if: level.delays[.response] == nil,
          at: "\(root).priorites.\(level.priority).prise_en_charge",
          "la priorité \(clipped(level.priority)) n’a pas de délai de prise en charge")
      }
  }

  static let matrix = Rule("SLA-02", .error, basis: "C. civ., art. 1163") { examination in
    let levels = examination.contract.serviceLevels
    let matrix = levels.matrix
    let isRagged =
      matrix.values.count != matrix.impacts.count
      || matrix.values.contains { $0.count != matrix.urgencies.count }
    return remark(
      if: isRagged, at: "\(root).matrice.valeurs",
      "la matrice demande \(matrix.impacts.count) lignes de \(matrix.urgencies.count) priorités",
      readingAlso: ["\(root).matrice"])
      + Set(matrix.values.joined()).sorted().flatMap { priority in
        remark(
          if: levels.level(priority) == nil, at: "\(root).matrice.valeurs",
          "la matrice cite \(clipped(priority)), qui n’est pas parmi les priorités",
          readingAlso: ["\(root).priorites"])
      }
  }

  static let order = Rule("SLA-03", .error, basis: "usage") { examination in
    let contract = examination.contract
    let standard = contract.support.hours.standardDayMinutes
    let workingDay = standard == 0 ? 480 : standard
    let levels = contract.serviceLevels.levels
    return levels.flatMap { level in
      let path = "\(root).priorites.\(level.priority)"
      let stages = [Milestone.response, .workaround, .resolution].compactMap { level.delays[$0] }
        .map { $0.minutes(workingDay: workingDay) }
      return remark(
        if: stages != stages.sorted(), at: path,
        "les délais de \(clipped(level.priority)) se contredisent : on prend en charge, puis on "
          + "contourne, puis on rétablit")
    }
      + zip(levels, levels.dropFirst()).flatMap { urgent, next in
        [Milestone.response, .resolution].flatMap { milestone -> [Remark] in
          guard let first = urgent.delays[milestone], let second = next.delays[milestone] else {
            return []
          }
          return remark(
            if: first.minutes(workingDay: workingDay) > second.minutes(workingDay: workingDay),
            at: "\(root).priorites.\(next.priority).\(milestone.rawValue)",
            "\(clipped(next.priority)) est moins urgente que \(clipped(urgent.priority)), mais son "
              + "délai est plus court", readingAlso: ["\(root).priorites.\(urgent.priority)"])
        }
      }
  }

  static let hours = Rule("SLA-04", .error, basis: "C. civ., art. 1190") { examination in
    remark(
      if: !examination.contract.support.hours.isDefined, at: "support.heures",
      "les heures ouvrées ne sont pas données : aucun délai ne peut être compté",
      help: "Par exemple « lundi_vendredi: [\"08:30-12:30\", \"13:30-18:00\"] ».")
  }

  static let workingDay = Rule("SLA-05", .warning, basis: "usage") { examination in
    examination.texts.filter { $0.folded.contains("ouvrable") }.map {
      Remark(
        path: $0.path, message: "un jour « ouvrable » comprend le samedi",
        help: "Écrivez « ouvré » pour les jours où le service est ouvert.")
    }
  }

  static let holidays = Rule(
    "SLA-06", .warning, basis: "C. trav., art. L. 3133-1, L. 3134-13 et L. 3422-2"
  ) { examination in
    examination.contract.scope.sites.indices.flatMap { index in
      remark(
        if: !examination.isWritten("perimetre.sites[\(index)].jours_feries"),
        at: "perimetre.sites[\(index)].jours_feries",
        "les jours fériés de ce site ne sont pas choisis : ceux de métropole seront pris")
    }
  }

  static let onCall = Rule("SLA-07", .warning, basis: "C. trav., art. L. 3121-9") { examination in
    let contract = examination.contract
    return contract.serviceLevels.levels.flatMap { level in
      remark(
        if: level.calendar == .onCall
          && contract.support.onCall?.priorities.contains(level.priority) != true,
        at: "\(root).priorites.\(level.priority).calendrier",
        "\(clipped(level.priority)) compte sur une astreinte qui n’est pas organisée pour elle",
        readingAlso: ["support.astreinte"])
    }
  }

  static let pauses = Rule("SLA-08", .warning, basis: "usage") { examination in
    remark(
      if: examination.contract.serviceLevels.pauses.isEmpty, at: "\(root).suspensions",
      "rien ne dit ce qui suspend un délai : il court alors sans arrêt")
  }

  static let tiers = Rule("SLA-10", .error, basis: "usage") { examination in
    remark(
      if: examination.contract.support.tiers.isEmpty, at: "support.niveaux",
      "les niveaux de support ne sont pas définis",
      help: "Dites ce que font N1, N2 et N3.")
  }

  static let availability = Rule("SLA-11", .warning, basis: "usage") { examination in
    examination.each(examination.contract.serviceLevels.availability, at: "\(root).disponibilite")
      .flatMap { availability, path in
        remark(
          if: availability.period == nil || availability.excluding.isEmpty, at: path,
          "ce taux de disponibilité ne se mesure pas sans sa période et ce qu’il laisse hors de "
            + "compte")
      }
  }
}
