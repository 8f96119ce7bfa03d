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
    try connection.hear()
    let known = connection.appended.commands[command.digest]
    if let subject = try known ?? connection.subject(of: command) {
      throw RepeatedCommand(subject: subject)
    }
  }

  /// Keeps the command with the first change, whose first entry is at `pos`. Of two at once the
  /// second throws `StoreFault.conflict`, should it not have seen the first.
  func keep(_ subject: Subject, at pos: Int64, on connection: any Connection) {
    guard !isKept else { return }
    connection.appended.add(command, on: subject, at: pos)
    isKept = true
  }
}

extension Connection {
  /// What a command changed; nothing when it was not done.
  func subject(of command: Command) throws -> Subject? {
    try rows(
      "SELECT \(CommandRow.columns) FROM command WHERE digest = $1", [.blob(command.digest)],
      CommandRow.init
    ).first?.subject
  }
}

/// A command that was done.
struct CommandRow {
  static let columns = "digest, subject_kind, subject, agreement"

  let digest: [UInt8]
  let subject: Subject

  init(_ row: Row) throws {
    digest = row.blob(0)
    guard let kind = Subject.Kind(rawValue: row.text(1)) else {
      throw StoreFault.unreadable(reason: "a command on \(row.text(1))")
    }
    subject = Subject(kind: kind, id: row.integer(2), agreement: ID(number: row.integer(3)))
  }
}
