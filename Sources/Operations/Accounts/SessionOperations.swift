import Crypto
package import Maintenance
package import Store

/// Somebody who is signed in.
package struct SignedIn: Sendable {
  package let account: Account
  /// At a browser.
  package let session: WebSession?
  /// What each form of theirs carries, which no other site can know.
  package let formToken: String?
  /// By a program.
  package let token: APIToken?
  /// The owner asks the provider's people for a second factor, which this one has not set yet.
  package let mustEnrol: Bool

  init(_ account: Account, session: WebSession, formToken: String, mustEnrol: Bool) {
    self.account = account
    self.session = session
    self.formToken = formToken
    self.mustEnrol = mustEnrol
    token = nil
  }

  init(_ account: Account, token: APIToken) {
    self.account = account
    self.token = token
    session = nil
    formToken = nil
    mustEnrol = false
  }

  package func may(_ right: Right) -> Bool {
    account.role.may(right) && (token?.may(right) ?? true)
  }

  /// As facts name who acts: a program is told from its person.
  package var actor: Actor {
    guard let token else { return account.actor }
    return Actor(side: account.role.side, name: "\(account.name) (\(token.name))")
  }

  /// A page that changes what protects the account asks for the password again after a while.
  package func hasProof(at instant: Instant) -> Bool {
    session.map { instant - $0.proved < SessionLimits.proof } ?? false
  }
}

extension AccessToken {
  /// Made from what the browser holds, so that nothing more is kept.
  package static func formToken(of session: String) -> String {
    HMAC<SHA256>.authenticationCode(
      for: Array("diligence form".utf8), using: SymmetricKey(data: Array(session.utf8))
    ).prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}

extension Operations {
  /// Signs somebody in, or as far as the second factor. The same refusal, at the same cost,
  /// whatever was wrong.
  package func signIn(
    email: String, password: String, agent: String, side: Actor.Side? = nil
  ) async throws -> (account: Account, token: AccessToken) {
    let account = try await account(email: email, password: password)
    guard side ?? account.role.side == account.role.side else {
      throw AccountRefusal.wrongCredentials
    }
    return (account, try await beginSession(of: account, agent: agent))
  }

  private func account(email: String, password: String) async throws -> Account {
    guard password.count <= PasswordHash.longest else { throw AccountRefusal.wrongCredentials }
    let (account, kept) = try await database.read { reader in
      let account = try reader.account(email: email)
      return (account, try account.flatMap { try reader.password(of: $0.id) })
    }
    let isRight = try await PasswordHash.holds(kept ?? PasswordHash.nobody, password)
    guard let account, isRight, !account.isDisabled else {
      throw AccountRefusal.wrongCredentials
    }
    if let kept, PasswordHash.isOld(kept) {
      let hash = try await PasswordHash.made(of: password)
      let instant = now()
      try await database.write { try $0.setPassword(hash, of: account.id, at: instant) }
    }
    return account
  }

  /// The token that the browser is to hold; it opens nothing while a second factor is awaited.
  package func beginSession(of account: Account, agent: String) async throws -> AccessToken {
    let token = AccessToken()
    let session = WebSession(
      token: AccessToken.digest(of: token.text), account: account.id, created: now(),
      agent: String(agent.prefix(200)), stage: account.hasSecondFactor ? .code : .entered)
    try await begin(session)
    return token
  }

  private func begin(_ session: WebSession) async throws {
    try await database.write { transaction in
      try transaction.sweep(
        sessionsBefore: session.created + -SessionLimits.longest, linksBefore: session.created)
      try transaction.add(session)
    }
  }

  /// Who gave the right password with that token, and has yet to give a code.
  package func awaitingCode(_ token: String) async throws -> Account? {
    let instant = now()
    return try await database.read { reader -> Account? in
      guard let session = try reader.session(AccessToken.digest(of: token)),
        session.stage == .code, instant - session.created < SessionLimits.code,
        let account = try reader.account(session.account), !account.isDisabled
      else { return nil }
      return account
    }
  }

