/// One step of the schema, never changed once released.
///
/// A statement writes `{integer}`, `{blob}` and `{strict}` where the engines differ.
protocol Migration: Sendable {
  /// That of its type, by which databases remember it.
  var name: String { get }
  var statements: [String] { get }

  /// What the engines do not say alike, after the statements.
  func finish(on connection: any Connection) throws
}

extension Migration {
  func finish(on connection: any Connection) throws {}
}
