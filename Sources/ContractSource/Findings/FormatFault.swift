/// Faults of the file itself, before any rule of law: each has its id in the catalogue.
enum FormatFault {
  static let basis = "format du contrat"
}

extension FindingLog {
  private func fault(
    _ id: String, at offset: Int?, path: String = "", _ message: String, help: String? = nil
  ) {
    report(
      "FMT-\(id)", .error, at: offset, path: path, message, help: help, basis: FormatFault.basis)
  }

  func reportFlaw(_ flaw: FileBytes.Flaw) {
    giveUp()
    switch flaw {
    case .tooLarge(let size):
      fault(
        "01", at: 0, "le fichier fait \(size) octets, plus que les 1 048 576 admis",
        help: "Un contrat tient en quelques dizaines de kilo-octets : joignez le reste en annexe.")
    case .notUTF8(let offset):
      fault(
        "02", at: 0, "le fichier n’est pas en UTF-8 : octet fautif au décalage \(offset)",
        help: "Enregistrez-le en UTF-8 dans votre éditeur.")
    }
  }

  func reportEmpty() {
    giveUp()
    fault("03", at: 0, "le fichier est vide", help: "Partez d’un exemple du dossier examples.")
  }

  func reportSyntax(_ problem: SyntaxProblem) {
    if problem.isTooDeep { return reportTooDeep(at: problem.offset) }
    giveUp()
    fault("04", at: problem.offset, problem.message, help: problem.help)
  }

  /// Anchors, aliases, merge keys and tags: what a reader of the contract could not follow.
  func reportReference(_ text: String, at offset: Int) {
    fault(
      "05", at: offset,
      "« \(clipped(text)) » : un contrat n’admet ni ancre, ni renvoi, ni étiquette YAML",
      help: "Écrivez la valeur en toutes lettres là où elle s’applique.")
  }

  func reportSecondDocument(at offset: Int) {
    giveUp()
    fault("06", at: offset, "un second document commence ici : un fichier, un contrat")
  }

  func reportTooDeep(at offset: Int) {
    giveUp()
    fault("07", at: offset, "plus de \(Composer.maximumDepth) niveaux emboîtés")
  }

  func reportTooManyValues(at offset: Int) {
    giveUp()
    fault("07", at: offset, "plus de \(Composer.maximumNodes) valeurs dans le fichier")
  }

  func reportNotAMap(at offset: Int) {
    giveUp()
    fault(
      "10", at: offset,
      "le fichier n’est pas un contrat : des clés comme « reference » sont attendues")
  }

  func reportRepeatedKey(_ key: String, at offset: Int, first: Int) {
    let place = source.position(first)
    fault(
      "08", at: offset,
      "la clé « \(clipped(key)) » est répétée : elle est déjà ligne \(place.line), colonne "
        + "\(place.column)", help: "Gardez l’une des deux.")
  }

  func reportCutText(_ key: String, at offset: Int, path: String) {
    fault(
      "09", at: offset, path: path, "« \(clipped(key)) » est lu comme une clé, après une virgule",
      help: "Entre accolades, mettez entre guillemets un texte qui contient une virgule.")
  }

  func reportKeyNotText(at offset: Int) {
    fault("10", at: offset, "une clé doit être un simple mot")
  }

  func reportUnknownKey(
    _ key: String, at offset: Int, path: String, nearest: String?, known: [String]
  ) {
    let shown = known.sorted().prefix(20).joined(separator: ", ")
    fault(
      "09", at: offset, path: path, "la clé « \(clipped(key)) » est inconnue ici",
      help: nearest.map { "Vouliez-vous écrire « \($0) » ?" }
        ?? (shown.isEmpty ? nil : "Clés admises : \(shown)."))
  }

  func reportWrongKind(_ node: Node, path: String, expected: String) {
    markBroken(path)
    if case .refused = node.content { return }
    fault("10", at: node.offset, path: path, node.kindInFrench + insteadOf(expected))
  }

  func reportMisread(_ misread: Misread, _ node: Node, path: String) {
    markBroken(path)
    let id =
      switch misread.kind {
      case .syntax: "11"
      case .choice: "12"
      case .impossibleDay: "13"
      }
    fault(id, at: node.offset, path: path, misread.message, help: misread.help)
  }

  func reportEmptyValue(at offset: Int, path: String, expected: String) {
    markBroken(path)
    fault(
      "14", at: offset, path: path, "valeur vide" + insteadOf(expected),
      help: "Complétez-la ou retirez la clé.")
  }

  func reportMissing(_ path: String, _ message: String) {
    fault("15", at: nil, path: path, message)
  }
}
