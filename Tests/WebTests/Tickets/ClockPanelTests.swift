import Maintenance
import Operations
import Testing

@testable import Web

struct ClockPanelTests {
  @Test func `the stretches add up to the delay, whatever the second it started at`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let late = sample.operations.at(SampleSite.now + 50)
      let ticket = try await SampleSite(visitor: sample.visitor, operations: late)
        .ticket(under: agreement)
      _ = try await sample.operations.at(SampleSite.now + 955).act(
        on: ticket.id, by: SampleSite.actor, .pause(.awaitingClient, note: "Quel modèle\u{202F}?"))
      _ = try await sample.operations.at(SampleSite.now + 1990).act(
        on: ticket.id, by: SampleSite.actor, .resume)
      let reading = try await sample.operations.at(SampleSite.now + 2000).ticket(ticket.id)
      let shell = Shell(
        formats: Formats(words: .french, zone: .paris, now: reading.at),
        assets: sample.visitor.site.assets.links, path: "/")
      for clock in reading.clocks {
        var alone = reading
        alone.clocks = [clock]
        let lengths = Frame(shell: shell).clocks(alone).text
          .matches(of: /num">(?:(\d+)\u{A0}h\u{A0}?)?(\d+)?/)
          .map { 60 * (Int($0.1 ?? "") ?? 0) + (Int($0.2 ?? "") ?? 0) }
        let total = try #require(lengths.last)
        #expect(lengths.dropLast().reduce(0, +) == total)
        #expect(
          total * 60
            == clock.stretches.filter { $0.cause == .counted }
            .reduce(0) { $0 + $1.seconds })
      }
    }
  }
}
