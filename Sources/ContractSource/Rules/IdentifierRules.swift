import Maintenance

/// The numbers that name the parties, by their keys; a right key proves no existence.
enum IdentifierRules {
  static let all = [keys, samePrefix, vatKey, vatMissing, bank]

  static let keys = Rule("PAR-05", .error, basis: "clé de contrôle INSEE ; BR-FR-09") {
    examination in
    examination.parties.flatMap { party, path, name in
      let isAssociation = fold(party.legalForm ?? "") == "association"
      return remark(
        if: party.siren == nil && !isAssociation, at: "\(path).siren", "le SIREN \(name) manque",
        readingAlso: ["\(path).forme"])
        + remark(
          flaw(party.siren, as: SIREN.self), at: "\(path).siren", "le SIREN \(name) est faux",
          help: "Recopiez-le de l’avis de situation INSEE.")
        + remark(
          flaw(party.siret, as: SIRET.self), at: "\(path).siret", "le SIRET \(name) est faux",
          help: "Recopiez-le de l’avis de situation INSEE.")
        + remark(
          flaw(party.associationNumber, as: AssociationNumber.self), at: "\(path).rna",
          "le numéro RNA \(name) est faux",
          help: "Recopiez-le du récépissé de la préfecture, par exemple « W751234567 ».")
    }
  }

  static let samePrefix = Rule("PAR-06", .error, basis: "INSEE ; BR-FR-09") { examination in
    examination.parties.flatMap { party, path, name in
      guard let siren = number(party.siren, as: SIREN.self),
        let siret = number(party.siret, as: SIRET.self)
      else { return [Remark]() }
      return remark(
        if: siret.siren != siren, at: "\(path).siret",
        "le SIRET \(name) est celui d’une autre entreprise : il doit commencer par le SIREN",
        readingAlso: ["\(path).siren"])
    }
  }

  static let vatKey = Rule("PAR-09", .error, basis: "règle de clé du numéro de TVA") {
    examination in
    examination.parties.flatMap { party, path, name in
      let siren = number(party.siren, as: SIREN.self)
      let usual = siren.map { "FR\(VATNumber.key(of: $0))\($0.text)" }
      guard let vat = number(party.vatNumber, as: VATNumber.self) else {
        return remark(
          flaw(party.vatNumber, as: VATNumber.self), at: "\(path).tva",
          "le numéro de TVA \(name) est faux",
          help: usual.map { "Avec son SIREN, le numéro usuel est « \($0) »." })
      }
      return remark(
        if: vat.siren != nil && siren != nil && vat.siren != siren, at: "\(path).tva",
        "le numéro de TVA \(name) ne répond pas à son SIREN : \(usual ?? "") est attendu",
        readingAlso: ["\(path).siren"])
    }
  }

  static let vatMissing = Rule("PAR-10", .warning, basis: "CGI, ann. II, art. 242 nonies A, 2°") {
    examination in
    remark(
      if: examination.contract.provider.vatNumber == nil, at: "parties.prestataire.tva",
      "le numéro de TVA du prestataire manque : ses factures devront le porter")
  }

  static let bank = Rule("PAY-13", .error, basis: "ISO 13616 ; ISO 9362") { examination in
    examination.parties.flatMap { party, path, name in
      remark(
        flaw(party.iban, as: IBAN.self), at: "\(path).iban", "l’IBAN \(name) est faux",
        help: "Recopiez-le du relevé d’identité bancaire.")
        + remark(
          flaw(party.bic, as: BIC.self), at: "\(path).bic", "le BIC \(name) est faux",
          help: "Recopiez-le du relevé d’identité bancaire.")
        + strangers(party, path, name)
    }
  }

  /// A bank of another country than its account: possible, and far more often a slip.
  private static func strangers(_ party: Party, _ path: String, _ name: String) -> [Remark] {
    guard let iban = number(party.iban, as: IBAN.self), let bic = number(party.bic, as: BIC.self),
      !bic.answers(to: iban)
    else { return [] }
    return [
      Remark(
        path: "\(path).bic",
        message: "le BIC \(name) est d’une banque « \(bic.country) », l’IBAN d’un compte "
          + "« \(iban.country) »",
        help: "Vérifiez que les deux viennent du même relevé d’identité bancaire.",
        readingAlso: ["\(path).iban"], severity: .warning)
    ]
  }
}

/// One remark when there is a flaw, which ends its sentence.
func remark(
  _ flaw: IdentifierFlaw?, at path: String, _ message: String, help: String? = nil
) -> [Remark] {
  flaw.map { [Remark(path: path, message: "\(message) : \($0.reason)", help: help)] } ?? []
}
