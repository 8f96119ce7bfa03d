import Maintenance

/// How it ends before its term.
enum TerminationRules {
  static let all = [breach, breaches, formalNotice, insolvency, exit, credentials]

  private static let root = "resiliation.manquement"

  static let breach = Rule("RES-01", .error, basis: "C. civ., art. 1224 et 1225") { examination in
    remark(
      if: !examination.isWritten(root), at: root,
      "la résiliation pour manquement n’est pas prévue")
  }

  static let breaches = Rule("RES-02", .error, basis: "C. civ., art. 1225") { examination in
    remark(
      if: examination.isWritten(root) && examination.contract.termination.breaches.isEmpty,
      at: "\(root).manquements",
      "la clause résolutoire doit nommer les engagements dont l’inexécution met fin au contrat")
  }

  static let formalNotice = Rule("RES-03", .warning, basis: "C. civ., art. 1225 et 1226") {
    examination in
    guard examination.isWritten(root) else { return [] }
    let delay = examination.contract.termination.formalNoticeDelay
    return remark(
      if: (delay?.minutes(workingDay: 1440) ?? 0) < 8 * 1440, at: "\(root).mise_en_demeure",
      "le délai laissé par la mise en demeure manque ou est trop court pour réparer",
      help: "Quinze ou trente jours sont usuels.")
  }

  static let insolvency = Rule("RES-05", .error, basis: "C. com., art. L. 622-13") { examination in
    examination.texts.filter { endsOnInsolvency($0.folded) }.map {
      Remark(
        path: $0.path,
        message:
          "l’ouverture d’une procédure collective ne suffit pas à résilier : cette clause est "
          + "sans effet", help: "Retirez-la.")
    }
  }

  private static func endsOnInsolvency(_ text: String) -> Bool {
    let events = [
      "depot de bilan", "redressement judiciaire", "procedure collective",
      "procedure de sauvegarde",
    ]
    return text.contains("resili") && events.contains(where: text.contains)
  }

  static let exit = Rule("RES-07", .warning, basis: "usage ; CCAG-TIC, art. 31.4") { examination in
    guard let exit = examination.contract.termination.exit else {
      return remark(
        if: true, at: "resiliation.reversibilite",
        "rien ne dit ce que le client récupère à la fin, ni quand")
    }
    return remark(
      if: exit.duration == nil, at: "resiliation.reversibilite.duree",
      "la durée de la réversibilité n’est pas fixée")
  }

  static let credentials = Rule("PRO-04", .error, basis: "usage") { examination in
    guard let exit = examination.contract.termination.exit else { return [] }
    return remark(
      if: !exit.handedOver.contains { fold($0).contains("passe") || fold($0).contains("acces") },
      at: "resiliation.reversibilite.restitution",
      "les mots de passe et les accès ne sont pas rendus à la fin",
      help: "Ajoutez « mots_de_passe ».")
  }
}
