import Foundation
package import Maintenance
import Subprocess
import SystemPackage

/// The documents of one invoice: to be kept as they are, never made again.
package struct InvoiceDocuments: Sendable {
  /// Factur-X: PDF/A-3 with the CII inside.
  package let pdf: [UInt8]
  package let cii: [UInt8]
  package let ubl: [UInt8]
  /// Characters that no font of the press has, printed as □.
  package let replacedCharacters: [String]
}

extension Press {
  /// The page of an invoice alone, judged by nobody: what its documents are measured against.
  package func invoicePage(
    _ invoice: InvoiceContent, carrying xml: [UInt8]
  ) async throws -> RenderedDocument {
    try await rendered(
      PressJob(
        template: "facture.typ", timestamp: invoice.issued.number * 86_400,
        data: InvoiceLayout(invoice), source: Data(xml)))
  }
}

/// Why an invoice has no documents: the rules that it breaks, as the validators word them.
package struct InvoiceBroken: Error, Hashable {
  package let rules: [String]
}

/// Makes the documents of invoices with one worker that stays: loading the rules takes a second,
/// judging and printing an invoice some tens of milliseconds.
///
/// One job at a time, in the order in which they came; each has `timeLimit` from the start of its
/// own turn, however many wait before it. A worker that ends in the middle of a job is followed by
/// another, which does that job again; one that lasts too long is ended and its job refused. A
/// worker is also ended when it has done `jobsMax`, or has had none for `idleTime`.
package actor InvoicePress {
  private let press: Press
  private let timeLimit: Duration
  private let idleTime: Duration
  private let waitingMax: Int
  private var worker: Worker?
  /// Workers started.
  private(set) var count = 0
  private var isBusy = false
  /// Milliseconds that workers took for each stage: make, judge, print, check.
  package private(set) var spent: [String: Double] = [:]
  /// Jobs whose turn is to come.
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private static let jobsMax = 200

  package init(
    _ press: Press, timeLimit: Duration = .seconds(60), idleTime: Duration = .seconds(60),
    waitingMax: Int = 1000
  ) {
    self.press = press
    self.timeLimit = timeLimit
    self.idleTime = idleTime
    self.waitingMax = waitingMax
  }

  private struct Worker: Sendable {
    let number: Int
    let jobs: AsyncStream<Job>.Continuation
    let task: Task<Void, Never>
    var done = 0
  }

  private struct Job: Sendable {
    let bytes: [UInt8]
    let answer: AsyncStream<Answer>.Continuation
  }

  private typealias Answer = Result<[UInt8], PressFault>

  /// Throws `InvoiceBroken` when rules are broken, else `PressFault`.
  package func documents(of invoice: InvoiceContent) async throws -> InvoiceDocuments {
    try await documents(of: InvoiceJob(invoice))
  }

  func documents(of job: InvoiceJob) async throws -> InvoiceDocuments {
    let answer = try await answer(to: try job.encoded())
    if let rules = answer.broken { throw InvoiceBroken(rules: rules) }
    if let message = answer.error {
      throw PressFault.refused(message: message, hints: answer.hints ?? [], place: answer.place)
    }
    guard let pdf = answer.pdf, let xml = answer.xml, let ubl = answer.ubl else {
      throw PressFault.broken("an answer without documents")
    }
    spent.merge(answer.milliseconds ?? [:], uniquingKeysWith: +)
    return InvoiceDocuments(
      pdf: [UInt8](pdf), cii: [UInt8](xml), ubl: [UInt8](ubl),
      replacedCharacters: answer.replaced ?? [])
  }

  /// Waits for its turn, then has the worker do it, and another once more if that one ends.
  private func answer(to job: [UInt8]) async throws -> InvoiceAnswer {
    guard waiting.count < waitingMax else { throw PressFault.busy(waiting: waiting.count) }
    if isBusy { await withCheckedContinuation { waiting.append($0) } }
    isBusy = true
    defer { passOn() }
    try Task.checkCancellation()
    do {
      return try await done(job)
    } catch PressFault.broken {
      return try await done(job)
    }
  }

  /// The turn goes from one job to the next without being free between the two.
  private func passOn() {
    if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
  }

  private func done(_ job: [UInt8]) async throws -> InvoiceAnswer {
    let worker = try runningWorker()
    let (answers, continuation) = AsyncStream.makeStream(of: Answer.self)
    worker.jobs.yield(Job(bytes: job + [10], answer: continuation))
    let watch = Task { [timeLimit] in
      try await Task.sleep(for: timeLimit)
      continuation.yield(.failure(PressFault.tooSlow(timeLimit)))
      // Which kills the worker.
      worker.task.cancel()
    }
    defer { watch.cancel() }
    switch await answers.first(where: { _ in true }) {
    case .success(let bytes):
      do {
        let answer = try JSONDecoder().decode(InvoiceAnswer.self, from: Data(bytes))
        endWhenIdle(worker)
        return answer
      } catch {
        forget(worker)
        throw PressFault.broken("an answer that is no JSON")
      }
    case .failure(let error):
      forget(worker)
      throw error
    case nil:
      forget(worker)
      try Task.checkCancellation()
      throw PressFault.broken("the worker ended before it answered")
    }
  }

  private func forget(_ ended: Worker) {
    if worker?.number == ended.number { worker = nil }
    // Input that is never to come would keep it waiting.
    ended.jobs.finish()
    ended.task.cancel()
  }

  private func endWhenIdle(_ worker: Worker) {
    let done = self.worker?.done
    Task { [idleTime] in
      try await Task.sleep(for: idleTime)
      if self.worker?.number == worker.number, self.worker?.done == done { end() }
    }
  }

  /// When there is nothing more to make; whoever asks again has another worker.
  package func close() { end() }

  /// Ends the worker, which has no job.
  private func end() {
    worker?.jobs.finish()
    worker = nil
  }

  private func runningWorker() throws -> Worker {
    if worker?.done ?? 0 >= Self.jobsMax { end() }
    var running = try worker ?? started()
    running.done += 1
    worker = running
    return running
  }

  private func started() throws -> Worker {
    let command = try press.stayingWorker()
    let (jobs, continuation) = AsyncStream.makeStream(of: Job.self)
    let task = Task {
      do {
        _ = try await run(
          .path(command.executable), arguments: Arguments(command.arguments),
          environment: Press.environment, input: .inputWriter, output: .sequence,
          error: .discarded
        ) { execution in
          try await Self.serve(jobs, execution.standardInputWriter, execution.standardOutput)
        }
      } catch {
        // Told to whoever waited for an answer.
      }
      continuation.finish()
      for await job in jobs { job.answer.finish() }
    }
    count += 1
    return Worker(number: count, jobs: continuation, task: task)
  }

  private static func serve(
    _ jobs: AsyncStream<Job>, _ input: StandardInputWriter, _ output: SubprocessOutputSequence
  ) async throws {
    var lines = WorkerLines(output, longest: 48 << 20)
    var waiting = jobs.makeAsyncIterator()
    while let job = await waiting.next() {
      do {
        _ = try await input.write(job.bytes)
        guard let line = try await lines.next() else {
          throw PressFault.broken("the worker ended before it answered")
        }
        job.answer.yield(.success(line))
        job.answer.finish()
      } catch {
        job.answer.yield(.failure(error as? PressFault ?? .broken("\(error)")))
        job.answer.finish()
        throw error
      }
    }
    try await input.finish()
  }
}
