import Maintenance

/// A transaction's note of the command that it is for.
final class CommandRecord {
  private let command: Command
  private var isKept = false

  init(_ command: Command) {
    self.command = command
  }

  /// Throws when another transaction already did what is commanded.
  func refuseRepeated(on connection: any Connection) throws {
    if let subject = try connection.subject(of: command) { throw RepeatedCommand(subject: subject) }
  }

  /// Keeps the command with the first change, whose first entry is at `pos`. Of two at once the
  /// second waits for the first here, and then throws `StoreFault.conflict`.
  func keep(_ subject: Subject, at pos: Int64, on connection: any Connection) throws {
    guard !isKept else { return }
    try connection.send(
      """
      INSERT INTO command (digest, subject_kind, subject, agreement, pos)
      VALUES ($1, $2, $3, $4, $5)
      """,
      [
        .blob(command.digest), .text(subject.kind.rawValue), .integer(subject.id),
        .integer(subject.agreement.number), .integer(pos),
      ])
    isKept = true
  }
}

extension Connection {
  /// What a command changed; nothing when it was not done.
  func subject(of command: Command) throws -> Subject? {
    try rows(
      "SELECT subject_kind, subject, agreement FROM command WHERE digest = $1",
      [.blob(command.digest)]
    ) { row in
      guard let kind = Subject.Kind(rawValue: row.text(0)) else {
        throw StoreFault.unreadable(reason: "a command on \(row.text(0))")
      }
      return Subject(kind: kind, id: row.integer(1), agreement: ID(number: row.integer(2)))
    }.first
  }
}
