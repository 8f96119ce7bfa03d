import Foundation
import Testing

@Suite(.serialized)
struct MailCommandTests {
  private func trial(
    _ server: MailServer, _ relay: String, to recipient: String = "ana@client.example",
    _ options: String...
  ) throws -> Command.Outcome {
    try Command(
      [
        "mail", "test", "--mail-relay", relay.replacing("PORT", with: server.port), "--mail-from",
        "Vigie Informatique <support@vigie.example>", "--wait", "2", recipient,
      ] + options
    ).outcome()
  }

  @Test(arguments: ["--tls", "--starttls"])
  func `a message goes over TLS to a relay that is known, with a password that is right`(
    _ mode: String
  ) throws {
    try withMailServer(mode, password: "très secret") { server in
      let scheme = mode == "--tls" ? "smtps" : "smtp"
      let relay = "\(scheme)://diligence@127.0.0.1:PORT"
      let password = server.folder.appending(path: "password").path
      try "très secret\n".write(toFile: password, atomically: true, encoding: .utf8)
      let trusting = ["--mail-authorities", server.folder.path + "/ca.pem"]
      let named = ["--mail-password-file", password]
      func outcome(_ options: [String]) throws -> Command.Outcome {
        try Command(
          [
            "mail", "test", "--mail-relay", relay.replacing("PORT", with: server.port),
            "--mail-from", "Vigie Informatique <support@vigie.example>",
            "ana@client.example", "--wait", "10",
          ] + options
        ).outcome()
      }
      let sent = try outcome(trusting + named)
      #expect(sent.status == 0, "\(sent.complaint)")
      #expect(sent.output.contains("250 2.0.0 Kept"))
      let message = try #require(try server.messages(atLeast: 1).first)
      #expect(message.contains("From: Vigie Informatique <support@vigie.example>"))
      #expect(message.contains("Auto-Submitted: auto-generated"))
      #expect(message.contains("multipart/alternative"))
      // An unknown authority, then a wrong password: told, without the password.
      let distrusted = try outcome(named)
      #expect(distrusted.status == 1)
      #expect(distrusted.complaint.contains("CERTIFICATE_VERIFY_FAILED"))
      try "autre chose".write(toFile: password, atomically: true, encoding: .utf8)
      let wrong = try outcome(trusting + named)
      #expect(wrong.status == 1)
      #expect(wrong.complaint.contains("the name or the password"))
      #expect(!wrong.complaint.contains("autre chose"))
      #expect(try server.messages().count == 1)
    }
  }

  @Test func `what a relay answers decides whether it is tried again`() throws {
    try withMailServer { server in
      let relay = "smtp://127.0.0.1:PORT"
      for (name, said) in [
        ("greylisted", "Remis à plus tard : 451"), ("unknown", "Adresse refusée : 550 5.1.1"),
        ("policy", "Message refusé : 550 5.7.1"), ("spam", "Message refusé : 554"),
        ("hang", "hors d’usage : the relay did not answer in time"),
        ("dies", "Remis à plus tard : the line was cut"),
      ] {
        let outcome = try trial(server, relay, to: "\(name)@client.example")
        #expect(outcome.status == 1)
        #expect(outcome.complaint.contains(said), "\(name): \(outcome.complaint)")
      }
      server.end()
      let gone = try trial(server, relay)
      #expect(gone.complaint.contains("hors d’usage"))
    }
  }

  @Test func `an address of a relay that holds a password, or is none, is refused`() throws {
    for relay in ["smtp://ana:secret@relay.example", "http://relay.example", "relay.example"] {
      let outcome = try Command(
        "mail", "test", "--mail-relay", relay, "--mail-from", "support@vigie.example",
        "ana@client.example"
      ).outcome()
      #expect(outcome.status == 64)
      #expect(!outcome.complaint.contains("secret"))
    }
  }
}
