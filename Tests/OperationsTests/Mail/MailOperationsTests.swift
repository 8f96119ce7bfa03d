import Maintenance
import Operations
import Store
import Synchronization
import TestSupport
import Testing

struct MailOperationsTests {
  private let now = Instant(iso: "2026-11-23T09:00:00Z") ?? Instant(milliseconds: 0)
  private let agent = Actor(side: .provider, name: "Lina Roche")

  /// A contract in force, whose client's requester has an account.
  private func withMail(
    _ engine: Engine, _ body: (Operations, LocalRelay, Agreement) async throws -> Void
  ) async throws {
    try await engine.withDatabase { database in
      let relay = LocalRelay()
      let operations = Operations(
        database: database, now: { [now] in now }, chance: relay.chance, mailbox: relay.mailbox)
      let early = operations.at(now + -30 * 86_400)
      let text = String(decoding: try Project.example(), as: UTF8.self).replacing(
        "support:\n",
        with: """
          support:
            escalade: [{ nom: Inès Vial, courriel: ines@vigie.example, seuil: 75 % }]

          """)
      guard case .kept(let id, _) = try await early.receive(text: Array(text.utf8), by: agent)
      else { throw Missing.agreement }
      try await body(operations, relay, try await early.recordBothSignatures(id, by: agent))
    }
  }

  private func ticket(
    _ operations: Operations, _ agreement: Agreement, title: String = "Imprimante muette"
  ) async throws -> Ticket {
    let contract = try await operations.terms(of: agreement.id).contract
    return try await operations.openTicket(
      TicketRequest(
        channel: .telephone, site: contract.scope.sites[0].id, group: contract.scope.groups[0].id,
        nature: .incident, impact: contract.serviceLevels.matrix.impacts[1],
        urgency: contract.serviceLevels.matrix.urgencies[0], title: title, text: "Rien ne sort.",
        requester: "Jeanne Morel"), under: agreement.id,
      by: Actor(side: .client, name: "Jeanne Morel"))
  }

  private func invite(_ operations: Operations, _ agreement: Agreement) async throws {
    _ = try await operations.openAccount(
      email: "jeanne@client.example", name: "Jeanne Morel", role: .requester,
      reach: Reach([agreement.id]), by: agent)
  }

