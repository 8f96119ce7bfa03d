/// What a party says of itself besides its identification, each as what follows «Le Client».
extension Party {
  func particulars(holdsAccount: Bool) -> [String] {
    let items: [String?] = [
      kind.map(\.predicate), isVariableCapital ? "a un capital variable" : nil,
      associationNumber.map { "est inscrit au répertoire national des associations, numéro \($0)" },
      activityCode.map { "a pour code d'activité APE \($0)" },
      isTrader.map { $0 ? "agit en qualité de commerçant" : "n'a pas la qualité de commerçant" },
      isNonProfessional
        ? "agit en qualité de non-professionnel, hors de toute activité professionnelle" : nil,
      establishment.map { "a pour établissement concerné celui du \($0.line)" },
      headcount.map { "emploie \($0.french) personne\($0 > 1 ? "s" : "")" },
      representative.engagement,
      vigilance.map {
        "produit une attestation de vigilance" + ($0.issued.map { " du \($0.french)" } ?? "")
          + ($0.isJoined ? ", jointe au Contrat" : "")
      }, invoicing?.predicate,
      holdsAccount ? iban.map { "a pour compte l'IBAN \($0.groupedByFour)" } : nil,
      bic.map { "a pour code BIC \($0)" },
      insurance?.cover.map { "est garanti par son assureur jusqu'à \($0.french) par sinistre" },
      insurance?.isCertificateJoined == true ? "joint son attestation d'assurance" : nil,
    ]
    return items.compactMap { $0 }
  }

  /// The insurance of a party that no article on liability speaks of.
  var cover: [String] {
    guard let insurance else { return [] }
    return [
      "est assuré auprès \(frenchOf(insurance.insurer)), police n° \(insurance.policy)"
        + (insurance.expiry.map { ", jusqu'au \($0.french)" } ?? "")
    ]
  }
}

/// One sentence for each, the party named in the first.
func sentences(_ predicates: [String], about name: String) -> String {
  predicates.enumerated().map { "\($0 == 0 ? name : "Il") \($1)." }.joined(separator: " ")
}

extension Representative {
  /// «est engagé par son représentant légal»; nothing when neither office nor power is said.
  var engagement: String? {
    let who = isLegalRepresentative.map {
      $0 ? "est engagé par son représentant légal" : "est engagé par un signataire délégué"
    }
    guard let power else { return who }
    let deed =
      "pouvoir" + (power.day.map { " du \($0.french)" } ?? "")
      + (power.isJoined ? ", joint au Contrat" : "")
    return (who ?? "est engagé par un signataire") + " en vertu d'un " + deed
  }
}

extension Party.Kind {
  fileprivate var predicate: String {
    switch self {
    case .company: "est une société"
    case .soleTrader: "est un entrepreneur individuel"
    case .association: "est une association"
    case .publicBody: "est une personne publique"
    case .other: "relève d'un autre statut que ceux de société et d'association"
    }
  }
}

extension InvoicingAddress {
  fileprivate var predicate: String? {
    let parts = [
      email.map { "l'adresse \($0)" },
      electronicAddress.map { "l'adresse électronique \($0)" },
      unitCode.map { "le code service \($0)" },
      commitmentNumber.map { "le numéro d'engagement \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "a pour coordonnées de facturation \(frenchList(parts))"
  }
}
