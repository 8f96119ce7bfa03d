import Maintenance

/// Who answers for the backups: the duty to advise is proved by the provider.
enum BackupRules {
  static let all = [responsible, warning, terms]

  private static let root = "perimetre.sauvegarde"

  static let responsible = Rule("SAV-01", .error, basis: "devoir de conseil ; CA Aix, 25 mars 2021")
  { examination in
    remark(
      if: !examination.isWritten("\(root).responsable"), at: "\(root).responsable",
      "personne n’est désigné pour faire les sauvegardes et les contrôler",
      help: "Écrivez « responsable: prestataire » ou « responsable: client ».")
  }

  static let warning = Rule("SAV-02", .warning, basis: "Cass., 2 juillet 2014, n° 13-10.076") {
    examination in
    let backup = examination.contract.scope.backup
    return remark(
      if: backup?.responsible == .client && backup?.warningKept == false,
      at: "\(root).mise_en_garde",
      "les sauvegardes restent au client, sans trace qu’il ait été averti du risque",
      help: "Avertissez-le par écrit, gardez la preuve, puis « mise_en_garde: true ».",
      readingAlso: ["\(root).responsable"])
  }

  static let terms = Rule("SAV-03", .warning, basis: "CA Rennes, 4 janvier 2022, n° 19/01179") {
    examination in
    guard let backup = examination.contract.scope.backup, backup.responsible == .provider else {
      return []
    }
    let lacking = [
      backup.recoveryPoint == nil ? "rpo" : nil, backup.recoveryTime == nil ? "rto" : nil,
      backup.test == nil ? "test" : nil,
    ].compactMap { $0 }
    return remark(
      if: !lacking.isEmpty, at: root,
      "la sauvegarde promise ne se vérifie pas, il manque : \(lacking.joined(separator: ", "))")
  }
}
