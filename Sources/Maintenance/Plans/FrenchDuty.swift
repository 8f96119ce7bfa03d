extension Duty {
  /// What it is, in a few words: «Visite mensuelle», «Paiement de la facture».
  package var french: String {
    switch kind {
    case .operation: spelled(item).asSentence.asPhrase
    case .acceptance: "Recette\u{A0}: \(spelled(item))"
    case .report: "Rapport d’activité"
    case .committee: "Comité\u{A0}: \(spelled(item))"
    case .invoice: "Facture des forfaits"
    case .payment: "Paiement de la facture des forfaits"
    case .revisionNotice: "Annonce du prix révisé"
    case .revision: "Révision du prix"
    case .insurance: "Attestation d’assurance"
    case .vigilance: "Attestation de vigilance"
    case .entryInventory: "État des lieux signé"
    case .prepaidExpiry: "Annonce de la fin de validité du carnet"
    case .renewalReminder: "Information du client sur la reconduction"
    case .lastNotice: "Dernier jour pour s’opposer à la reconduction"
    case .renewalAgreement: "Dernier jour pour convenir d’une reconduction"
    case .end: "Fin du contrat"
    case .closing: ClosingDate(rawValue: item)?.french ?? spelled(item)
    }
  }
}

extension Duty.Bearer {
  package var french: String {
    switch self {
    case .provider: "prestataire"
    case .client: "client"
    case .both: "les deux"
    }
  }
}

extension ClosingDate {
  package var french: String {
    switch self {
    case .exit: "Fin de l’assistance à la réversibilité"
    case .loansReturned: "Restitution du matériel prêté"
    case .dataErased: "Effacement des données personnelles"
    case .confidentiality: "Fin de la confidentialité"
    case .nonSolicitation: "Fin de la non-sollicitation"
    case .evidenceKept: "Fin de conservation du contrat comme preuve"
    }
  }
}
