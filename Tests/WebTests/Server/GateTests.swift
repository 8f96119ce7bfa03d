import Hummingbird
import Testing

@testable import Web

struct GateTests {
  @Test func `one more than there are places is refused, and a place is given back`() async throws {
    let gate = Gate(places: 1)
    _ = try await gate.run {
      await #expect(throws: HTTPError.self) { try await gate.run { 1 } }
    }
    #expect(try await gate.run { 7 } == 7)
  }
}
