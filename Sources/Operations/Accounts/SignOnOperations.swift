import Foundation
package import Maintenance
import Store

extension Operations {
  /// What the browser keeps, sealed, while its owner is at the provider's.
  package func sealed(_ errand: SignOnProvider.Errand) throws -> String {
    guard let secrets else { throw AccountRefusal.noSealingKey }
    return Base64URL.text(
      try secrets.seal(Array(try JSONEncoder().encode(errand)), of: "sign_on"))
  }

  /// Nothing when it was not sealed here.
  package func errand(_ sealed: String) -> SignOnProvider.Errand? {
    guard let secrets, sealed.utf8.count <= 4096, let bytes = Base64URL.data(sealed[...]) else {
      return nil
    }
    do {
      return try JSONDecoder().decode(
        SignOnProvider.Errand.self,
        from: Data(try secrets.open(Array(bytes), of: "sign_on")))
    } catch { return nil }
  }

  /// The account of whoever the provider names: one that was bound to that identity before, or is
  /// by the invitation that they hold. Never one that has the same address alone.
  package func signOn(
    _ identity: SignOnIdentity, link: String?
  ) async throws -> Account {
    let instant = now()
    if let link { return try await bind(identity, by: link, at: instant) }
    let account = try await database.read { reader in
      try reader.account(of: identity.issuer, identity.subject).flatMap { try reader.account($0) }
    }
    guard let account, !account.isDisabled else { throw AccountRefusal.unknownIdentity }
    return account
  }

  private func bind(
    _ identity: SignOnIdentity, by link: String, at instant: Instant
  ) async throws -> Account {
    try await database.write { transaction in
      let digest = AccessToken.digest(of: link)
      guard let known = try transaction.reader.link(digest, at: instant), let id = known,
        let account = try transaction.reader.account(id), !account.isDisabled,
        try transaction.spendLink(digest, at: instant)
      else { throw AccountRefusal.linkSpent }
      let other = try transaction.reader.account(of: identity.issuer, identity.subject)
      guard other == nil || other == id else { throw AccountRefusal.identityTaken }
      guard other == nil else { return account }
      let change = try account.bound(
        to: identity.issuer, by: account.actor, at: instant)
      try transaction.save(change)
      try transaction.bind(identity.issuer, identity.subject, to: id)
      try transaction.endSessions(of: id)
      return change.state
    }
  }
}
