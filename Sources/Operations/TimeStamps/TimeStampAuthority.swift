/// A time-stamping authority (RFC 3161), reached by whoever runs the program.
package struct TimeStampAuthority: Sendable {
  /// Its address, kept with each stamp.
  package let name: String
  /// Gives its answer to a request, both in DER; throws when it cannot be reached in time.
  let ask: @Sendable ([UInt8]) async throws -> [UInt8]

  package init(name: String, ask: @escaping @Sendable ([UInt8]) async throws -> [UInt8]) {
    self.name = name
    self.ask = ask
  }
}
