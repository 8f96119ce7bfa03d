import Maintenance
import Operations
import TestSupport

extension Operations {
  /// The example contract in force, received and signed a month before that instant.
  func exampleInForce(
    named name: String = "atelier-lumen", before now: Instant, by agent: Actor,
    _ edited: (String) -> String = { $0 }
  ) async throws -> Agreement {
    let early = at(now + -30 * 86_400)
    let text = edited(String(decoding: try Project.example(name), as: UTF8.self))
    guard case .kept(let id, _) = try await early.receive(text: Array(text.utf8), by: agent)
    else { throw Missing.agreement }
    return try await early.recordBothSignatures(id, by: agent)
  }

  /// A ticket under it, on its first site and group.
  func exampleTicket(
    _ title: String = "Serveur muet", under agreement: ID<Agreement>, by agent: Actor
  ) async throws -> Ticket {
    let contract = try await terms(of: agreement).contract
    return try await openTicket(
      TicketRequest(
        channel: .telephone, site: contract.scope.sites[0].id,
        group: contract.scope.groups[0].id, nature: .incident,
        impact: contract.serviceLevels.matrix.impacts[1],
        urgency: contract.serviceLevels.matrix.urgencies[0], title: title, text: "",
        requester: "Jeanne Morel"), under: agreement, by: agent)
  }
}
