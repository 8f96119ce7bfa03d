import CPostgres

/// What libpq and the server say when something goes wrong.
extension PostgresSession {
  func fault(of result: OpaquePointer?) -> StoreFault {
    let field = PQresultErrorField(result, Int32(UInt8(ascii: "C")))
    let code = field.map { String(cString: $0) } ?? ""
    let reason = PostgresSession.line(PQresultErrorMessage(result)) ?? message
    switch code {
    // Serialization failure, deadlock, lock timeout.
    case "40001", "40P01", "55P03": return .contention(reason: reason)
    case "23505": return .conflict(reason: reason)
    case "53100": return .diskFull(reason: reason)
    default:
      // A server that shuts down says so (57P01…) before the line goes dead.
      guard PQstatus(link) == CONNECTION_OK, !code.hasPrefix("57P") else {
        return .connectionLost(reason: reason)
      }
      return .refused(reason: reason)
    }
  }

  /// What libpq says last.
  var message: String { PostgresSession.line(PQerrorMessage(link)) ?? "" }

  /// On one line; nothing when there is no text.
  static func line(_ text: UnsafePointer<CChar>?) -> String? {
    let line = text.map { String(cString: $0) }?
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    return line?.isEmpty == false ? line : nil
  }

  func fault(of result: OpaquePointer?, to question: PostgresQuestion) -> StoreFault? {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
      switch question.kind {
      case .change(let rows, let otherwise)
      where Int(String(cString: PQcmdTuples(result))) != rows:
        return otherwise
      case .opening(let take):
        guard let result else { return nil }
        do { try take(self, result) } catch { return error as? StoreFault }
        return nil
      default: return nil
      }
    case _ where result == nil: return .connectionLost(reason: message)
    default: return fault(of: result)
    }
  }

  /// Not tried, because something before it failed.
  func isAborted(_ result: OpaquePointer?) -> Bool {
    PQresultStatus(result) == PGRES_PIPELINE_ABORTED
  }
}
