import Maintenance

/// Where a dispute goes, and by which steps.
enum DisputeRules {
  static let all = [nonTrader, amicable, courtName, arbitration, law]

  static let nonTrader = Rule("LIT-01", .error, basis: "CPC, art. 48") { examination in
    guard examination.contract.disputes.court != nil else { return [] }
    return examination.parties.flatMap { party, path, name in
      remark(
        if: !(party.isTrader ?? !LegalForm.isCivil(party.legalForm ?? "")),
        at: "litiges.juridiction",
        "ce choix de tribunal est réputé non écrit, faute de qualité de commerçant \(name)",
        help: "Retirez la clause : le tribunal sera celui que la loi désigne.",
        readingAlso: ["\(path).commercant", "\(path).forme"])
    }
  }

  static let amicable = Rule("LIT-03", .warning, basis: "CPC, art. 1528 et s.") { examination in
    let steps = examination.contract.disputes.steps
    return remark(
      if: steps.isEmpty, at: "litiges.etapes", "aucune étape amiable avant le tribunal")
      + steps.indices.flatMap { index in
        remark(
          if: steps[index].delay == nil, at: "litiges.etapes[\(index)].delai",
          "cette étape n’a pas de délai : on ne sait pas quand passer à la suivante")
      }
  }

  static let courtName = Rule("LIT-04", .note, basis: "loi n° 2023-1059") { examination in
    let court = fold(examination.contract.disputes.court ?? "")
    let town = renamedCourts.first { court.hasSuffix("tribunal de commerce de \(fold($0))") }
    return town.map {
      [
        Remark(
          path: "litiges.juridiction",
          message:
            "ce tribunal se nomme depuis 2025 « tribunal des activités économiques de \($0) »")
      ]
    } ?? []
  }

  /// Commercial courts that bear the new name for four years from 2025.
  private static let renamedCourts = [
    "Avignon", "Auxerre", "Limoges", "Lyon", "Marseille", "Nancy", "Nanterre", "Paris",
    "Saint-Brieuc", "Versailles",
  ]

  static let arbitration = Rule("LIT-05", .error, basis: "C. civ., art. 2061") { examination in
    let disputes = examination.contract.disputes
    return remark(
      if: disputes.court != nil && disputes.steps.contains { $0.mode == .arbitration },
      at: "litiges.juridiction", "un arbitrage et un tribunal sont choisis à la fois",
      help: "Gardez l’un des deux.", readingAlso: ["litiges.etapes"])
  }

  static let law = Rule("LIT-06", .warning, basis: "usage") { examination in
    remark(
      if: examination.contract.disputes.law == nil, at: "litiges.droit",
      "le droit applicable n’est pas dit", help: "Par exemple « droit: français ».")
  }
}
