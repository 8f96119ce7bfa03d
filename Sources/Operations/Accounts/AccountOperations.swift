import Crypto
package import Maintenance
import Store

/// A secret that is shown once; the database keeps its SHA-256 alone.
package struct AccessToken: Sendable {
  /// Sixty-four hexadecimal digits.
  package let text: String

  init() {
    var chance = SystemRandomNumberGenerator()
    text = (0..<4).map { _ in
      String(UInt64.random(in: 0 ... .max, using: &chance) | 1 << 63, radix: 16)
    }.joined()
  }

  package static func digest(of text: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(text.utf8)))
  }
}

extension Operations {
  /// A day for a link, which travels by a terminal or a message.
  private static let linkSeconds = 86_400
  /// Whoever asks again sooner is sent nothing: the first message is on its way.
  private static let quietSeconds = 300

  package func hasAccounts() async throws -> Bool {
    try await database.read { try $0.hasAccounts() }
  }

  package func account(_ id: ID<Account>) async throws -> Account {
    guard let account = try await database.read({ try $0.account(id) }) else {
      throw Missing.account
    }
    return account
  }

  package func accounts() async throws -> [Account] {
    try await database.read { try $0.accounts() }
  }

  /// The link by which the first owner comes in, while there is no account.
  package func firstOwnerLink() async throws -> AccessToken? {
    let instant = now()
    return try await database.write { transaction -> AccessToken? in
      guard try !transaction.reader.hasAccounts() else { return nil }
      let token = AccessToken()
      try transaction.addLink(
        AccessToken.digest(of: token.text), for: nil, until: instant + Operations.linkSeconds)
      return token
    }
  }

  /// Opens an account, and gives the link by which its person sets a password.
  package func openAccount(
    email: String, name: String, role: Role, reach: Reach = Reach(), by actor: Actor
  ) async throws -> (account: Account, link: AccessToken) {
    let instant = now()
    let id: ID<Account> = newID(at: instant)
    return try await database.write { transaction in
      guard try transaction.reader.account(email: email) == nil else {
        throw AccountRefusal.emailTaken
      }
      try check(reach, at: instant, in: transaction.reader)
      let change = try Account.opened(
        email: email, name: name, role: role, reach: reach, id: id, by: actor, at: instant)
      try transaction.save(change)
      return (
        change.state, try link(for: change.state, isFirst: true, at: instant, in: transaction)
      )
    }
  }

  /// Another link for somebody who lost the first, or the password.
  package func accessLink(for email: String) async throws -> AccessToken? {
    let instant = now()
    return try await database.write { transaction -> AccessToken? in
      guard let account = try transaction.reader.account(email: email), !account.isDisabled else {
        return nil
      }
      return try link(for: account, isFirst: false, at: instant, in: transaction)
    }
  }

  /// Writes a link to somebody who forgot the password, whatever the address: whoever asks must not
  /// learn whether it has an account. Does nothing for one without, and without a relay.
  ///
  /// `side` is that of the pages where it was asked, if they let in one side alone.
  package func writeAccessLink(to email: String, side: Actor.Side?) async throws {
    guard mailbox != nil else { return }
    let instant = now()
    try await database.write { transaction in
      guard let account = try transaction.reader.account(email: email), !account.isDisabled,
        side.map({ $0 == account.role.side }) ?? true,
        try !transaction.reader.hasLink(
          of: account.id, endingAfter: instant + (Operations.linkSeconds - Operations.quietSeconds))
      else { return }
      _ = try link(for: account, isFirst: false, at: instant, in: transaction)
    }
  }

  /// Makes a link and sends it to the account's own address.
  private func link(
    for account: Account, isFirst: Bool, at instant: Instant, in transaction: Transaction
  ) throws -> AccessToken {
    let token = AccessToken()
    try transaction.addLink(
      AccessToken.digest(of: token.text), for: account.id,
      until: instant + Operations.linkSeconds)
    try send(
      MailPurpose(isFirst ? .invitation : .accessLink),
      to: Correspondent(address: account.email, name: account.name), in: transaction, at: instant
    ) {
      Letter.access(token.text, isFirst: isFirst, for: account.name, $0, $1)
    }
    return token
  }

