import ArgumentParser
import Operations

/// The scheduler beside the service.
struct ScheduleRounds: ParsableArguments {
  @Option(
    name: .customLong("schedule-every"),
    help: "Secondes entre deux regards sur ce qui est à faire : horodatages, vérification de nuit.")
  var seconds = 60

  func validate() throws {
    guard (1...3600).contains(seconds) else {
      throw ValidationError("--schedule-every : un nombre de 1 à 3600 est attendu, pas \(seconds).")
    }
  }

  /// Runs `body` with the schedule beside it; the first look comes after the first pause, so that a
  /// start is not made longer.
  func around(
    _ operations: Operations, sealer: Sealer?, _ body: () async throws -> Void
  ) async throws {
    let seconds = seconds
    let rounds = Task {
      while !Task.isCancelled {
        do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
        for fault in await operations.runSchedule() { complain("À faire : \(fault)") }
        do {
          if let sealer { try await operations.sealSigned(by: sealer) }
        } catch {
          complain("À sceller : \(error)")
        }
      }
    }
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    rounds.cancel()
    await rounds.value
    try outcome.get()
  }
}