  /// Takes the code of a second factor, or a recovery code, and gives another token: the one that
  /// was known before it opens nothing, ever.
  package func enter(
    awaiting token: String, code: String, agent: String
  ) async throws -> (account: Account, token: AccessToken) {
    guard let account = try await awaitingCode(token) else { throw AccountRefusal.linkSpent }
    try await takeCode(code, of: account.id)
    let next = AccessToken()
    let session = WebSession(
      token: AccessToken.digest(of: next.text), account: account.id, created: now(),
      agent: String(agent.prefix(200)), stage: .entered)
    let old = AccessToken.digest(of: token)
    try await database.write { transaction in
      guard try transaction.endSession(old, of: account.id) else { throw AccountRefusal.linkSpent }
      try transaction.add(session)
    }
    return (account, next)
  }

  /// Who holds that token; nothing when the session is over. Notes at most once a minute that it
  /// was seen, so that reading a page writes nothing; a stream that renews itself is no use of it.
  package func signedIn(_ token: String, isUse: Bool = true) async throws -> SignedIn? {
    let instant = now()
    let found = try await database.read { reader -> SignedIn? in
      guard let session = try reader.session(AccessToken.digest(of: token)),
        session.stage == .entered,
        let account = try reader.account(session.account), !account.isDisabled,
        instant - session.created < SessionLimits.whole(account.role.side),
        instant - session.seen < SessionLimits.idle(account.role.side)
      else { return nil }
      let mayLack = account.role.side == .client || account.hasSecondFactor
      return SignedIn(
        account, session: session, formToken: AccessToken.formToken(of: token),
        mustEnrol: try !mayLack && reader.isSecondFactorRequired())
    }
    if isUse, let session = found?.session, instant - session.seen >= 60 {
      try await database.write { try $0.see(session.token, at: instant) }
    }
    return found
  }

  /// Whether somebody is still signed in there, with the account as it was then.
  package func isUnchanged(_ signedIn: SignedIn) async throws -> Bool {
    guard let session = signedIn.session else { return true }
    return try await database.read { reader in
      try reader.session(session.token) != nil
        && reader.account(signedIn.account.id) == signedIn.account
    }
  }

  package func signOut(_ session: WebSession) async throws {
    try await database.write { try $0.endSession(session.token) }
  }

  /// Those that are still good.
  package func sessions(of account: Account) async throws -> [WebSession] {
    let instant = now()
    let side = account.role.side
    return try await database.read { try $0.sessions(of: account.id) }.filter {
      instant - $0.created < SessionLimits.whole(side)
        && instant - $0.seen < SessionLimits.idle(side)
    }
  }

  /// Ends every session of an account but the one at hand.
  package func endOtherSessions(of signedIn: SignedIn) async throws {
    try await database.write {
      try $0.endSessions(of: signedIn.account.id, but: signedIn.session?.token ?? [])
    }
  }

  package func endSession(_ token: [UInt8], of account: ID<Account>) async throws {
    guard try await database.write({ try $0.endSession(token, of: account) }) else {
      throw Missing.account
    }
  }

  package func endSessions(of account: ID<Account>) async throws {
    try await database.write { try $0.endSessions(of: account) }
  }

  /// Asks again who somebody is, before what protects the account changes: the password, and a
  /// code where there is a second factor.
  package func prove(_ signedIn: SignedIn, password: String, code: String) async throws {
    let account = signedIn.account
    _ = try await self.account(email: account.email, password: password)
    if account.hasSecondFactor { try await takeCode(code, of: account.id) }
    guard let session = signedIn.session else { return }
    let instant = now()
    try await database.write { try $0.prove(session.token, at: instant) }
  }

  /// Another password for whoever knows the present one; ends the other sessions.
  package func changePassword(
    of signedIn: SignedIn, from present: String, to password: String
  ) async throws {
    _ = try await account(email: signedIn.account.email, password: present)
    let hash = try await newHash(of: password)
    let instant = now()
    try await database.write { transaction in
      try transaction.setPassword(hash, of: signedIn.account.id, at: instant)
      try transaction.endSessions(of: signedIn.account.id, but: signedIn.session?.token ?? [])
    }
  }

  func newHash(of password: String) async throws -> String {
    guard password.count >= PasswordHash.shortest else { throw AccountRefusal.passwordTooShort }
    guard password.count <= PasswordHash.longest else { throw AccountRefusal.passwordTooLong }
    return try await PasswordHash.made(of: password)
  }
}
