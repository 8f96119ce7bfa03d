import Foundation
import Subprocess
import SystemPackage

/// A document with a seal, as the press made it.
package struct SealedDocument: Sendable {
  /// Begins with the very bytes that were given.
  package let pdf: [UInt8]
  /// PAdES: B-B, B-T or B-LTA.
  package let level: String
  /// SHA-256 of the seal's certificate, in hexadecimal.
  package let certificate: String
}

/// What one signature in a file says, as `pyhanko` reads it.
package struct JudgedSignature: Sendable, Hashable, Decodable {
  package let signer: String
  package let issuer: String
  package let certificate: String
  /// The bytes are those that were signed, by the key of that certificate.
  package let intact: Bool
  /// The certificate leads to one of the roots that were given.
  package let trusted: Bool
  /// It covers the file as far as it goes, and nothing but stamps came after it.
  package let whole: Bool
  package let unchanged: Bool
  package let stamped: Bool
  /// Seconds since 1970: the stamp's time, else the one that the signer claims.
  package let at: Int?

  package var isSound: Bool { intact && whole && unchanged }
}

extension Press {
  /// Asks an authority for a stamp (RFC 3161), in DER.
  package typealias Stamping = @Sendable ([UInt8]) async throws -> [UInt8]

  private static let sealTime = Duration.seconds(60)

  /// A new key for seals, with a certificate of its own, in PEM; it vouches for nobody.
  package func sealKey(named name: String, at second: Int) async throws -> String {
    let said = try await dialogue(
      ["operation": .text("seal-key"), "name": .text(name), "timestamp": .number(second)])
    guard let key = said.key else { throw PressFault.broken("an answer without a key") }
    return key
  }

  /// Seals a PDF; stamped by `stamping` when there is one, for long with the authority's roots.
  package func sealed(
    _ pdf: [UInt8], with key: String, by name: String, reason: String, roots: String? = nil,
    stamping: Stamping? = nil
  ) async throws -> SealedDocument {
    var job: [String: SealJobValue] = [
      "operation": .text("seal"), "pdf": .text(Data(pdf).base64EncodedString()),
      "key": .text(key), "name": .text(name), "reason": .text(reason),
      "stamped": .flag(stamping != nil),
    ]
    if let roots { job["roots"] = .text(roots) }
    let said = try await dialogue(job, stamping: stamping)
    guard let sealed = said.pdf, let level = said.level, let certificate = said.certificate else {
      throw PressFault.broken("an answer without a seal")
    }
    return SealedDocument(pdf: [UInt8](sealed), level: level, certificate: certificate)
  }

  /// What the signatures in a file say; empty when it has none. `roots` are certificates in PEM.
  package func signatures(
    in pdf: [UInt8], trusting roots: String? = nil
  ) async throws -> [JudgedSignature] {
    var job: [String: SealJobValue] = [
      "operation": .text("judge"), "pdf": .text(Data(pdf).base64EncodedString()),
    ]
    if let roots { job["roots"] = .text(roots) }
    return try await dialogue(job).signatures ?? []
  }

  /// One job of a worker that may ask for stamps before it answers; a minute at most.
  private func dialogue(
    _ job: [String: SealJobValue], stamping: Stamping? = nil
  ) async throws -> SealAnswer {
    let command = try stayingWorker()
    let input = [UInt8](try JSONEncoder().encode(job)) + [10]
    return try await withThrowingTaskGroup { group in
      group.addTask {
        try await run(
          .path(command.executable), arguments: Arguments(command.arguments),
          environment: Press.environment, input: .inputWriter, output: .sequence,
          error: .discarded
        ) { execution in
          let answer = try await Self.converse(
            input, execution.standardInputWriter, execution.standardOutput, stamping)
          try await execution.standardInputWriter.finish()
          return answer
        }.closureResult
      }
      group.addTask {
        try await Task.sleep(for: Press.sealTime)
        throw PressFault.tooSlow(Press.sealTime)
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }

  private static func converse(
    _ job: [UInt8], _ input: StandardInputWriter, _ output: SubprocessOutputSequence,
    _ stamping: Stamping?
  ) async throws -> SealAnswer {
    var lines = WorkerLines(output, longest: 64 << 20)
    _ = try await input.write(job)
    while let line = try await lines.next() {
      let answer = try JSONDecoder().decode(SealAnswer.self, from: Data(line))
      if let message = answer.error {
        throw PressFault.refused(message: message, hints: answer.hints ?? [], place: nil)
      }
      guard let asked = answer.stamp else { return answer }
      guard let stamping else { throw PressFault.broken("a stamp that nobody asked for") }
      let reply = try await stamping([UInt8](asked))
      let said = ["reply": Data(reply).base64EncodedString()]
      _ = try await input.write([UInt8](try JSONEncoder().encode(said)) + [10])
    }
    throw PressFault.broken("the worker ended before it answered")
  }
}

/// A value of a job; the worker reads JSON.
private enum SealJobValue: Encodable {
  case text(String)
  case number(Int)
  case flag(Bool)

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    }
  }
}

private struct SealAnswer: Decodable, Sendable {
  var key: String?
  var pdf: Data?
  var level: String?
  var certificate: String?
  var signatures: [JudgedSignature]?
  var stamp: Data?
  var error: String?
  var hints: [String]?
}
