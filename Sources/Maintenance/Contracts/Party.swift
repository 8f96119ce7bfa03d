/// One side of the contract, with the mentions of C. com. R123-237 and R123-238.
package struct Party: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case company = "societe"
    case soleTrader = "entrepreneur_individuel"
    case association
    case publicBody = "public"
    case other = "autre"
  }

  package var name = ""
  /// None when the file leaves it to be seen from the legal form.
  package var kind: Kind?
  /// SAS, SARL, EI, association…
  package var legalForm: String?
  /// Share capital in whole euros.
  package var capital: Int?
  package var isVariableCapital = false
  package var siren: String?
  package var siret: String?
  /// Town of the commercial register (greffe).
  package var registryTown: String?
  /// Number of an association in the national directory: W and nine characters.
  package var associationNumber: String?
  /// Code of the main activity (APE).
  package var activityCode: String?
  package var vatNumber: String?
  /// Acts as a commerçant, when said: only then can a court be chosen (CPC 48).
  package var isTrader: Bool?
  /// A legal person outside any professional activity (C. conso. L215-3).
  package var isNonProfessional = false
  package var seat = PostalAddress()
  /// The establishment served, when it is not the seat.
  package var establishment: PostalAddress?
  package var representative = Representative()
  /// E-mail address for notices (C. civ. 1127).
  package var noticesAddress: String?
  package var iban: String?
  package var bic: String?
  package var insurance: Insurance?
  /// URSSAF certificate of diligence, asked for every six months (C. trav. D8222-5).
  package var vigilance: VigilanceCertificate?
  package var invoicing: InvoicingAddress?
  package var headcount: Int?
  /// The person the other side talks to.
  package var contact: Contact?

  package init() {}
}

package struct PostalAddress: Hashable, Sendable {
  package var street = ""
  package var postcode = ""
  package var town = ""

  package init() {}
}

package struct Representative: Hashable, Sendable {
  package var name = ""
  /// Capacity in which they sign: président, gérant…
  package var capacity = ""
  /// Holds the office by law (président, gérant); false for a delegate, nothing when unsaid.
  package var isLegalRepresentative: Bool?
  package var power: PowerOfAttorney?

  package init() {}
}

/// The written power of who signs without being the legal representative.
package struct PowerOfAttorney: Hashable, Sendable {
  package var day: Day?
  package var isJoined = false

  package init() {}
}

package struct VigilanceCertificate: Hashable, Sendable {
  package var issued: Day?
  package var isJoined = false

  package init() {}
}

/// Where invoices go, and the references that a buyer wants on them.
package struct InvoicingAddress: Hashable, Sendable {
  package var email: String?
  /// Address in the French directory of electronic invoicing (scheme 0225).
  package var electronicAddress: String?
  /// Code of the buying unit (Chorus Pro).
  package var unitCode: String?
  package var commitmentNumber: String?

  package init() {}
}

package struct Contact: Hashable, Sendable {
  package var name = ""
  package var telephone: String?
  package var email: String?

  package init() {}
}

package struct Insurance: Hashable, Sendable {
  package var insurer = ""
  package var policy = ""
  package var expiry: Day?
  /// Cover a claim, in euros.
  package var cover: Money?
  package var isCertificateJoined = false

  package init() {}
}

/// One of the two who sign.
package enum PartySide: String, CaseIterable, Sendable {
  case provider = "prestataire"
  case client
}

extension Contract {
  package func party(_ side: PartySide) -> Party {
    switch side {
    case .provider: provider
    case .client: client
    }
  }
}
