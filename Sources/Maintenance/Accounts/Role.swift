/// What a person is here, on one side.
package enum Role: String, CaseIterable, Sendable {
  case owner = "dirigeant"
  case manager = "responsable"
  case technician = "technicien"
  case accountant = "comptable"
  /// Reads and verifies.
  case auditor = "auditeur"
  /// May sign and accept for the client.
  case signatory = "signataire"
  case requester = "demandeur"
  case reader = "lecteur"

  package var side: Actor.Side {
    switch self {
    case .owner, .manager, .technician, .accountant, .auditor: .provider
    case .signatory, .requester, .reader: .client
    }
  }
}

/// Something that somebody may do; a route asks for one.
package enum Right: String, CaseIterable, Sendable {
  case readContracts
  case writeContracts
  case sign
  case readTickets
  case openTickets
  /// The provider's acts on a ticket.
  case workTickets
  /// The client's: answer, confirm, reopen, accept or refuse.
  case answerTickets
  /// Records what the client says of an advice or of a delivery; binds the client.
  case answerAdvice
  case settleDuties
  case readInvoices
  case bill
  case readRegister
  case verify
  case disclose
  case manageAccounts
  /// The client's own people under one of its contracts.
  case managePeople
}

extension Role {
  /// The one table of who may do what. The provider's people may on every contract, the client's
  /// on those that their account names, and never elsewhere.
  package var rights: Set<Right> {
    switch self {
    case .owner: Set(Right.allCases).subtracting([.answerTickets])
    case .manager:
      Set(Right.allCases).subtracting([
        .answerTickets, .manageAccounts, .managePeople,
      ])
    case .technician:
      [
        .readContracts, .readTickets, .openTickets, .workTickets, .answerAdvice, .settleDuties,
        .readRegister,
      ]
    case .accountant: [.readContracts, .readTickets, .readInvoices, .bill, .readRegister]
    case .auditor: [.readContracts, .readTickets, .readInvoices, .readRegister, .verify, .disclose]
    case .signatory:
      [
        .readContracts, .sign, .readTickets, .openTickets, .answerTickets, .answerAdvice,
        .readInvoices, .readRegister, .managePeople,
      ]
    case .requester: [.readContracts, .readTickets, .openTickets, .answerTickets]
    case .reader: [.readContracts, .readTickets, .readInvoices]
    }
  }

  /// Those that a client's signatory may give.
  package static let managedByClient: [Role] = [.requester, .reader]

  package func may(_ right: Right) -> Bool { rights.contains(right) }
}
