/// What was sent to the server and is not yet answered.
struct PostgresQuestion {
  enum Kind {
    case preparation(sql: String)
    case query
    /// Changes as many rows as said, or else fails.
    case change(rows: Int, otherwise: StoreFault)
    /// Asked by the session itself, which takes what is answered.
    case opening((PostgresSession, OpaquePointer) throws -> Void)

    var isChange: Bool { if case .change = self { true } else { false } }
    var isOpening: Bool { if case .opening = self { true } else { false } }
  }

  let kind: Kind
  /// Whose it is, of a group; nobody's where it is about all of them.
  let turn: Int?
}
