import Maintenance

/// Hours bought in advance: practice, no law names them.
enum PrepaidRules {
  static let all = [terms, lostSilently]

  static let terms = Rule("PAY-11", .error, basis: "C. civ., art. 1163 et 1171") { examination in
    guard let prepaid = examination.contract.price.prepaid else { return [] }
    let lacking = [
      examination.isWritten("prix.carnet.unite") ? nil : "l’unité décomptée",
      prepaid.hours == 0 ? "le nombre d’heures" : nil,
      examination.isWritten("prix.carnet.montant") ? nil : "le montant",
      prepaid.validity == nil ? "la validité" : nil,
      prepaid.remainder == nil ? "le sort du solde" : nil,
    ].compactMap { $0 }
    return remark(
      if: !lacking.isEmpty, at: "prix.carnet",
      "le carnet d’heures est incomplet, il manque : \(lacking.joined(separator: ", "))")
  }

  static let lostSilently = Rule("PAY-12", .warning, basis: "C. civ., art. 1104 et 1171") {
    examination in
    let prepaid = examination.contract.price.prepaid
    return remark(
      if: prepaid?.remainder == .lost && prepaid?.alert == nil, at: "prix.carnet.alerte",
      "le solde du carnet peut se perdre sans que le client en soit averti",
      help: "Ajoutez un seuil, par exemple « alerte: 20 % ».", readingAlso: ["prix.carnet.solde"])
  }
}
