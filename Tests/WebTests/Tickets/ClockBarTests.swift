import Maintenance
import Operations
import Testing

@testable import Web

struct ClockBarTests {
  @Test func `the bar is whole and shows where now is, before, after and when reached`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let ticket = try await sample.ticket(under: agreement)
      let running = try await bars(of: ticket, sample, after: 1800)
      #expect(running.allSatisfy { $0.contains("class=\"now\"") && $0.contains("class=\"ahead\"") })
      let late = try await bars(of: ticket, sample, after: 90 * 86_400)
      #expect(late.allSatisfy { $0.contains("class=\"over\"") && !$0.contains("class=\"ahead\"") })
      _ = try await sample.operations.at(SampleSite.now + 60).act(
        on: ticket.id, by: SampleSite.actor, .resolve(.software, note: "Relancé"))
      let reached = try await bars(of: ticket, sample, after: 1800)
      #expect(reached.allSatisfy { !$0.contains("class=\"now\"") && $0.contains("\"spared\"") })
      for bar in running + late + reached { #expect((995...1010).contains(width(of: bar))) }
    }
  }

  private func bars(of ticket: Ticket, _ sample: SampleSite, after seconds: Int) async throws
    -> [String]
  {
    let reading = try await sample.operations.at(SampleSite.now + seconds).ticket(ticket.id)
    let formats = Formats(words: .french, zone: .paris, now: reading.at)
    let shell = Shell(
      formats: formats, assets: sample.visitor.site.assets.links, path: "/")
    return reading.clocks.map {
      Frame(shell: shell).clockBar($0, label: "Délai", now: reading.at).text
    }
  }

  private func width(of bar: String) -> Int {
    bar.matches(of: /width="(\d+)"/).compactMap { Int($0.1) }.reduce(0, +)
  }
}
