package import Maintenance
import Store

extension Operations {
  /// Everything that is kept about somebody (GDPR, art. 15), as JSON: the account, where it is
  /// open, what acts for it, what it read, and each fact that names its person,
  /// contract by contract.
  ///
  /// `toThemselves`: of the facts, only what was done to their account, and what somebody of their
  /// name did where they see it. Others may bear that name, or it may be any word: what names it
  /// is another's to read, or internal, and is given by whoever manages accounts.
  ///
  /// What proves who somebody is stays out: a copy of it would open the account. Cost grows with
  /// the register.
  package func personalData(
    of id: ID<Account>, toThemselves: Bool = false
  ) async throws -> [UInt8] {
    try await database.read { reader in
      guard let account = try reader.account(id) else { throw Missing.account }
      guard let words = Redaction(words: [account.name]) ?? Redaction(words: [account.email])
      else { throw Missing.account }
      let seen =
        account.role.side == .client
        ? account.reach.agreements
        : try reader.agreements(now: Instant(milliseconds: 0), limit: 10_000).map(\.id)
      var contracts: [Datum] = []
      for agreement in seen {
        let facts = try reader.facts(of: agreement) { fact in
          toThemselves
            ? try did(account, fact, in: reader)
            : words.redacted(fact.actor) != nil || words.redacted(fact.body) != nil
        }
        guard !facts.isEmpty else { continue }
        contracts.append(
          .fields(["contract": .text(agreement.text), "facts": .list(facts)]))
      }
      return try Datum.fields([
        "account": .fields([
          "email": .text(account.email), "name": .text(account.name),
          "role": .text(account.role.rawValue), "disabled": .flag(account.isDisabled),
          "second_factor": .flag(account.hasSecondFactor),
          "contracts": .list(account.reach.agreements.map { .text($0.text) }),
          "sites": .list(account.reach.sites.values.flatMap(\.self).sorted().map(Datum.text)),
        ]),
        "sessions": .list(try reader.sessions(of: id).map(Operations.datum)),
        "tokens": .list(try reader.tokens(of: id).map(Operations.datum)),
        "sign_on": .list(try reader.signOnIssuers(of: id).map(Datum.text)),
        "reads": .list(try reader.reads(by: id, limit: 10_000).map(\.datum)),
        "complete": .flag(!toThemselves),
        "register": .list(
          try reader.facts(of: Subject.register.agreement) { fact in
            fact.subject.kind == .account && fact.subject.id == id.number
              || !toThemselves
                && (words.redacted(fact.actor) != nil || words.redacted(fact.body) != nil)
          }),
        "contracts": .list(contracts),
      ]).json()
    }
  }

  /// Somebody of that name and side, where the account sees it.
  private func did(_ account: Account, _ fact: Fact, in reader: Reader) throws -> Bool {
    guard fact.actor == account.actor else { return false }
    guard account.reach.sites[fact.subject.agreement] != nil else { return true }
    guard fact.subject.kind == .ticket else { return false }
    return try reader.sees(ID(number: fact.subject.id), within: account.reach)
  }

  private static func datum(_ session: WebSession) -> Datum {
    .fields([
      "since": .text(session.created.iso), "seen": .text(session.seen.iso),
      "browser": .text(session.agent),
    ])
  }

  private static func datum(_ token: APIToken) -> Datum {
    .fields([
      "name": .text(token.name), "prefix": .text(token.prefix),
      "scopes": .list(token.scopes.map(\.rawValue).sorted().map(Datum.text)),
      "since": .text(token.created.iso), "until": .text(token.end.iso),
      "used": .text(token.used?.iso ?? ""),
    ])
  }
}
