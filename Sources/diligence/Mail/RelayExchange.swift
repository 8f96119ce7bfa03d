import Foundation
import Maintenance
import Operations
import Store
import Subprocess
import SystemPackage

/// One message to the relay, by a process of its own that is ended when it lasts too long.
struct RelayExchange: Sendable {
  private let python: FilePath
  private let script: FilePath
  private let relay: RelayAddress
  private let password: String
  private let authorities: String?
  /// Seconds for each answer of the relay.
  private let wait: Int

  /// Longer than the script's own limit.
  private static let timeLimit = Duration.seconds(90)

  init(
    project: String, relay: RelayAddress, password: String, authorities: String?,
    wait: Int = 20
  ) {
    let here = FilePath(FileManager.default.currentDirectoryPath)
    python = here.pushing(FilePath(project + "/.tools/python/bin/python"))
    script = here.pushing(FilePath(project + "/Mail/relay.py"))
    self.relay = relay
    self.password = password
    self.wait = wait
    self.authorities = authorities.map { here.pushing(FilePath($0)).string }
  }

  /// An attempt once begun is ended by its own limits alone: a service that stops meanwhile learns
  /// whether the relay took the message.
  func deliver(_ delivery: MailToDeliver) async -> MailOutcome {
    await Task.detached { await attempt(delivery) }.value
  }

  private func attempt(_ delivery: MailToDeliver) async -> MailOutcome {
    do {
      let job = RelayJob(delivery, relay, password, authorities, wait: wait)
      let said = try await answer(to: [UInt8](try JSONEncoder().encode(job)))
      return try JSONDecoder().decode(RelayAnswer.self, from: Foundation.Data(said)).outcome
    } catch {
      return .unusable(reason: "the relay's program broke: \(type(of: error))")
    }
  }

  /// The job, which holds the password, goes by standard input: neither arguments nor environment
  /// show it.
  private func answer(to job: [UInt8]) async throws -> [UInt8] {
    try await withThrowingTaskGroup { group in
      group.addTask {
        try await run(
          .path(python), arguments: ["-I", "-B", script.string],
          environment: .custom(["LANG": "C.UTF-8"]), input: .array(job),
          output: .bytes(limit: 65_536), error: .discarded
        ).standardOutput
      }
      group.addTask {
        try await Task.sleep(for: RelayExchange.timeLimit)
        throw CancellationError()
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }
}

/// What `Mail/relay.py` reads.
private struct RelayJob: Encodable {
  struct Relay: Encodable {
    let host: String
    let port: Int
    let security: String
    let user: String
    let password: String
    let authorities: String?
  }
  struct Person: Encodable {
    let address: String
    let name: String
  }
  struct File: Encodable {
    let name: String
    let bytes: Foundation.Data
  }
  enum CodingKeys: String, CodingKey {
    case relay, from, to, subject, text, html, thread, at, automatic, files, wait
    case messageID = "message_id"
    case replyTo = "reply_to"
  }

  let relay: Relay
  let from: Person
  let to: Person
  let subject: String
  let text: String
  let html: String
  let messageID: String
  let thread: String
  let replyTo: String
  let at: Int
  let automatic: Bool
  let files: [File]
  let wait: Int

  init(
    _ delivery: MailToDeliver, _ relay: RelayAddress, _ password: String, _ authorities: String?,
    wait: Int
  ) {
    self.wait = wait
    let mail = delivery.mail
    self.relay = Relay(
      host: relay.host, port: relay.port, security: relay.security, user: relay.user,
      password: password, authorities: authorities)
    from = Person(address: delivery.senderAddress, name: delivery.senderName)
    to = Person(address: mail.recipient, name: mail.recipientName)
    (subject, text, html) = (mail.subject, mail.text, mail.html)
    (messageID, thread, replyTo) = (mail.messageID, mail.thread, mail.replyTo)
    at = mail.createdAt.seconds
    // What a person wrote may be answered by a person's own program; nothing else.
    automatic = mail.kind != .ticketAnswered
    files = zip(mail.files, delivery.files).map {
      File(name: $0.name, bytes: Foundation.Data($1))
    }
  }
}

private struct RelayAnswer: Decodable {
  var outcome: MailOutcome

  enum CodingKeys: String, CodingKey {
    case outcome, reason, answer, sha256
    case isAddress = "is_address"
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let reason = try fields.decodeIfPresent(String.self, forKey: .reason) ?? ""
    switch try fields.decode(String.self, forKey: .outcome) {
    case "sent":
      outcome = .sent(
        answer: try fields.decode(String.self, forKey: .answer),
        sha256: try fields.decode(String.self, forKey: .sha256))
    case "refused":
      outcome = .refused(
        reason: reason, isAddress: try fields.decode(Bool.self, forKey: .isAddress))
    case "postponed": outcome = .postponed(reason: reason)
    default: outcome = .unusable(reason: reason)
    }
  }
}
