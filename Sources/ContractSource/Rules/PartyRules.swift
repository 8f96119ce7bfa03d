import Maintenance

/// Who the parties are (C. com. R123-237, R123-238).
enum PartyRules {
  static let all = [name, form, capital, seat, registry, representative]

  static let name = Rule("PAR-01", .error, basis: "C. com., art. R. 123-238") { examination in
    examination.parties.flatMap { party, path, name in
      remark(
        if: party.name.isEmpty, at: "\(path).denomination",
        "la dénomination sociale \(name) manque : on ne sait pas qui s’engage")
    }
  }

  static let form = Rule("PAR-02", .error, basis: "C. com., art. R. 123-238") { examination in
    examination.parties.flatMap { party, path, name in
      remark(
        if: party.legalForm == nil, at: "\(path).forme",
        "la forme juridique \(name) manque : elle suit la dénomination",
        help: "Par exemple « forme: SAS ».")
    }
  }

  static let capital = Rule("PAR-03", .error, basis: "C. com., art. R. 123-238") { examination in
    examination.parties.flatMap { party, path, name in
      remark(
        if: party.capital == nil && LegalForm.statesCapital(party.legalForm ?? ""),
        at: "\(path).capital", "le capital social \(name) manque : sa forme impose de l’indiquer",
        readingAlso: ["\(path).forme"])
    }
  }

  static let seat = Rule("PAR-04", .error, basis: "C. com., art. R. 123-237, 3°") { examination in
    examination.parties.flatMap { party, path, name in
      remark(
        if: party.seat.street.isEmpty || party.seat.postcode.isEmpty || party.seat.town.isEmpty,
        at: "\(path).siege", "l’adresse du siège \(name) manque ou est incomplète",
        help: "Donnez « voie », « code_postal » et « commune ».")
    }
  }

  static let registry = Rule("PAR-07", .error, basis: "C. com., art. R. 123-237, 2°") {
    examination in
    examination.parties.flatMap { party, path, name in
      remark(
        if: party.registryTown == nil && LegalForm.isRegistered(party.legalForm ?? ""),
        at: "\(path).rcs", "la ville du greffe \(name) manque : « RCS » ne suffit pas sans elle",
        readingAlso: ["\(path).forme"])
        + remark(
          flaw(party.registryTown, as: RegistryTown.self), at: "\(path).rcs",
          "la ville du greffe \(name) est fausse", help: "Par exemple « rcs: Lyon ».")
    }
  }

  static let representative = Rule(
    "PAR-11", .error, basis: "C. civ., art. 1128 ; C. com., art. R. 123-238"
  ) { examination in
    examination.parties.flatMap { party, path, name in
      remark(
        if: party.representative.name.isEmpty || party.representative.capacity.isEmpty,
        at: "\(path).representant",
        "le signataire \(name) n’est pas désigné par son nom et sa qualité",
        help: "Par exemple « representant: { nom: …, qualite: gérante } ».")
    }
  }
}