  /// Whom a link lets in; nothing when it is spent, `.some(nil)` for the first owner's.
  package func accountOfLink(_ token: String) async throws -> Account?? {
    let instant = now()
    return try await database.read { reader -> Account?? in
      guard let id = try reader.link(AccessToken.digest(of: token), at: instant) else { return nil }
      return .some(try id.flatMap { try reader.account($0) })
    }
  }

  /// Sets the password that a link lets somebody set; the first owner says who they are as well.
  package func enter(
    link token: String, password: String, email: String, name: String
  ) async throws -> Account {
    let hash = try await newHash(of: password)
    let instant = now()
    let newAccount: ID<Account> = newID(at: instant)
    return try await database.write { transaction in
      let digest = AccessToken.digest(of: token)
      guard let known = try transaction.reader.link(digest, at: instant),
        try transaction.spendLink(digest, at: instant)
      else { throw AccountRefusal.linkSpent }
      let account: Account
      if let known {
        guard let found = try transaction.reader.account(known), !found.isDisabled else {
          throw AccountRefusal.linkSpent
        }
        account = found
      } else {
        guard try !transaction.reader.hasAccounts() else { throw AccountRefusal.linkSpent }
        let change = try Account.opened(
          email: email, name: name, role: .owner, reach: Reach(), id: newAccount,
          by: Actor(side: .provider, name: name), at: instant)
        try transaction.save(change)
        account = change.state
      }
      try transaction.setPassword(hash, of: account.id, at: instant)
      try transaction.endSessions(of: account.id)
      return account
    }
  }

  /// Lets somebody sign in no more, or again; their sessions end at once.
  package func setDisabled(
    _ isDisabled: Bool, _ id: ID<Account>, by actor: Actor
  ) async throws -> Account {
    try await changeAccount(id) { account, instant, reader in
      if isDisabled, account.role == .owner, try reader.ownerCount() < 2 {
        throw AccountRefusal.lastOwner
      }
      return try account.disabled(isDisabled, by: actor, at: instant)
    }
  }

  package func setRole(
    _ role: Role, reach: Reach = Reach(), of id: ID<Account>, seen version: Int? = nil,
    by actor: Actor
  ) async throws -> Account {
    try await changeAccount(id) { account, instant, reader in
      if let version, account.version != version { throw AccountRefusal.accountChanged }
      if account.role == .owner, role != .owner, !account.isDisabled,
        try reader.ownerCount() < 2
      {
        throw AccountRefusal.lastOwner
      }
      try check(reach, after: account.reach, at: instant, in: reader)
      return try account.changed(to: role, reach: reach, by: actor, at: instant)
    }
  }

  /// Contracts that there are, and sites that they name, or to which somebody was held already.
  private func check(
    _ reach: Reach, after before: Reach? = nil, at instant: Instant, in reader: Reader
  ) throws {
    for id in reach.agreements {
      let agreement = try reader.existing(id)
      guard let sites = reach.sites[id] else { continue }
      let known = try terms(of: agreement, at: instant, in: reader).contract.scope.sites.map(\.id)
      guard sites.isSubset(of: known + (before?.sites[id] ?? [])) else {
        throw AccountRefusal.unknownSite
      }
    }
  }

  func changeAccount(
    _ id: ID<Account>,
    _ verb: @Sendable @escaping (Account, Instant, Reader) throws -> Change<Account>,
    also: @Sendable @escaping (Transaction) throws -> Void = { _ in }
  ) async throws -> Account {
    let instant = now()
    return try await database.write { transaction in
      // Two owners who disable each other at once must not both be let.
      try transaction.lock(Subject.register.agreement)
      guard let account = try transaction.reader.account(id) else { throw Missing.account }
      let change = try verb(account, instant, transaction.reader)
      try transaction.save(change)
      if change.state.isDisabled { try transaction.endSessions(of: id) }
      try also(transaction)
      return change.state
    }
  }
}
