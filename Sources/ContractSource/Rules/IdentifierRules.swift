import Maintenance

/// The numbers that name the parties, by their keys; a right key proves no existence.
enum IdentifierRules {
  static let all = [keys, samePrefix, vatKey, vatMissing, iban]

  static let keys = Rule("PAR-05", .error, basis: "clé de contrôle INSEE ; BR-FR-09") {
    examination in
    examination.parties.flatMap { party, path, name in
      let isAssociation = fold(party.legalForm ?? "") == "association"
      return remark(
        if: party.siren == nil && !isAssociation, at: "\(path).siren", "le SIREN \(name) manque",
        readingAlso: ["\(path).forme"])
        + remark(
          if: party.siren.map { !Identifiers.isSIREN($0) } ?? false, at: "\(path).siren",
          "le SIREN \(name) est faux : neuf chiffres et une clé juste sont attendus",
          help: "Recopiez-le de l’avis de situation INSEE.")
        + remark(
          if: party.siret.map { !Identifiers.isSIRET($0) } ?? false, at: "\(path).siret",
          "le SIRET \(name) est faux : quatorze chiffres et une clé juste sont attendus",
          help: "Recopiez-le de l’avis de situation INSEE.")
    }
  }

  static let samePrefix = Rule("PAR-06", .error, basis: "INSEE ; BR-FR-09") { examination in
    examination.parties.flatMap { party, path, name in
      guard let siren = party.siren, let siret = party.siret else { return [Remark]() }
      return remark(
        if: !Identifiers.compact(siret).hasPrefix(Identifiers.compact(siren)),
        at: "\(path).siret",
        "le SIRET \(name) est celui d’une autre entreprise : il doit commencer par le SIREN",
        readingAlso: ["\(path).siren"])
    }
  }

  static let vatKey = Rule("PAR-09", .error, basis: "règle de clé du numéro de TVA") {
    examination in
    examination.parties.flatMap { party, path, name in
      guard let number = party.vatNumber.map(Identifiers.compact), number.hasPrefix("FR"),
        let siren = party.siren.map(Identifiers.compact), Identifiers.isSIREN(siren),
        let key = Identifiers.vatKey(siren: siren)
      else { return [Remark]() }
      // A key with letters follows another rule, which only the tax office can confirm.
      let isNumeric = number.dropFirst(2).prefix(2).allSatisfy { $0.isASCII && $0.isNumber }
      return remark(
        if: isNumeric && number != "FR\(key)\(siren)", at: "\(path).tva",
        "le numéro de TVA \(name) ne répond pas à son SIREN : FR\(key)\(siren) est attendu",
        readingAlso: ["\(path).siren"])
    }
  }

  static let vatMissing = Rule("PAR-10", .warning, basis: "CGI, ann. II, art. 242 nonies A, 2°") {
    examination in
    remark(
      if: examination.contract.provider.vatNumber == nil, at: "parties.prestataire.tva",
      "le numéro de TVA du prestataire manque : ses factures devront le porter")
  }

  static let iban = Rule("PAY-13", .error, basis: "ISO 13616") { examination in
    examination.parties.flatMap { party, path, name in
      remark(
        if: party.iban.map { !Identifiers.isIBAN($0) } ?? false, at: "\(path).iban",
        "l’IBAN \(name) est faux : sa longueur ou sa clé ne convient pas",
        help: "Recopiez-le du relevé d’identité bancaire.")
    }
  }
}
