import Foundation
import Subprocess
import SystemPackage

/// Makes documents with the Python worker of `Press/`: one new process for each.
///
/// Same input, same bytes, on every machine. A process per document costs some 50 ms and leaves
/// nothing behind: no state, no memory, no way from one client's document to another's.
package struct Press: Sendable {
  private let python: FilePath
  /// Of `worker.py`.
  private let folder: FilePath
  private let templates: FilePath
  private let timeLimit: Duration
  private let byteLimit: Int
  package let confinement: Confinement

  /// Tries once how far the worker can be confined, unless told; whether it is installed is said at
  /// the first document.
  package init(
    python: String, folder: String, templates: String? = nil,
    timeLimit: Duration = .seconds(60), byteLimit: Int = 32 << 20, confinement: Confinement? = nil
  ) async {
    // A worker that dies while it is written to must not end the process.
    signal(SIGPIPE, SIG_IGN)
    self.python = Press.absolute(python)
    self.folder = Press.absolute(folder)
    self.templates = Press.absolute(templates ?? folder + "/templates")
    self.timeLimit = timeLimit
    self.byteLimit = byteLimit
    if let confinement {
      self.confinement = confinement
    } else {
      self.confinement = await Confinement.available(python: self.python)
    }
  }

  /// The press of a project's folder, as `bin/setup` leaves it.
  package init(project: String) async {
    await self.init(
      python: project + "/.tools/python/bin/python", folder: project + "/Press")
  }

  func rendered<Content: Encodable>(_ job: PressJob<Content>) async throws -> RenderedDocument {
    let said = try await output(of: try worker([]), given: try job.encoded())
    return try document(from: said)
  }

  /// What the worker answers to a job that makes no document.
  func answer(to job: [UInt8]) async throws -> [UInt8] {
    try await output(of: try worker([]), given: job).answer
  }

  /// The command line of a worker that does jobs until its input ends.
  func stayingWorker() throws(PressFault) -> (executable: FilePath, arguments: [String]) {
    try worker(["--stay"])
  }

  private func worker(
    _ options: [String]
  ) throws(PressFault) -> (executable: FilePath, arguments: [String]) {
    let worker = folder.appending("worker.py")
    for path in [python, worker] where access(path.string, R_OK) != 0 {
      throw PressFault.missing(path: path.string)
    }
    return confinement.commandLine(
      // -B: no bytecode is written beside the worker, whose folder may be read-only.
      python: python, arguments: ["-B", worker.string, templates.string] + options,
      readable: [folder, templates], isStaying: !options.isEmpty)
  }

  private func output(
    of command: (executable: FilePath, arguments: [String]), given input: [UInt8]
  ) async throws -> (status: TerminationStatus, answer: [UInt8], complaint: String) {
    // The answer is in base64, four characters for three bytes.
    let answerLimit = byteLimit / 3 * 4 + 65_536
    return try await withThrowingTaskGroup { group in
      group.addTask {
        let result = try await run(
          .path(command.executable), arguments: Arguments(command.arguments),
          environment: Press.environment, workingDirectory: folder, input: .array(input),
          output: .bytes(limit: answerLimit), error: .string(limit: 65_536))
        return (result.terminationStatus, result.standardOutput, result.standardError)
      }
      group.addTask {
        try await Task.sleep(for: timeLimit)
        throw PressFault.tooSlow(timeLimit)
      }
      // Leaving the group cancels the other task, which kills the worker, and waits for its end.
      defer { group.cancelAll() }
      do {
        guard let first = try await group.next() else { throw CancellationError() }
        return first
      } catch let error as SubprocessError where error.code == .outputLimitExceeded {
        throw PressFault.tooLarge(byteLimit: byteLimit)
      } catch let error as SubprocessError {
        throw PressFault.broken(String(describing: error))
      }
    }
  }

  private func document(
    from said: (status: TerminationStatus, answer: [UInt8], complaint: String)
  ) throws -> RenderedDocument {
    let answer: PressAnswer
    do {
      answer = try JSONDecoder().decode(PressAnswer.self, from: Data(said.answer))
    } catch {
      throw PressFault.broken("\(said.status): \(said.complaint.suffix(2000))")
    }
    if let message = answer.error {
      throw PressFault.refused(
        message: message, hints: answer.hints ?? [], place: answer.place)
    }
    guard let pdf = answer.pdf, let sha256 = answer.sha256, let pages = answer.pages else {
      throw PressFault.broken("an answer without a document")
    }
    guard pdf.count <= byteLimit else { throw PressFault.tooLarge(byteLimit: byteLimit) }
    return RenderedDocument(
      bytes: [UInt8](pdf), sha256: sha256, pages: pages,
      replacedCharacters: answer.replaced ?? [])
  }

  /// The worker starts in another folder than the caller's.
  private static func absolute(_ path: String) -> FilePath {
    FilePath(FileManager.default.currentDirectoryPath).pushing(FilePath(path))
  }

  /// Nothing of the server's own, which may hold secrets. Threads and their heaps are few, for the
  /// worker bounds its address space.
  static let environment = Environment.custom([
    "LANG": "C.UTF-8", "RAYON_NUM_THREADS": "2", "MALLOC_ARENA_MAX": "2",
  ])
}
