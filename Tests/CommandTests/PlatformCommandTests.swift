import Foundation
import FoundationNetworking
import Testing

/// The service and a platform over HTTP, from an invoice's issue to its refusal and its payment.
@Suite(.serialized)
struct PlatformCommandTests {
  @Test func `an invoice goes to the platform, and what is said of it comes back`() throws {
    try withPlatform { folder, platform in
      let secret = folder.appending(path: "secret")
      try Data("secret\n".utf8).write(to: secret)
      let server = try Command(
        "serve", "--demo", "--database", folder.appending(path: "a.db").path, "--port", "0",
        "--schedule-every", "1", "--platform", "\(platform)/flow-service",
        "--platform-secret", secret.path, "--platform-token-url", "\(platform)/token",
        "--platform-client", "essai", "--platform-from", "2026-01-01", "--platform-every", "1")
      let address = try #require(server.address())
      defer { server.process.terminate() }
      #expect(try post(address + "factures/a-emettre").status == 200)
      let sent = try waiting {
        try flows(platform)
      } until: {
        !$0.isEmpty
      }
      let flow = try #require(sent.first)
      #expect(flow.flowSyntax == "Factur-X")
      #expect(flow.processingRule == "B2B")
      let name = try #require(flow.name)
      let number = String(name.dropLast(4))
      let file = try #require(flow.file.flatMap { Data(base64Encoded: $0) })
      #expect(file.starts(with: Data("%PDF-1.7".utf8)))
      try tell(platform, "_ack", ["flowId": flow.flowId, "status": "Ok"])
      try tell(
        platform, "_say",
        [
          "invoice": number, "seller": "999301120", "code": "210", "reasonCode": "TX_TVA_ERR",
          "reason": "Taux erroné & base",
        ])
      let list = try waiting {
        try get(address + "factures/plateforme")
      } until: {
        $0.contains(number)
      }
      #expect(list.contains("Refusée"))
      #expect(list.contains("TX_TVA_ERR"))
      #expect(list.contains("Taux erroné &amp; base"))
      let path = try #require(list.firstMatch(of: #/href="/(factures/[0-9a-z]{13})"/#)?.1)
      let today = try #require(
        try get(address + path).firstMatch(of: #/name="jour" id="jour" value="([0-9-]+)"/#)?.1)
      let paid = try post(
        address + path + "/paiements",
        "jour=\(today)&montant=10%2C00&moyen=virement&reference=VIR+1")
      #expect(paid.status == 200)
      let told = try waiting {
        try flows(platform)
      } until: { flows in
        flows.contains { $0.flowSyntax == "CDAR" && $0.trackingId != nil }
      }
      let message = try #require(
        told.first { $0.flowSyntax == "CDAR" && $0.trackingId != nil })
      let xml = try #require(message.file.flatMap { Data(base64Encoded: $0) })
      let text = String(decoding: xml, as: UTF8.self)
      #expect(text.contains("<ram:ProcessConditionCode>212</ram:ProcessConditionCode>"))
      #expect(text.contains("<ram:ValueAmount currencyID=\"EUR\">10.00</ram:ValueAmount>"))
    }
  }

  @Test func `a platform's options are judged before anything starts`() throws {
    for arguments in [
      ["--platform", "ftp://x/"], ["--platform", "http://127.0.0.1:1/"],
      ["--platform", "http://127.0.0.1:1/", "--platform-secret", "/nonexistent"],
      ["--platform-token-url", "http://127.0.0.1:1/"], ["--platform-from", "demain"],
    ] {
      let outcome = try Command(["serve", "--port", "0"] + arguments).outcome()
      #expect(outcome.status == 64, "\(arguments): \(outcome.complaint)")
      #expect(outcome.complaint.contains("--platform"))
    }
  }

  private struct Flow: Decodable {
    var flowId: String
    var flowSyntax: String
    var processingRule: String
    var trackingId: String?
    var name: String?
    var file: String?
  }

  private func withPlatform(_ body: (URL, _ address: String) throws -> Void) throws {
    try withFolder { folder in
      let server = Process()
      server.executableURL = URL(filePath: "/usr/bin/env")
      server.arguments = [
        "python3", Command.root.appending(path: "Tests/Oracles/invoiceplatform.py").path,
      ]
      let said = Pipe()
      server.standardError = said
      try server.run()
      defer {
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
      }
      var heard = ""
      while !heard.hasSuffix("\n") {
        let more = said.fileHandleForReading.availableData
        try #require(!more.isEmpty)
        heard += String(decoding: more, as: UTF8.self)
      }
      try body(folder, "http://127.0.0.1:\(heard.dropLast())")
    }
  }

  /// Asks for a minute at most.
  private func waiting<Value>(
    _ ask: () throws -> Value, until isDone: (Value) -> Bool
  ) throws -> Value {
    var value = try ask()
    for _ in 0..<120 where !isDone(value) {
      Thread.sleep(forTimeInterval: 0.5)
      value = try ask()
    }
    #expect(isDone(value))
    return value
  }

  private func flows(_ platform: String) throws -> [Flow] {
    let data = Data(try get(platform + "/_flows").utf8)
    return try JSONDecoder().decode([Flow].self, from: data)
  }

  private func tell(_ platform: String, _ what: String, _ said: [String: String]) throws {
    let body = try JSONEncoder().encode(said)
    #expect(
      try post("\(platform)/\(what)", String(decoding: body, as: UTF8.self)).status == 200)
  }

  private func get(_ address: String) throws -> String {
    try curl([address]).text
  }

  private func post(_ address: String, _ body: String = "") throws -> (status: Int, text: String) {
    try curl(["--location", "--data-binary", body, address])
  }

  private func curl(_ arguments: [String]) throws -> (status: Int, text: String) {
    let curl = Process()
    curl.executableURL = URL(filePath: "/usr/bin/env")
    curl.arguments =
      ["curl", "--silent", "--max-time", "60", "--write-out", "\n%{http_code}"] + arguments
    let said = Pipe()
    curl.standardOutput = said
    try curl.run()
    let data = try said.fileHandleForReading.readToEnd() ?? Data()
    curl.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    return (Int(text.suffix(3)) ?? 0, String(text.dropLast(4)))
  }
}
