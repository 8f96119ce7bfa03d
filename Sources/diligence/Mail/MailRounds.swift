import Foundation
import Operations

extension MailPlace {
  private static let pause = Duration.seconds(2)

  /// Runs `body` with the sending of mail beside it, when there is a relay.
  ///
  /// A message waits two seconds at most while the relay answers: codes are waited for.
  func around(_ operations: Operations, _ body: () async throws -> Void) async throws {
    guard operations.mailbox != nil else { return try await body() }
    let rounds = Task {
      var told = ""
      while !Task.isCancelled {
        do { try await Task.sleep(for: MailPlace.pause) } catch { return }
        // The same fault again is not told again.
        let faults = await operations.deliverMail().joined(separator: "; ")
        if !faults.isEmpty, faults != told { complain("Courrier : \(faults)") }
        told = faults
      }
    }
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    rounds.cancel()
    await rounds.value
    try outcome.get()
  }
}
