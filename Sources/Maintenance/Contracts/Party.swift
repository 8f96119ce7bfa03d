/// One side of the contract, with the mentions of C. com. R123-237 and R123-238.
package struct Party: Hashable, Sendable {
  package var name = ""
  /// SAS, SARL, EI, association…
  package var legalForm: String?
  /// Share capital in whole euros.
  package var capital: Int?
  package var siren: String?
  package var siret: String?
  /// Town of the commercial register (greffe).
  package var registryTown: String?
  package var vatNumber: String?
  /// Acts as a commerçant, when said: only then can a court be chosen (CPC 48).
  package var isTrader: Bool?
  /// A legal person outside any professional activity (C. conso. L215-3).
  package var isNonProfessional = false
  package var seat = PostalAddress()
  package var representative = Representative()
  /// E-mail address for notices (C. civ. 1127).
  package var noticesAddress: String?
  package var iban: String?
  package var insurance: Insurance?
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

  package init() {}
}