  @Test(arguments: Engine.available)
  func `whoever a nearing deadline calls is written to once, the assignee by the account's address`(
    _ engine: Engine
  ) async throws {
    try await withMail(engine) { operations, relay, agreement in
      _ = try await operations.openAccount(
        email: "lina@vigie.example", name: "Lina Roche", role: .technician, by: agent)
      let ticket = try await ticket(operations, agreement)
      _ = try await operations.act(on: ticket.id, by: agent, .assign(to: "Lina Roche"))
      #expect(await operations.deliverMail() == [])
      let late = operations.at(now + 3 * 86_400)
      for _ in 0..<2 { #expect(await late.runSchedule() == []) }
      let told = try await late.ticket(ticket.id).ticket.escalations
      #expect(told.contains { $0.isOver })
      #expect(await late.deliverMail() == [])
      let mail = relay.mail.map(\.mail).filter { $0.kind == .escalation }
      #expect(mail.map(\.recipient).sorted() == ["ines@vigie.example", "lina@vigie.example"])
      let own = try #require(mail.first { $0.recipient == "lina@vigie.example" })
      #expect(own.subject.contains("Délai dépassé\u{A0}: Imprimante muette"))
      #expect(own.text.contains("Cette demande est à votre charge."))
      #expect(own.text.contains("https://contrats.vigie.example/tickets/\(ticket.id.text)"))
    }
  }

  @Test(arguments: Engine.available)
  func `whom an internal note names reads it by mail`(_ engine: Engine) async throws {
    try await withMail(engine) { operations, relay, agreement in
      for name in ["Camille", "Lina"] {
        _ = try await operations.openAccount(
          email: "\(name.lowercased())@vigie.example", name: "\(name) Roche", role: .technician,
          by: agent)
      }
      let ticket = try await ticket(operations, agreement, title: "Imprimante muette")
      _ = try await operations.act(
        on: ticket.id, by: agent,
        .write("@Camille Roche, @Lina Roche : le tambour ?", to: .provider))
      #expect(await operations.deliverMail() == [])
      let mail = relay.mail.map(\.mail).filter { $0.kind == .mention }
      #expect(mail.map(\.recipient) == ["camille@vigie.example"])
      #expect(mail.first?.subject.contains("\(agent.name) vous appelle") == true)
      #expect(mail.first?.text.contains("le tambour ?") == true)
    }
  }

  @Test(arguments: Engine.available)
  func `a ticket's life is told to whoever asked, in one thread, and its answers lead back to it`(
    _ engine: Engine
  ) async throws {
    try await withMail(engine) { operations, relay, agreement in
      try await invite(operations, agreement)
      let ticket = try await ticket(operations, agreement, title: "Imprimante\r\nBcc: x@y.example")
      _ = try await operations.act(on: ticket.id, by: agent, .write("On arrive.", to: .client))
      _ = try await operations.act(on: ticket.id, by: agent, .write("Le vieux.", to: .provider))
      _ = try await operations.act(on: ticket.id, by: agent, .takeCharge)
      _ = try await operations.act(on: ticket.id, by: agent, .resolve(.hardware, note: "Câble."))
      #expect(relay.mail.isEmpty)
      #expect(await operations.deliverMail() == [])
      let mail = relay.mail.map(\.mail)
      #expect(
        mail.map(\.kind) == [.invitation, .ticketOpened, .ticketAnswered, .ticketResolved])
      #expect(Set(mail.map(\.recipient)) == ["jeanne@client.example"])
      #expect(mail[0].text.contains("https://contrats.vigie.example/acces/"))
      #expect(mail[1].subject.hasPrefix("[\(agreement.reference) #1] "))
      #expect(!mail[1].subject.contains("\n") && !mail[1].subject.contains("\r"))
      #expect(mail[1].text.contains("Prise en charge\u{A0}: avant le "))
      let page = "https://contrats.vigie.example/tickets/\(ticket.id.text)"
      #expect(mail.dropFirst().allSatisfy { $0.text.contains("\n\(page)\n") })
      #expect(mail[2].text.contains("On arrive."))
      #expect(mail[2].text.hasPrefix("##- Répondez au-dessus de cette ligne -##"))
      #expect(Set(mail.dropFirst().map(\.thread)).count == 1)
      #expect(Set(mail.map(\.messageID)).count == 4)
      for name in [mail[1].replyTo, mail[3].messageID, mail[2].thread] {
        #expect(try await operations.ticket(answeredAt: ["x@y.example", name]) == ticket.id)
        let forged = name.replacing("+t.0", with: "+t.1").replacing("<t.0", with: "<t.1")
        #expect(try await operations.ticket(answeredAt: [forged]) == nil)
      }
      #expect(await operations.deliverMail() == [])
      #expect(relay.mail.count == 4)
      // What lets somebody in is forgotten once it is gone; the rest stays to be read.
      let kept = try await operations.database.read { try $0.mail(.sent, before: nil, limit: 10) }
      #expect(kept.map { $0.text.isEmpty } == [false, false, false, true])
      try await #expect(operations.verify().differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `an act that is refused sends nothing, and no relay queues nothing`(
    _ engine: Engine
  ) async throws {
    try await withMail(engine) { operations, relay, agreement in
      let ticket = try await ticket(operations, agreement)
      _ = try await operations.act(on: ticket.id, by: agent, .resolve(.hardware, note: "Câble."))
      await #expect(throws: TicketRefusal.self) {
        try await operations.act(on: ticket.id, by: agent, .resolve(.hardware, note: "Encore."))
      }
      #expect(await operations.deliverMail() == [])
      // Nobody has an account: the contract's own contact is written to.
      #expect(relay.mail.map(\.mail.kind) == [.ticketOpened, .ticketResolved])
      let silent = Operations(
        database: operations.database, now: operations.now, chance: { 7 })
      _ = try await silent.act(on: ticket.id, by: agent, .reopen(reason: "Toujours muette."))
      #expect(await silent.deliverMail() == [])
      let waiting = try await operations.database.read { try $0.mailCount(.waiting) }
      #expect(waiting == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `a message is tried again later and later, and given up after five days`(
    _ engine: Engine
  ) async throws {
    try await withMail(engine) { operations, relay, agreement in
      _ = try await ticket(operations, agreement)
      relay.answer.withLock { $0 = .postponed(reason: "451 later") }
      var times: [Int] = []
      for minute in Array(0..<300) + Array(stride(from: 300, to: 6 * 24 * 60, by: 30)) {
        let later = operations.at(now + minute * 60)
        if await !later.deliverMail().isEmpty { times.append(minute) }
      }
      #expect(times.prefix(7) == [0, 1, 6, 21, 51, 111, 231])
      #expect(times.last.map { $0 <= 5 * 24 * 60 } == true)
      let failed = try await operations.database.read {
        try $0.mail(.failed, before: nil, limit: 9)
      }
      #expect(failed.map(\.reason) == ["451 later"])
      #expect(failed.first?.attempts == times.count)
      // A person may send it all the same.
      relay.answer.withLock { $0 = nil }
      let id = try #require(failed.first?.id)
      let week = operations.at(now + 7 * 86_400)
      #expect(try await week.sendMailAgain(id))
      #expect(await week.deliverMail() == [])
      #expect(relay.mail.count == 1)
      #expect(try await !week.sendMailAgain(id))
    }
  }

  @Test(arguments: Engine.available)
  func `an address that is refused is flagged and spared, until somebody says it works`(
    _ engine: Engine
  ) async throws {
    try await withMail(engine) { operations, relay, agreement in
      try await invite(operations, agreement)
      relay.answer.withLock { $0 = .refused(reason: "550 5.1.1 unknown", isAddress: true) }
      let ticket = try await ticket(operations, agreement)
      #expect(await operations.deliverMail().count == 1)
      relay.answer.withLock { $0 = nil }
      _ = try await operations.act(on: ticket.id, by: agent, .write("Allô ?", to: .client))
      #expect(await operations.deliverMail() == [])
      #expect(relay.mail.isEmpty)
      let failing = try await operations.database.read { try $0.failingAddresses() }
      #expect(failing.map(\.address) == ["jeanne@client.example"])
      let held = try await operations.database.read { try $0.mail(.held, before: nil, limit: 9) }
      #expect(held.map(\.kind) == [.ticketAnswered, .ticketOpened])
      try await operations.restoreAddress("jeanne@client.example")
      #expect(try await operations.sendMailAgain(try #require(held.first?.id)))
      #expect(await operations.deliverMail() == [])
      #expect(relay.mail.map(\.mail.kind) == [.ticketAnswered])
    }
  }

  @Test(arguments: Engine.available)
  func `no address gets more than twenty automatic messages an hour`(
    _ engine: Engine
  ) async throws {
    try await withMail(engine) { operations, relay, agreement in
      var last: Ticket?
      for _ in 0..<25 { last = try await ticket(operations, agreement) }
      let spoken = try #require(last)
      // What a person writes is no part of a loop.
      _ = try await operations.act(on: spoken.id, by: agent, .write("Vu.", to: .client))
      #expect(await operations.deliverMail() == [])
      #expect(relay.mail.count == 21)
      _ = try await ticket(operations.at(now + 3601), agreement)
      #expect(await operations.at(now + 3602).deliverMail() == [])
      #expect(relay.mail.count == 22)
    }
  }

  @Test(arguments: Engine.available)
  func `several nodes send each message once`(_ engine: Engine) async throws {
    try await withMail(engine) { operations, relay, agreement in
      for _ in 0..<15 { _ = try await ticket(operations, agreement) }
      await withTaskGroup { group in
        for _ in 0..<4 { group.addTask { _ = await operations.deliverMail() } }
      }
      _ = await operations.deliverMail()
      #expect(relay.mail.count == 15)
      #expect(Set(relay.mail.map(\.mail.messageID)).count == 15)
    }
  }

  @Test(arguments: Engine.available)
  func `a node that dies leaves its message to another, once its lease is over`(
    _ engine: Engine
  ) async throws {
    try await withMail(engine) { operations, relay, agreement in
      _ = try await ticket(operations, agreement)
      let claimed = try #require(try await operations.database.claimMail(at: now, seconds: 180))
      #expect(await operations.at(now + 100).deliverMail() == [])
      #expect(relay.mail.isEmpty)
      #expect(await operations.at(now + 181).deliverMail() == [])
      #expect(relay.mail.map(\.mail.messageID) == [claimed.messageID])
      // The one that came back late says nothing any more.
      let isOurs = try await operations.database.settle(
        claimed, .refused(reason: "late", isAddress: true), at: now + 200)
      #expect(!isOurs)
      #expect(try await operations.database.read { try $0.failingAddresses() } == [])
    }
  }

  @Test(arguments: Engine.available)
  func `that a reminder was handed over is a fact, with the digest of what was handed`(
    _ engine: Engine
  ) async throws {
    try await withMail(engine) { operations, relay, agreement in
      let ticket = try await ticket(operations, agreement)
      _ = try await operations.act(
        on: ticket.id, by: agent,
        .warn(risk: "Panne", consequence: "Arrêt", recommendation: "Remplacer", price: nil))
      _ = try await operations.act(on: ticket.id, by: agent, .remind(1))
      #expect(await operations.deliverMail() == [])
      let reminder = try #require(relay.mail.last?.mail)
      #expect(reminder.kind == .warningReminder)
      let facts = try await operations.database.read {
        try $0.facts(of: .mail, reminder.id.number)
      }
      #expect(facts.map(\.kind) == ["mail.handed"])
      #expect(facts.first?.body["message_id"]?.text == reminder.messageID)
      #expect(facts.first?.subject.agreement == agreement.id)
      try await #expect(operations.verify().differences == [])
    }
  }

  @Test(arguments: Engine.available)
  func `people are written to in the language that they chose`(_ engine: Engine) async throws {
    try await withMail(engine) { operations, relay, agreement in
      try await operations.chooseLanguage(.english, of: "Jeanne@client.example")
      try await invite(operations, agreement)
      _ = try await ticket(operations, agreement)
      #expect(await operations.deliverMail() == [])
      #expect(relay.mail.last?.mail.text.contains("Hello Jeanne Morel,") == true)
      #expect(relay.mail.last?.mail.html.contains("<html lang=\"en\">") == true)
    }
  }
}
