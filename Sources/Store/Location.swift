/// Where a database is: a file for the embedded engine, a server for PostgreSQL.
package enum Location: Hashable, Sendable, CustomStringConvertible {
  case sqlite(path: String)
  /// A libpq connection URI, password included.
  case postgres(url: String)

  /// Reads `postgres://…` and `postgresql://…` as servers, all else as a path.
  package init(_ text: String) {
    let isServer = text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    self = isServer ? .postgres(url: text) : .sqlite(path: text)
  }

  /// For messages and logs: without password and without parameters, which may hold one.
  package var description: String {
    switch self {
    case .sqlite(let path): return path
    case .postgres(let url):
      let bare = url.prefix { $0 != "?" }
      guard let start = bare.firstRange(of: "://")?.upperBound,
        let at = bare.lastIndex(of: "@"), start <= at
      else { return String(bare) }
      let user = bare[start..<at].prefix { $0 != ":" }
      return String(bare[..<start] + user + bare[at...])
    }
  }
}
