package import Maintenance
package import Store

/// What the mail page shows of one state.
package struct MailReading: Sendable {
  package var state: MailState
  package var mail: [OutgoingMail]
  package var counts: [MailState: Int]
  package var failing: [KnownAddress]
}

extension Operations {
  package func mail(
    _ state: MailState, before: ID<OutgoingMail>?, limit: Int
  ) async throws -> MailReading {
    try await database.read { reader in
      MailReading(
        state: state, mail: try reader.mail(state, before: before, limit: limit),
        counts: try Dictionary(
          uniqueKeysWithValues: MailState.allCases.map { ($0, try reader.mailCount($0)) }),
        failing: try reader.failingAddresses())
    }
  }

  /// Which of those addresses messages come back from.
  package func failing(among addresses: Set<String>) async throws -> Set<String> {
    try await database.read { try $0.failing(among: addresses) }
  }

  package func mail(_ id: ID<OutgoingMail>) async throws -> OutgoingMail? {
    try await database.read { try $0.mail(id) }
  }

  /// Lets a message go that was held or given up; false when it is too late, or it is forgotten.
  package func sendMailAgain(_ id: ID<OutgoingMail>) async throws -> Bool {
    let instant = now()
    return try await database.write { try $0.sendAgain(id, at: instant) }
  }

  /// Says that an address works again; what was held for it stays held until it is sent again.
  package func restoreAddress(_ address: String) async throws {
    let instant = now()
    try await database.write { try $0.flag(address, because: nil, at: instant) }
  }

  package func language(of address: String) async throws -> Language {
    try await database.read { try $0.address(address)?.language ?? .french }
  }

  package func chooseLanguage(_ language: Language, of address: String) async throws {
    try await database.write { try $0.setLanguage(language, of: address) }
  }
}

extension Reader {
  func failing(among addresses: Set<String>) throws -> Set<String> {
    addresses.isEmpty
      ? [] : addresses.intersection(try failingAddresses(limit: 10_000).map(\.address))
  }
}
