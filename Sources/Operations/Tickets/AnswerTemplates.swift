package import Maintenance
package import Store

extension Operations {
  package static let mostTemplates = 200

  package func answerTemplates() async throws -> [KeptTemplate] {
    try await database.read { try $0.answerTemplates(limit: Operations.mostTemplates) }
  }

  /// Keeps a new template, or writes over one.
  package func keepTemplate(
    _ template: AnswerTemplate, over id: ID<AnswerTemplate>? = nil
  ) async throws {
    let newID: ID<AnswerTemplate> = newID(at: now())
    try await database.write { transaction in
      let kept = try transaction.reader.answerTemplates(limit: Operations.mostTemplates)
      if let id, !kept.contains(where: { $0.id == id }) { throw Missing.template }
      guard id != nil || kept.count < Operations.mostTemplates else {
        throw AnswerTemplateRefusal.tooMany
      }
      try transaction.keep(KeptTemplate(id: id ?? newID, template: template))
    }
  }

  package func removeTemplate(_ id: ID<AnswerTemplate>) async throws {
    try await database.write { try $0.remove(id) }
  }
}
