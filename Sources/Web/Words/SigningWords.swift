import Maintenance

struct SigningWords: Sendable {
  var title: String
  var stages: [Agreement.Stage: String]
  var ask: String
  var askLead: String
  var waiting: String
  var digest: String
  var digestHint: String
  var sides: [PartySide: String]
  var levels: [Signature.Level: String]
  /// Name, capacity, day, place.
  var signedBy: @Sendable (String, String, String, String?) -> String
  var record: @Sendable (String) -> String
  var name: String
  var capacity: String
  var level: String
  var day: String
  var place: String
  var withdraw: String
  var refusedBy: String
  var nobody: String
  var reason: String
  /// Version, first day, last day.
  var governs: @Sendable (Int, String, String?) -> String
  var amendment: String
  var unsigned: String
  var end: String
  var endLead: String
  var lastDay: String
  var ground: String
  var grounds: [AgreementEnd.Ground: String]
  var endedBy: String
  var both: String
  var ended: @Sendable (String, String) -> String
}

extension SigningWords {
  static let french = SigningWords(
    title: "Versions et signatures",
    stages: [
      .proposed: "Proposé", .toSign: "À signer", .signed: "Signé", .inForce: "En vigueur",
      .ended: "Terminé",
    ],
    ask: "Mettre à la signature",
    askLead: "Le texte et ses données sont alors figés sous une empreinte, que chacun signe.",
    waiting: "À la signature", digest: "Empreinte de ce qui est signé",
    digestHint: "SHA-256 du texte et des données, ensemble.",
    sides: [.provider: "Prestataire", .client: "Client"],
    levels: [
      .simple: "Électronique simple", .advanced: "Électronique avancée",
      .qualified: "Électronique qualifiée", .handwritten: "Manuscrite",
    ],
    signedBy: { name, capacity, day, place in
      "\(name), \(capacity), le \(day)\(place.map { " (\($0))" } ?? "")"
    },
    record: { "Enregistrer la signature\u{A0}: \($0)" }, name: "Nom du signataire",
    capacity: "Qualité", level: "Niveau", day: "Signé le", place: "Lieu",
    withdraw: "Retirer de la signature", refusedBy: "Refusé par", nobody: "Personne",
    reason: "Motif",
    governs: { version, first, last in
      "Version\u{A0}\(version), " + (last.map { "du \(first) au \($0)" } ?? "à partir du \(first)")
    }, amendment: "Avenant",
    unsigned: "Signatures non enregistrées", end: "Mettre fin au contrat",
    endLead: "Ce qui s’est passé jusqu’au dernier jour reste jugé par ses versions.",
    lastDay: "Dernier jour", ground: "Cause",
    grounds: [
      .term: "Arrivée du terme", .breach: "Manquement", .convenience: "Sans motif",
      .mutualConsent: "Accord des parties", .forceMajeure: "Force majeure",
    ],
    endedBy: "À l’initiative de", both: "Des deux, ou du terme",
    ended: { "Terminé le \($0)\u{A0}: \($1)" })

  static let english = SigningWords(
    title: "Versions and signatures",
    stages: [
      .proposed: "Proposed", .toSign: "To sign", .signed: "Signed", .inForce: "In force",
      .ended: "Ended",
    ],
    ask: "Send for signature",
    askLead: "Text and data are then frozen under one digest, which both parties sign.",
    waiting: "For signature", digest: "Digest of what is signed",
    digestHint: "SHA-256 of the text and the data together.",
    sides: [.provider: "Provider", .client: "Client"],
    levels: [
      .simple: "Electronic, simple", .advanced: "Electronic, advanced",
      .qualified: "Electronic, qualified", .handwritten: "By hand",
    ],
    signedBy: { name, capacity, day, place in
      "\(name), \(capacity), on \(day)\(place.map { " (\($0))" } ?? "")"
    },
    record: { "Record the signature: \($0)" }, name: "Who signed", capacity: "Capacity",
    level: "Level", day: "Signed on", place: "Place", withdraw: "Withdraw from signature",
    refusedBy: "Refused by", nobody: "Nobody", reason: "Reason",
    governs: { version, first, last in
      "Version \(version), " + (last.map { "\(first) to \($0)" } ?? "from \(first)")
    }, amendment: "Amendment", unsigned: "No signature recorded",
    end: "End the contract",
    endLead: "What happened until the last day stays judged by its versions.",
    lastDay: "Last day", ground: "Ground",
    grounds: [
      .term: "End of term", .breach: "Breach", .convenience: "Convenience",
      .mutualConsent: "Mutual consent", .forceMajeure: "Force majeure",
    ],
    endedBy: "Ended by", both: "Both, or its term", ended: { "Ended on \($0): \($1)" })
}
