import CPostgres

/// How a session begins.
extension PostgresSession {
  static func connect(to location: Location) throws -> OpaquePointer {
    guard case .postgres(let url) = location else {
      preconditionFailure("not a server: \(location)")
    }
    // What comes before the address is a default that the address may change.
    let settings = [
      ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
      ("keepalives_count", "3"), ("tcp_user_timeout", "20000"),
      ("fallback_application_name", "diligence"), ("dbname", url), ("client_encoding", "UTF8"),
    ]
    let opened = withTexts(settings.map(\.0)) { names in
      withTexts(settings.map(\.1)) { PQconnectdbParams(names, $0, 1) }
    }
    guard let opened else { throw StoreFault.unreachable(server: "\(location)", reason: "memory") }
    guard PQstatus(opened) == CONNECTION_OK else {
      defer { PQfinish(opened) }
      throw StoreFault.unreachable(
        server: "\(location)", reason: line(PQerrorMessage(opened)) ?? "")
    }
    return opened
  }

  /// Settings, before any pipeline.
  func set(_ sql: String) throws {
    let result = PQexec(link, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw fault(of: result) }
  }

  func checkDurable() throws {
    let expected = [
      ("synchronous_commit", "on"), ("fsync", "on"), ("full_page_writes", "on"),
      ("server_encoding", "UTF8"),
    ]
    for (setting, wanted) in expected {
      let value = try rows("SELECT current_setting($1)", [.text(setting)]) { $0.text(0) }.first
      guard value == wanted else {
        throw StoreFault.notDurable(setting: setting, value: value ?? "unknown")
      }
    }
  }

  private static func withTexts<Value>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
  ) -> Value {
    var bytes: [CChar] = []
    let starts = texts.map { text in
      defer { bytes += text.utf8CString }
      return bytes.count
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var pointers = starts.map { start in buffer.baseAddress.map { $0 + start } }
      pointers.append(nil)
      return pointers.withUnsafeBufferPointer { array in
        guard let address = array.baseAddress else {
          preconditionFailure("never empty: it ends by nil")
        }
        return body(address)
      }
    }
  }
}
