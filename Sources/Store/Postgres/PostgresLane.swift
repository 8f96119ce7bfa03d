import Dispatch

/// One connection and the thread on which it waits, so that no wait for the network or for a lock
/// holds a thread of the cooperative pool.
actor PostgresLane {
  private let thread: PostgresThread
  private let location: Location
  private var session: PostgresSession?

  init(location: Location, number: Int) {
    self.location = location
    thread = PostgresThread(number: number)
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// Runs one transaction; whatever is thrown before the commit leaves nothing behind.
  ///
  /// A connection that died while idle is replaced, and `body` runs again: nothing had been
  /// answered to it yet.
  func transact<Result: Sendable>(
    _ begin: String, _ body: @Sendable (PostgresSession) throws -> Result
  ) throws -> Result {
    guard let old = session else { return try transact(begin, body, on: try start()) }
    do {
      return try transact(begin, body, on: old)
    } catch StoreFault.connectionLost where !old.isHeard {
      return try transact(begin, body, on: try start())
    }
  }

  private func transact<Result: Sendable>(
    _ begin: String, _ body: @Sendable (PostgresSession) throws -> Result,
    on session: PostgresSession
  ) throws -> Result {
    do {
      try session.begin(begin)
      let result = try body(session)
      if let fault = session.firstFault { throw fault }
      try session.commit()
      return result
    } catch {
      roll(back: session)
      throw error
    }
  }

  private func start() throws -> PostgresSession {
    let fresh = try PostgresSession(location)
    session = fresh
    return fresh
  }

  func close() {
    session = nil
  }

  /// A session that cannot even roll back is dropped: the server then does it.
  private func roll(back session: PostgresSession) {
    do { try session.rollBack() } catch { self.session = nil }
  }
}

private final class PostgresThread: SerialExecutor {
  private let queue: DispatchQueue

  init(number: Int) {
    queue = DispatchQueue(label: "diligence.postgres.\(number)")
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
