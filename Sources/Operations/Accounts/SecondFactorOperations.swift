package import Maintenance
package import Store

/// A seed that awaits its first code, as its person enters it into a telephone.
package struct ProposedSeed: Sendable {
  /// `otpauth://…`, for a QR code.
  package let address: String
  /// For whoever types it.
  package let text: String
}

extension Operations {
  /// Draws a seed for somebody whose identity was just proved; it counts once a code confirms it.
  package func proposeSecondFactor(of account: Account) async throws {
    guard let secrets else { throw AccountRefusal.noSealingKey }
    let sealed = try secrets.seal(
      OneTimeCode.newSeed(), of: Operations.seedOwner(account.id))
    try await database.write { transaction in
      guard try transaction.reader.secondFactor(of: account.id)?.isConfirmed != true else {
        throw AccountRefusal.unchanged
      }
      try transaction.propose(sealed, of: account.id)
    }
  }

  /// The seed that awaits its first code; never one that was confirmed.
  package func proposedSeed(of account: Account) async throws -> ProposedSeed? {
    let row = try await database.read { try $0.secondFactor(of: account.id) }
    guard let row, !row.isConfirmed else { return nil }
    let seed = try seed(row, of: account.id)
    return ProposedSeed(
      address: OneTimeCode.address(seed, of: account.email), text: Base32.text(seed))
  }

  /// The first code shows that the telephone has the seed. Gives the recovery codes, this once; the
  /// account's other sessions end.
  package func confirmSecondFactor(
    _ code: String, of signedIn: SignedIn
  ) async throws -> RecoveryCodes {
    let id = signedIn.account.id
    guard let row = try await database.read({ try $0.secondFactor(of: id) }), !row.isConfirmed
    else { throw AccountRefusal.noSecondFactor }
    let seed = try seed(row, of: id)
    guard
      let step = OneTimeCode.step(
        of: Operations.digits(code), seed, at: now(), after: row.lastStep)
    else { throw AccountRefusal.wrongCode }
    let codes = RecoveryCodes()
    let digests = codes.texts.map(RecoveryCodes.digest)
    let confirmed = now()
    _ = try await changeAccount(id) { account, instant, _ in
      try account.secondFactor(true, by: account.actor, at: instant)
    } also: { transaction in
      guard try transaction.takeStep(step, of: id) else { throw AccountRefusal.wrongCode }
      try transaction.confirmSecondFactor(of: id, at: confirmed)
      try transaction.setRecoveryCodes(digests, of: id)
      try transaction.endSessions(of: id, but: signedIn.session?.token ?? [])
    }
    return codes
  }

  /// Ten others in place of those that are left.
  package func renewRecoveryCodes(of account: Account) async throws -> RecoveryCodes {
    guard account.hasSecondFactor else { throw AccountRefusal.noSecondFactor }
    let codes = RecoveryCodes()
    let digests = codes.texts.map(RecoveryCodes.digest)
    try await database.write { try $0.setRecoveryCodes(digests, of: account.id) }
    return codes
  }

  package func recoveryCodeCount(of account: Account) async throws -> Int {
    try await database.read { try $0.recoveryCodeCount(of: account.id) }
  }

  /// Takes somebody's second factor away: their own, or another's who lost it. Every session of
  /// theirs but `kept` ends.
  package func resetSecondFactor(
    of id: ID<Account>, by actor: Actor, keeping kept: WebSession? = nil
  ) async throws -> Account {
    try await changeAccount(id) { account, instant, reader in
      if kept != nil, account.role.side == .provider, try reader.isSecondFactorRequired() {
        throw AccountRefusal.secondFactorRequired
      }
      return try account.secondFactor(false, by: actor, at: instant)
    } also: { transaction in
      try transaction.removeSecondFactor(of: id)
      try transaction.endSessions(of: id, but: kept?.token ?? [])
    }
  }

  package func isSecondFactorRequired() async throws -> Bool {
    try await database.read { try $0.isSecondFactorRequired() }
  }

  package func requireSecondFactor(_ isRequired: Bool, by actor: Actor) async throws {
    let instant = now()
    try await database.write { transaction in
      guard try transaction.reader.isSecondFactorRequired() != isRequired else {
        throw AccountRefusal.unchanged
      }
      try transaction.record(
        SignInPolicy(requiresSecondFactor: isRequired).fact(by: actor, at: instant))
    }
  }

  /// Uses up a code of six digits, or a recovery code.
  func takeCode(_ typed: String, of id: ID<Account>) async throws {
    let digits = Operations.digits(typed)
    guard digits.count == 6, digits.allSatisfy(\.isNumber) else {
      let digest = RecoveryCodes.digest(typed)
      guard try await database.write({ try $0.spendRecoveryCode(digest, of: id) }) else {
        throw AccountRefusal.wrongCode
      }
      return
    }
    guard let row = try await database.read({ try $0.secondFactor(of: id) }), row.isConfirmed,
      let step = OneTimeCode.step(
        of: digits, try seed(row, of: id), at: now(), after: row.lastStep),
      try await database.write({ try $0.takeStep(step, of: id) })
    else { throw AccountRefusal.wrongCode }
  }

  /// Another key than the one that sealed it is as good as none.
  private func seed(_ row: SecondFactorRow, of id: ID<Account>) throws -> [UInt8] {
    guard let secrets else { throw AccountRefusal.noSealingKey }
    do { return try secrets.open(row.sealed, of: Operations.seedOwner(id)) } catch {
      throw AccountRefusal.noSealingKey
    }
  }

  /// As people write them: «123 456».
  private static func digits(_ code: String) -> String { code.filter { !$0.isWhitespace } }

  private static func seedOwner(_ id: ID<Account>) -> String { "second_factor \(id.number)" }
}
