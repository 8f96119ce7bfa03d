import Foundation
import TestSupport
import Testing

@testable import ContractSource

struct JSONSchemaTests {
  @Test func `every key has a sentence, and every sentence a key`() {
    let paths = paths(of: .group(.contract), at: "")
    let used = Set(paths.compactMap(KeyWords.format.entry))
    #expect(paths.filter { KeyWords.format.entry(of: $0) == nil } == [])
    #expect(KeyWords.format.entries.subtracting(used) == [])
  }

  @Test func `the schema in the repository is the one that the program prints`() throws {
    let kept = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(kept == JSONSchema.text(), "run: diligence schema > docs/contrat.schema.json")
  }

  @Test func `a validator accepts our contracts and every key, in their canonical form`() throws {
    var texts = try RepositoryFiles.names.map { name in
      String(decoding: try Project.example(name), as: UTF8.self)
    }
    let sample = BlockPrinter.document(
      head: [], root: Piece(key: nil, content: GroupShape.contract.sample.contentToPrint))
    texts.append(sample)
    let canonical = texts.map { text in
      if case .text(let text) = CanonicalText(of: Array(text.utf8), named: "x") { return text }
      Issue.record("no canonical form: \(text)")
      return text
    }
    #expect(try validate(canonical) == Array(repeating: "ok", count: canonical.count))
  }

  @Test func `a validator refuses what the format refuses, at the same place`() throws {
    let text = String(decoding: try Project.example(), as: UTF8.self)
    let broken = [
      ("montant: 27.50", "montant: vingt-sept", "$.prix.forfait"),
      ("reference:", "referense:", "referense"),
      ("mode: tacite", "mode: muette", "$.duree.reconduction.mode"),
      ("effet: 2026", "effet: en 2026", "$.duree.effet"),
    ]
    let answers = try validate(
      broken.map { text.replacingOccurrences(of: $0.0, with: $0.1) })
    for (answer, change) in zip(answers, broken) {
      #expect(answer.contains(change.2), "\(change.1): \(answer)")
    }
  }

  private static let file = Project.root.appending(path: "docs/contrat.schema.json")

  private func validate(_ texts: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "diligence-schema-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let questions = try texts.enumerated().map { index, text in
      let file = folder.appending(path: "\(index).yaml")
      try text.write(to: file, atomically: true, encoding: .utf8)
      return "contract \(Self.file.path) \(file.path)"
    }
    let answers = try Oracle("schemas.py").answers(to: questions)
    try FileManager.default.removeItem(at: folder)
    return answers
  }

  private func paths(of shape: Shape, at path: String) -> [String] {
    shape.choices.flatMap { choice -> [String] in
      switch choice {
      case .text, .either: return []
      case .list(let item): return paths(of: item, at: path + "[]")
      case .group(let group):
        let keys =
          group.keys.map { ($0.name, $0.shape) } + (group.free.map { [("*", $0.shape)] } ?? [])
        return keys.flatMap { name, shape in
          let inner = path.isEmpty ? name : "\(path).\(name)"
          return [inner] + paths(of: shape, at: inner)
        }
      }
    }
  }
}
