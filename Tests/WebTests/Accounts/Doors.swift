import Documents
import HTTPTypes
import Maintenance
import NIOCore
import Operations
import TestSupport

@testable import Web

/// A site that asks for accounts, two clients on it, and one person of each role, who at the
/// client's sees one of its two contracts.
struct Doors {
  struct Place: Equatable {
    var name: String
    var contract: String
    var ticket: String
    var ticketID: ID<Ticket>
    var invoice: String
  }

  let site: Website
  let operations: Operations
  let own: Place
  /// Of the same client, under a contract that no account names.
  let sibling: Place
  let other: Place
  let nothing: Place
  /// Of one's own contract, at the second of its sites.
  let beside: Place
  private let visitor: Visitor
  private let accounts: [Role: String]
  private let held: [Role: String]

  static let password = "une phrase assez longue"

  /// `elsewhere` is written at the first site of one's own contract.
  init(_ sample: SampleSite, _ canary: String, elsewhere: String = "Ailleurs") async throws {
    let operations = sample.operations
    self.operations = operations
    let base = sample.visitor.site
    site = Website(
      operations: operations, press: base.press, assets: base.assets, actor: SampleSite.actor,
      needsAccounts: true)
    visitor = Visitor(site)
    let text = try Project.example("atelier-lumen")
    own = try await Doors.place("own", text, elsewhere, sample)
    beside = try await Doors.beside(own, sample)
    let second = String(decoding: text, as: UTF8.self)
      .replacing("VI-2026-031", with: "VI-2026-932")
    sibling = try await Doors.place("sibling", Array(second.utf8), canary, sample)
    other = try await Doors.place("other", Project.example("cabinet-rivoire"), canary, sample)
    nothing = Place(
      name: "nothing", contract: "0000000000001", ticket: "0000000000002",
      ticketID: ID(number: 2), invoice: "0000000000003")
    _ = try await operations.act(
      on: own.ticketID, by: SampleSite.actor, .write("NOTE-INTERNE", to: .provider))
    var accounts: [Role: String] = [:]
    for role in Role.allCases {
      let seen = role.side == .client ? [ID<Agreement>(own.contract)].compactMap { $0 } : []
      let (account, _) = try await operations.openAccount(
        email: "\(role)@vigie.example", name: "\(role)", role: role, reach: Reach(seen),
        by: SampleSite.actor)
      accounts[role] = try await operations.beginSession(of: account, agent: "tests").text
    }
    self.accounts = accounts
    var held: [Role: String] = [:]
    for role in Role.managedByClient {
      guard let contract = ID<Agreement>(own.contract) else { continue }
      let (account, _) = try await operations.openAccount(
        email: "\(role).boutique@vigie.example", name: "\(role)", role: role,
        reach: Reach([contract], sites: [contract: ["boutique"]]), by: SampleSite.actor)
      held[role] = try await operations.beginSession(of: account, agent: "tests").text
    }
    self.held = held
  }

  func session(of role: Role) async throws -> String {
    guard let token = accounts[role] else { throw Missing.account }
    return token
  }

  /// Of somebody who is held to the second site of their contract.
  func heldSession(of role: Role) async throws -> String {
    guard let token = held[role] else { throw Missing.account }
    return token
  }

  private static func beside(_ own: Place, _ sample: SampleSite) async throws -> Place {
    guard let id = ID<Agreement>(own.contract) else { throw Missing.agreement }
    let contract = try await sample.operations.terms(of: id).contract
    let ticket = try await sample.operations.openTicket(
      TicketRequest(
        channel: .telephone, site: "boutique", group: contract.scope.groups[0].id,
        nature: .incident, impact: contract.serviceLevels.matrix.impacts[1],
        urgency: contract.serviceLevels.matrix.urgencies[0], title: "Caisse muette",
        text: "Rien ne sort.", requester: "Jeanne Morel"), under: id,
      by: Actor(side: .client, name: "Jeanne Morel"))
    var place = own
    (place.name, place.ticket, place.ticketID) = ("beside", ticket.id.text, ticket.id)
    return place
  }

  /// A route with its places filled.
  func path(_ route: String, _ place: Place) -> String {
    route.split(separator: "/", omittingEmptySubsequences: false).map { part in
      switch part {
      case "{contract}": place.contract
      case "{ticket}": place.ticket
      case "{invoice}": place.invoice
      case "{account}", "{draft}", "{shift}", "{purchase}", "{mail}",
        "{envelope}", "{template}", "{outage}", "{run}", "{view}":
        "0000000000003"
      case "{act}": "prises-en-charge"
      case "{part}": "facture.pdf"
      case "{version}": "1"
      case "{entry}": "0"
      case "{step}": "parties"
      case "{session}": String(repeating: "0", count: 64)
      case "{name}": "base.css"
      case "{token}": "nul"
      default: String(part)
      }
    }.joined(separator: "/")
  }

  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ session: String?, _ form: String = "",
    on other: Visitor? = nil
  ) async throws -> Visitor.Answer {
    var headers: HTTPFields = [
      .origin: "http://localhost", .contentType: "application/x-www-form-urlencoded",
    ]
    var form = form
    if let session {
      headers[.cookie] = "diligence=\(session)"
      form += "&formulaire=\(AccessToken.formToken(of: session))"
    }
    return try await (other ?? visitor).ask(method, path, headers, ByteBuffer(string: form))
  }

  func listen(_ path: String, _ session: String, until mark: String) async throws -> String {
    try await visitor.listen(path, [.cookie: "diligence=\(session)"], until: mark)
  }

  private static func place(
    _ name: String, _ text: [UInt8], _ title: String, _ sample: SampleSite
  ) async throws -> Place {
    let early = sample.operations.at(SampleSite.now + -60 * 86_400)
    guard case .kept(let id, _) = try await early.receive(text: text, by: SampleSite.actor)
    else { throw Missing.agreement }
    let agreement = try await early.recordBothSignatures(id, by: SampleSite.actor)
    let ticket = try await sample.ticket(under: agreement, title: title)
    return Place(
      name: name, contract: agreement.id.text, ticket: ticket.id.text, ticketID: ticket.id,
      invoice: try await invoice(of: agreement.id, sample))
  }

  /// Of the first month that has something to bill.
  private static func invoice(
    of agreement: ID<Agreement>, _ sample: SampleSite
  ) async throws -> String {
    let press = InvoicePress(sample.visitor.site.press)
    for line in try await sample.operations.unbilled() where line.agreement == agreement {
      guard line.refusal == nil else { continue }
      return try await sample.operations.issueInvoice(
        of: agreement, month: line.month, by: SampleSite.actor, press: press
      ).id.text
    }
    return "0000000000003"
  }
}
