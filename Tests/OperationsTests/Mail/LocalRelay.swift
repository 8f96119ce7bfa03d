import Maintenance
import Operations
import Synchronization

/// A relay in this process: keeps what it is handed, and answers as it is told.
final class LocalRelay: Sendable {
  let taken = Mutex<[MailToDeliver]>([])
  let answer = Mutex<MailOutcome?>(nil)
  private let drawn = Mutex<UInt32>(0)

  /// Chance that grows: what is made at one instant keeps its order.
  var chance: @Sendable () -> UInt32 {
    { [self] in
      drawn.withLock {
        $0 += 1
        return $0
      }
    }
  }

  var mailbox: Mailbox {
    Mailbox(
      address: "support@vigie.example", name: "Vigie Informatique",
      site: "https://contrats.vigie.example", readsAnswers: true,
      relay: MailRelay(name: "relay.example:465") { [self] delivery in
        if let told = answer.withLock({ $0 }) { return told }
        taken.withLock { $0.append(delivery) }
        await Task.yield()
        return .sent(answer: "250 OK", sha256: "00")
      })
  }

  var mail: [MailToDeliver] { taken.withLock { $0 } }
}
