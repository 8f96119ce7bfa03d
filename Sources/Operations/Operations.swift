package import ContractSource
package import Maintenance
package import Store

/// Everything that writes, and the readings that need a contract's terms.
///
/// Each operation is one transaction: load, ask the rule, save the change. Time and chance come in
/// here and nowhere deeper.
package struct Operations: Sendable {
  package let database: Database
  package private(set) var now: @Sendable () -> Instant
  let chance: @Sendable () -> UInt32
  let library: TermsLibrary
  let onCallPromises = OnCallPromises()
  /// Published values that a text's findings are judged by.
  let rates: PublishedRates
  /// Who stamps the register's signed heads; none when nobody was named.
  let authority: TimeStampAuthority?
  /// Takes invoices and tells what becomes of them; none when nobody was named.
  package let platform: ApprovedPlatform?
  /// Where it is told that backups were restored; none when nobody named a backup.
  let backups: BackupWatch?
  /// From where people are written to; nobody is without one.
  package let mailbox: Mailbox?
  /// Seals secrets that are read again; none where nobody gave a key.
  let secrets: SecretBox?

  package init(
    database: Database, now: @escaping @Sendable () -> Instant,
    chance: @escaping @Sendable () -> UInt32, rates: PublishedRates = .known,
    authority: TimeStampAuthority? = nil, platform: ApprovedPlatform? = nil,
    backups: BackupWatch? = nil, mailbox: Mailbox? = nil, secrets: SecretBox? = nil
  ) {
    self.mailbox = mailbox
    self.database = database
    self.now = now
    self.chance = chance
    self.rates = rates
    self.authority = authority
    self.platform = platform
    self.backups = backups
    self.secrets = secrets
    library = TermsLibrary()
  }

  /// The same operations at another time, for a story told under a virtual clock.
  package func at(_ instant: Instant) -> Operations {
    var operations = self
    operations.now = { instant }
    return operations
  }

  /// The identity of an act to come, which nobody else will draw: 128 bits of chance.
  package func newCommand() -> String {
    (0..<4).map { _ in String(UInt64(chance()) | 1 << 32, radix: 16) }.joined()
  }

  func newID<Thing>(at instant: Instant) -> ID<Thing> {
    ID(at: instant, chance: chance())
  }
}

/// Something asked for that is not there.
package enum Missing: Error, Equatable {
  case agreement
  case ticket
  case draft
  /// No version of the contract is in force.
  case versionInForce
  case version
  case invoice
  case account
  case shift
  case envelope
  case template
  case advice
  case delivery
  case view
}
