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
  private let visitor: Visitor
  private let accounts: [Role: String]

  static let password = "une phrase assez longue"

  init(_ sample: SampleSite, _ canary: String) async throws {
    let operations = sample.operations
    self.operations = operations
    let base = sample.visitor.site
    site = Website(
      operations: operations, press: base.press, assets: base.assets, actor: SampleSite.actor,
      needsAccounts: true)
    visitor = Visitor(site)
    let text = try Project.example("atelier-lumen")
    own = try await Doors.place("own", text, "Imprimante muette", sample)
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
        email: "\(role)@vigie.example", name: "\(role)", role: role, agreements: seen,
        by: SampleSite.actor)
      accounts[role] = try await operations.beginSession(of: account, agent: "tests").text
    }
    self.accounts = accounts
  }

  func session(of role: Role) async throws -> String {
    guard let token = accounts[role] else { throw Missing.account }
    return token
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
