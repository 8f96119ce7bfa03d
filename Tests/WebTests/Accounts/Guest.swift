import HTTPTypes
import Maintenance
import NIOCore
import Operations

@testable import Web

/// Somebody at a browser: keeps the cookie of the session, and sends forms as pages showed them.
final class Guest {
  private(set) var token: String?
  private let visitor: Visitor

  init(_ site: Website, token: String? = nil) {
    visitor = Visitor(site)
    self.token = token
  }

  /// The same browser at another time.
  func at(_ site: Website) -> Guest { Guest(site, token: token) }

  func get(_ path: String) async throws -> Visitor.Answer {
    try await ask(.get, path)
  }

  /// `sendsToken` is false for a form that no page of ours showed.
  func post(
    _ path: String, _ fields: [String: String] = [:], sendsToken: Bool = true
  ) async throws -> Visitor.Answer {
    var fields = fields
    if sendsToken, let token { fields["formulaire"] = AccessToken.formToken(of: token) }
    let form = fields.map { "\($0)=\(Guest.encoded($1))" }.joined(separator: "&")
    return try await ask(.post, path, form)
  }

  private func ask(
    _ method: HTTPRequest.Method, _ path: String, _ form: String = ""
  ) async throws -> Visitor.Answer {
    var headers: HTTPFields = [
      .origin: "http://localhost", .contentType: "application/x-www-form-urlencoded",
    ]
    if let token { headers[.cookie] = "diligence=\(token)" }
    let answer = try await visitor.ask(method, path, headers, ByteBuffer(string: form))
    for cookie in answer.headers[values: .setCookie] where cookie.hasPrefix("diligence=") {
      let value = cookie.dropFirst(10).prefix { $0 != ";" }
      token = value.isEmpty ? nil : String(value)
    }
    return answer
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = (48...57) ~= byte || (65...90) ~= byte || (97...122) ~= byte
      return isPlain
        ? String(UnicodeScalar(byte))
        : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}

/// A site that asks for accounts, with its first owner; the clock is handed to each question.
struct ClosedSite {
  let base: Website
  let operations: Operations
  let owner: Account

  static let password = "une phrase assez longue"

  static func run(
    mailbox: Mailbox? = nil, _ body: (ClosedSite) async throws -> Void
  ) async throws {
    try await SampleSite.run { sample in
      let operations = Operations(
        database: sample.operations.database, now: { SampleSite.now },
        chance: { UInt32.random(in: 0 ... .max) }, mailbox: mailbox,
        secrets: SecretBox(key: Array(repeating: 9, count: 32)))
      guard let link = try await operations.firstOwnerLink() else { throw Missing.account }
      let owner = try await operations.enter(
        link: link.text, password: password, email: "ana@vigie.example", name: "Ana Ferrand")
      try await body(
        ClosedSite(base: sample.visitor.site, operations: operations, owner: owner))
    }
  }

  /// The site as it is some seconds later; attempts are counted anew.
  func site(after seconds: Int = 0) -> Website {
    Website(
      operations: operations.at(SampleSite.now + seconds), press: base.press, assets: base.assets,
      actor: SampleSite.actor, needsAccounts: true)
  }

  /// Signed in by the password alone.
  func guest(
    _ email: String = "ana@vigie.example", after seconds: Int = 0
  ) async throws -> Guest {
    let guest = Guest(site(after: seconds))
    _ = try await guest.post(
      "/connexion", ["courriel": email, "secret": ClosedSite.password])
    return guest
  }

  /// Opens an account with a password.
  func person(_ email: String, _ role: Role) async throws -> Account {
    let (account, link) = try await operations.openAccount(
      email: email, name: email, role: role, by: owner.actor)
    return try await operations.enter(
      link: link.text, password: ClosedSite.password, email: "", name: account.name)
  }
}
