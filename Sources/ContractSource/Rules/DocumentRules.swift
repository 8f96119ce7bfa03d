import Maintenance

/// The texts that make the contract together, and which one prevails (C. civ. 1119).
enum DocumentRules {
  static let all = [
    order, generalFirst, generalUnknown, missingAnnex, otherEstablishment, lateSignature,
  ]

  static let order = Rule("DOC-01", .error, basis: "C. civ., art. 1119") { examination in
    let contract = examination.contract
    guard !contract.documents.isEmpty else { return [] }
    if contract.precedence.isEmpty {
      return remark(
        if: true, at: "hierarchie",
        "plusieurs documents font le contrat, et rien ne dit lequel l’emporte",
        help: "Par exemple « hierarchie: [contrat, annexe_technique, cgv] ».")
    }
    let ranked = Set(contract.precedence)
    return (["contrat"] + contract.documents.map(\.id)).filter { !$0.isEmpty }.flatMap { id in
      remark(
        if: !ranked.contains(id), at: "hierarchie",
        "« \(clipped(id)) » n’a pas de rang dans l’ordre des documents",
        readingAlso: ["documents"])
    }
  }

  static let generalFirst = Rule("DOC-02", .warning, basis: "C. civ., art. 1119, al. 3") {
    examination in
    let contract = examination.contract
    func rank(_ id: String) -> Int? { contract.precedence.firstIndex(of: id) }
    let particular = contract.documents.filter { $0.nature == .particularConditions }.map(\.id)
    let prevailing = (["contrat"] + particular).compactMap(rank).min()
    return contract.documents.filter { $0.nature == .generalConditions }.flatMap { document in
      remark(
        if: rank(document.id).flatMap { rank in prevailing.map { rank < $0 } } ?? false,
        at: "hierarchie",
        "des conditions générales passent avant les particulières : la loi dit l’inverse",
        help: "Placez « \(clipped(document.id)) » après « contrat ».", readingAlso: ["documents"])
    }
  }

  static let generalUnknown = Rule("DOC-03", .warning, basis: "C. civ., art. 1119, al. 1") {
    examination in
    examination.contract.documents.enumerated().flatMap { index, document in
      remark(
        if: document.nature == .generalConditions && !(document.isJoined && document.isAccepted),
        at: "documents[\(index)]",
        "des conditions générales n’ont d’effet que si l’autre partie les a connues et acceptées",
        help: "Annexez-les et faites-les accepter : « joint: true, accepte: true ».")
    }
  }

  static let missingAnnex = Rule("DOC-04", .error, basis: "C. civ., art. 1119 et 1163") {
    examination in
    let contract = examination.contract
    let unjoined = contract.documents.enumerated().flatMap { index, document in
      remark(
        if: document.nature != .generalConditions && !document.isJoined, at: "documents[\(index)]",
        "« \(clipped(document.title.isEmpty ? document.id : document.title)) » est cité mais n’est "
          + "pas joint", help: "Joignez-le, puis écrivez « joint: true ».")
    }
    let titles = contract.documents.map { fold("\($0.title) \($0.id)").replacing("_", with: " ") }
    let cited = examination.wordings.flatMap { wording in
      wording.sentences.flatMap(annexes).filter { name in
        !titles.contains { $0.contains(name) || $0 == name }
      }.map { name in
        Remark(
          path: wording.path, message: "« \(name) » est citée mais n’est pas jointe",
          help: "Ajoutez-la à « documents », avec ce titre.", readingAlso: ["documents"])
      }
    }
    return unjoined + cited
  }

  /// «annexe 7», «annexe tarifaire»: the annexes a sentence names. The document numbers its own
  /// annexes from 1 to 3.
  private static func annexes(_ sentence: [WordToken]) -> [String] {
    sentence.indices.dropLast().compactMap { index in
      guard sentence[index] == .word("annexe") else { return nil }
      switch sentence[index + 1] {
      case .number(let number): return number > FixedPoint(3) ? "annexe \(number.plain)" : nil
      case .word(let word) where word.count == 1 || namedAnnexes.contains(word):
        return word == "a" ? nil : "annexe \(word)"
      default: return nil
      }
    }
  }

  private static let namedAnnexes: Set = [
    "tarifaire", "financiere", "technique", "securite", "qualite", "juridique",
  ]

  static let otherEstablishment = Rule(
    "PAR-08", .warning, basis: "C. com., art. R. 123-237 ; usage"
  ) { examination in
    let contract = examination.contract
    return contract.documents.enumerated().flatMap { index, document -> [Remark] in
      guard let cited = document.siret.map(digits) else { return [] }
      return examination.parties.flatMap { party, path, name -> [Remark] in
        guard let siren = party.siren.map(digits), let siret = party.siret.map(digits) else {
          return []
        }
        return remark(
          if: cited.hasPrefix(siren) && cited != siret, at: "documents[\(index)].siret",
          "ce document nomme l’établissement \(cited) \(name), le contrat \(siret)",
          help: "Dites lequel des deux contracte.", readingAlso: ["\(path).siret"])
      }
    }
  }

  private static func digits(_ number: String) -> String {
    number.filter { $0.isASCII && $0.isNumber }
  }

  static let lateSignature = Rule("DOC-07", .warning, basis: "C. civ., art. 1103 ; usage") {
    examination in
    let contract = examination.contract
    guard let signed = contract.signature.day, examination.isWritten("duree.effet") else {
      return []
    }
    return remark(
      if: signed > contract.term.start && !contract.term.isRetroactive, at: "signature.date",
      "le contrat prend effet le \(contract.term.start.french), avant sa signature",
      help: "Confirmez-le par « retroactif: true » dans « duree », ou changez la date d’effet.",
      readingAlso: ["duree.effet", "duree.retroactif"])
  }
}
