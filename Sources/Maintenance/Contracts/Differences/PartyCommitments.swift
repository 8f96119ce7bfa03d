extension Contract {
  func addParty(_ party: Party, _ clause: String, _ side: String, to list: inout CommitmentList) {
    func add(_ key: String, _ label: String, _ value: (any Stated)?) {
      list.add("\(clause).\(key)", clause, "\(side) : \(label)", value)
    }
    add("denomination", "dénomination", party.name)
    add("type", "type", Named(party.kind))
    add("forme", "forme", party.legalForm)
    add("capital", "capital", party.capital)
    add("capital_variable", "capital variable", party.isVariableCapital ? true : nil)
    add("siren", "SIREN", party.siren)
    add("siret", "SIRET", party.siret)
    add("rcs", "RCS", party.registryTown)
    add("rna", "RNA", party.associationNumber)
    add("ape", "APE", party.activityCode)
    add("tva", "numéro de TVA", party.vatNumber)
    add("commercant", "commerçant", party.isTrader)
    add("non_professionnel", "non professionnel", party.isNonProfessional ? true : nil)
    add("siege", "siège", party.seat.line)
    add("etablissement", "établissement", party.establishment?.line)
    add("representant", "représentant", party.representative.line)
    add("notifications", "adresse de notification", party.noticesAddress)
    add("iban", "IBAN", party.iban)
    add("bic", "BIC", party.bic)
    add("assurance", "assurance", party.insurance?.line)
    add("vigilance", "attestation de vigilance", party.vigilance?.line)
    add("facturation", "facturation", party.invoicing?.line)
    add("effectif", "effectif", party.headcount)
    add("referent", "interlocuteur", party.contact?.line)
  }
}

/// Parts joined by commas, the missing ones left out.
private func line(_ parts: [String?]) -> String {
  parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
}

extension PostalAddress {
  var line: String {
    let town = [postcode, town].filter { !$0.isEmpty }.joined(separator: " ")
    return [street, town].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Representative {
  fileprivate var line: String {
    Maintenance.line([
      name, capacity,
      isLegalRepresentative.map { $0 ? "représentant légal" : "délégataire" },
      power.map { "pouvoir" + ($0.day.map { " du \($0.french)" } ?? "") },
      power?.isJoined == true ? "joint" : nil,
    ])
  }
}

extension Insurance {
  fileprivate var line: String {
    Maintenance.line([
      insurer, policy, expiry.map { "échéance le \($0.french)" }, cover?.french,
      isCertificateJoined ? "attestation jointe" : nil,
    ])
  }
}

extension VigilanceCertificate {
  fileprivate var line: String {
    Maintenance.line([
      issued.map { "du \($0.french)" } ?? "sans date", isJoined ? "jointe" : nil,
    ])
  }
}

extension InvoicingAddress {
  fileprivate var line: String {
    Maintenance.line([
      email, electronicAddress.map { "adresse électronique \($0)" },
      unitCode.map { "service \($0)" }, commitmentNumber.map { "engagement \($0)" },
    ])
  }
}

extension Contact {
  var line: String {
    Maintenance.line([name, telephone, email])
  }
}
