import Register

/// One row of a result, read by position from 0, valid only while it is being mapped.
///
/// A value of another type than the one asked for reads as empty, and the query then throws.
struct Row {
  let cursor: any RowCursor

  func integer(_ column: Int) -> Int64 {
    cursor.integer(column) ?? mismatch(column, "an integer", reads: 0)
  }

  func text(_ column: Int) -> String {
    cursor.text(column) ?? mismatch(column, "a text", reads: "")
  }

  func blob(_ column: Int) -> [UInt8] {
    cursor.blob(column) ?? mismatch(column, "bytes", reads: [])
  }

  /// Nothing where the bytes are no hash.
  func hash(_ column: Int) -> Hash? {
    guard let bytes = cursor.withBlob(column, Hash.init(stored:)) else {
      return mismatch(column, "bytes", reads: nil)
    }
    return bytes
  }

  func optionalInteger(_ column: Int) -> Int64? {
    cursor.isNull(column) ? nil : integer(column)
  }

  func optionalText(_ column: Int) -> String? {
    cursor.isNull(column) ? nil : text(column)
  }

  private func mismatch<Value>(_ column: Int, _ type: String, reads empty: Value) -> Value {
    cursor.fault = cursor.fault ?? .unreadable(reason: "column \(column) is not \(type)")
    return empty
  }
}

/// A result being read: it stands on one row at a time.
protocol RowCursor: AnyObject {
  /// The first misreading, thrown when the row is mapped.
  var fault: StoreFault? { get set }

  func isNull(_ column: Int) -> Bool
  /// Nothing when the value is of another type.
  func integer(_ column: Int) -> Int64?
  func text(_ column: Int) -> String?
  func blob(_ column: Int) -> [UInt8]?
  /// Lends the bytes for the time of the call.
  func withBlob<Value>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Value) -> Value?
}

extension RowCursor {
  func withBlob<Value>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Value) -> Value? {
    blob(column).map { $0.withUnsafeBytes(body) }
  }

  func map<Value>(_ map: (Row) throws -> Value) throws -> Value {
    let value = try map(Row(cursor: self))
    if let fault { throw fault }
    return value
  }
}
