import Foundation
import Testing

struct ClockCommandTests {
  private static let example = "examples/atelier-lumen.yaml"

  private func clock(_ options: [String]) throws -> Command.Outcome {
    try Command(["clock", Self.example] + options).outcome()
  }

  @Test func `clock says when each delay ends, why, and by which article`() throws {
    let told = try clock(["--priority", "P2", "--at", "2026-05-07T17:50"])
    #expect(told.status == 0)
    let text = told.output.replacing("\u{A0}", with: " ")
    #expect(
      text.contains(
        "prise en charge : 1 heure, au plus tard le 2026-05-11 08:50 — art. 7.3, obligation de "
      ))
    #expect(text.contains("2026-05-08 00:00 → 2026-05-09 00:00  –  jour férié : 8 mai"))
    #expect(text.contains("total compté : 8 h sur 8 h"))
  }

  @Test func `a pause is a stretch of its own, laid to its party, and the rest sums up`() throws {
    let told = try clock([
      "--priority", "P2", "--at", "2026-05-11T08:00", "--format", "json", "--pause",
      "2026-05-11T08:30/2026-05-11T09:15=attente_client",
    ])
    let milestones = try JSONDecoder().decode(Told.self, from: Data(told.output.utf8)).milestones
    #expect(milestones.count == 3)
    for milestone in milestones {
      let counted = milestone.stretches.filter(\.counts)
      #expect(counted.reduce(0) { $0 + $1.seconds } == milestone.delaySeconds)
      #expect(milestone.stretches.contains { $0.party == "client" })
    }
    #expect(milestones[0].deadline == "2026-05-11T07:45:00.000Z")
  }

  private struct Told: Decodable {
    var milestones: [Milestone]

    struct Milestone: Decodable {
      var delaySeconds: Int
      var deadline: String?
      var stretches: [Stretch]
    }

    struct Stretch: Decodable {
      var seconds: Int
      var counts: Bool
      var party: String?
    }
  }

  @Test func `a pause without end holds the deadline back`() throws {
    let told = try clock([
      "--priority", "P2", "--at", "2026-05-11T08:00", "--pause", "2026-05-11T08:30/=acces_refuse",
    ])
    #expect(told.output.contains("sans échéance tant que dure la suspension"))
  }

  @Test func `a fault that comes back goes on, or starts a new clock`() throws {
    let goesOn = try clock([
      "--priority", "P2", "--at", "2026-05-11T08:00", "--reopened",
      "2026-05-11T10:00/2026-05-11T11:00",
    ])
    #expect(goesOn.output.contains("la même horloge continue"))
    #expect(goesOn.output.contains("au plus tard le 2026-05-11 09:00"))
    let fresh = try clock([
      "--priority", "P2", "--at", "2026-05-11T08:00", "--reopened",
      "2026-05-11T10:00/2026-05-15T11:00",
    ])
    #expect(fresh.output.contains("une nouvelle horloge"))
    #expect(fresh.output.contains("au plus tard le 2026-05-15 12:00"))
  }

  @Test(arguments: [
    (["--priority", "P9", "--at", "2026-05-07T17:50"], "il a P1, P2, P3, P4"),
    (["--priority", "P2", "--at", "2026-05-07"], "n’est pas un instant"),
    (["--priority", "P2", "--at", "2026-02-30T10:00"], "n’est pas un instant"),
    (["--priority", "P2", "--at", "2027-03-28T02:30"], "l’heure d’été commence"),
    (["--priority", "P2", "--at", "2026-05-07T17:50", "--site", "lyon"], "atelier, boutique"),
    (
      ["--priority", "P2", "--at", "2026-05-07T17:50", "--group", "x"], "postes, serveurs, decoupe"
    ),
    (
      [
        "--priority", "P2", "--at", "2026-05-07T17:50", "--pause",
        "2026-05-08T10:00/2026-05-08T11:00=vacances",
      ], "pas de motif de suspension « vacances »"
    ),
    (
      [
        "--priority", "P2", "--at", "2026-05-07T17:50", "--pause",
        "2026-05-08T11:00/2026-05-08T10:00=attente_client",
      ], "avant de finir"
    ),
    (
      [
        "--priority", "P2", "--at", "2026-05-07T17:50", "--pause",
        "2026-05-06T11:00/2026-05-08T10:00=attente_client",
      ], "ne se chevauchent pas"
    ),
    (
      [
        "--priority", "P2", "--at", "2026-05-07T17:50", "--pause",
        "2026-05-08T10:00/=attente_client", "--pause",
        "2026-05-09T10:00/2026-05-09T11:00=attente_client",
      ], "seule la dernière suspension"
    ),
    (["--priority", "P2"], "--at"),
  ])
  func `what cannot be understood is said`(_ options: [String], _ words: String) throws {
    let told = try clock(options)
    #expect(told.status != 0)
    #expect(told.complaint.contains(words), "\(told.complaint)")
  }

  @Test func `a file that is no contract is refused`() throws {
    let told = try Command(
      "clock", "README.md", "--priority", "P1", "--at", "2026-05-07T17:50"
    ).outcome()
    #expect(told.status == 2)
  }
}
