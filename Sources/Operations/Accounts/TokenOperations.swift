package import Maintenance
import Store

extension Operations {
  /// Gives a program a token that acts for somebody. Gives its text, this once.
  package func giveToken(
    named name: String, scopes: Set<TokenScope>, days: Int, to account: Account
  ) async throws -> (token: APIToken, text: String) {
    let instant = now()
    let text = Operations.newTokenText()
    let token = APIToken(
      id: newID(at: instant), account: account.id, name: name,
      prefix: String(text.prefix(12)), scopes: scopes, created: instant,
      end: instant + min(max(days, 0), 10_000) * 86_400)
    _ = try await changeAccount(account.id) { account, _, reader in
      guard try reader.tokens(of: account.id).count < APIToken.mostOfAccount else {
        throw AccountRefusal.tooManyTokens
      }
      return try account.gave(token, by: account.actor)
    } also: { transaction in
      try transaction.add(token, digest: AccessToken.digest(of: text))
    }
    return (token, text)
  }

  package func tokens(of account: ID<Account>) async throws -> [APIToken] {
    try await database.read { try $0.tokens(of: account) }
  }

  package func revokeToken(
    _ id: ID<APIToken>, of account: ID<Account>, by actor: Actor
  ) async throws {
    guard let token = try await tokens(of: account).first(where: { $0.id == id }) else {
      throw Missing.account
    }
    _ = try await changeAccount(account) { account, instant, _ in
      try account.revoked(token, by: actor, at: instant)
    } also: { transaction in
      try transaction.remove(id)
    }
  }

  /// Who a program acts for; nothing when its token is unknown, over, or its person's account is
  /// disabled. Notes at most once a minute that it was used.
  package func program(_ text: String) async throws -> SignedIn? {
    guard text.utf8.count == Operations.tokenLength else { return nil }
    let digest = AccessToken.digest(of: text)
    let instant = now()
    let found = try await database.read { reader -> SignedIn? in
      guard let token = try reader.token(digest: digest), instant < token.end,
        let account = try reader.account(token.account), !account.isDisabled
      else { return nil }
      return SignedIn(account, token: token)
    }
    if let token = found?.token, token.used.map({ instant - $0 >= 60 }) ?? true {
      try await database.write { try $0.use(token.id, at: instant) }
    }
    return found
  }

  private static let tokenLength = 4 + 8 + 1 + 52

  /// `dlg_`, forty bits by which people know it, 256 by which nobody guesses it.
  private static func newTokenText() -> String {
    var chance = SystemRandomNumberGenerator()
    func drawn(_ count: Int) -> String {
      Base32.text((0..<count).map { _ in UInt8.random(in: 0 ... .max, using: &chance) })
        .lowercased()
    }
    return "dlg_\(drawn(5))_\(drawn(32))"
  }
}
