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
  func transact<Result: Sendable>(
    _ begin: String, _ body: @Sendable (any Connection) throws -> Result
  ) throws -> Result {
    let session = try start(begin)
    let result: Result
    do {
      result = try body(session)
      if let fault = session.firstFault { throw fault }
    } catch {
      roll(back: session)
      throw error
    }
    do {
      try session.commit()
    } catch {
      roll(back: session)
      throw error
    }
    return result
  }

  func close() {
    session = nil
  }

  /// A connection that died while idle is replaced: nothing had been asked of it yet.
  private func start(_ begin: String) throws -> PostgresSession {
    if let session {
      session.forgetFaults()
      do {
        try session.command(begin)
        return session
      } catch StoreFault.connectionLost {
        self.session = nil
      }
    }
    let fresh = try PostgresSession(location)
    try fresh.command(begin)
    session = fresh
    return fresh
  }

  /// A session that cannot even roll back is dropped: the server then does it.
  private func roll(back session: PostgresSession) {
    do { try session.command("ROLLBACK") } catch { self.session = nil }
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
