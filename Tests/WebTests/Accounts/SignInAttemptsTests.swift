import HTTPTypes
import Hummingbird
import Logging
import Maintenance
import Testing

@testable import Web

struct SignInAttemptsTests {
  private let now = SampleSite.now

  @Test func `ten attempts on an account from one network, then none for a quarter of an hour`() {
    let attempts = SignInAttempts()
    for index in 0..<10 {
      #expect(attempts.mayTry("a", from: "192.0.2.\(index)", at: now))
    }
    #expect(!attempts.mayTry("a", from: "192.0.2.200", at: now))
    #expect(attempts.mayTry("b", from: "192.0.2.200", at: now))
    #expect(attempts.mayTry("a", from: "192.0.3.1", at: now))
    #expect(attempts.mayTry("a", from: "192.0.2.1", at: now + 900))
  }

  @Test func `fifty from one network, whatever the accounts`() {
    let attempts = SignInAttempts()
    for index in 0..<50 {
      #expect(attempts.mayTry("\(index)", from: "2001:db8:0:1::\(index)", at: now))
    }
    #expect(!attempts.mayTry("other", from: "2001:db8:0:1:ffff::1", at: now))
    #expect(attempts.mayTry("other", from: "2001:db8:0:2::1", at: now))
  }

  @Test func `a hundred on one account from everywhere shut out those who never came from there`() {
    let attempts = SignInAttempts()
    #expect(attempts.mayTry("a", from: "198.51.100.7", at: now))
    attempts.succeeded("a", from: "198.51.100.7")
    var tries = 0
    while attempts.mayTry("a", from: "10.0.\(tries / 5).1", at: now) { tries += 1 }
    #expect(tries == 99)
    #expect(attempts.mayTry("a", from: "198.51.100.9", at: now))
    #expect(!attempts.mayTry("a", from: "203.0.113.1", at: now))
  }

  @Test func `a thousand in all`() {
    let attempts = SignInAttempts()
    var tries = 0
    while attempts.mayTry("\(tries)", from: "10.\(tries / 250).\(tries % 250).1", at: now) {
      tries += 1
    }
    #expect(tries == 1000)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false),
    ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
    ("192.0.2.128/25", "192.0.2.129", true), ("192.0.2.128/25", "192.0.2.127", false),
    ("10.0.0.0/8", "::ffff:10.1.2.3", true), ("fd00::/8", "fd12::1", true),
    ("fd00::/8", "fe00::1", false), ("fd00::/8", "10.0.0.1", false),
  ])
  func `a range holds its addresses`(_ range: String, _ address: String, _ holds: Bool) throws {
    #expect(try #require(NetworkRange(range)).contains(address) == holds)
  }

  @Test(arguments: ["", "10.0.0.0/33", "10.0.0/8", "fd00::/129", "a.example", "10.0.0.0/-1"])
  func `what is no range is refused`(_ text: String) {
    #expect(NetworkRange(text) == nil)
  }

  @Test(arguments: [
    ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
    ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
    ("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
    ("10.0.0.1", "not an address", "10.0.0.1"), ("10.0.0.1", "", "10.0.0.1"),
  ])
  func `a proxy of ours is believed, and nobody else`(
    _ peer: String, _ forwarded: String, _ sender: String
  ) async throws {
    try await SampleSite.run { sample in
      let base = sample.visitor.site
      let site = Website(
        operations: sample.operations, press: base.press, assets: base.assets,
        actor: SampleSite.actor, proxies: [try #require(NetworkRange("10.0.0.0/8"))])
      var context = WebContext(logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
      context.peer = peer
      let head = HTTPRequest(
        method: .get, scheme: "http", authority: "localhost", path: "/",
        headerFields: [.forwardedFor: forwarded])
      #expect(
        site.sender(of: Request(head: head, body: RequestBody(buffer: .init())), context) == sender)
    }
  }

  @Test func `a few passwords at a time, some wait their turn, the others are refused`()
    async throws
  {
    let line = WaitingLine(places: 1, longest: 1)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<3 {
        group.addTask {
          do {
            try await line.run { try await Task.sleep(for: .milliseconds(200)) }
            return 0
          } catch let refusal as HTTPError { return refusal.status.code }
        }
      }
      var codes: [Int] = []
      for try await code in group { codes.append(code) }
      #expect(codes.sorted() == [0, 0, 429])
    }
  }
}
