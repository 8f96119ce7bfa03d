package import Maintenance

/// A template as it is kept.
package struct KeptTemplate: Sendable, Hashable {
  package var id: ID<AnswerTemplate>
  package var template: AnswerTemplate

  package init(id: ID<AnswerTemplate>, template: AnswerTemplate) {
    self.id = id
    self.template = template
  }
}

extension Reader {
  /// By title.
  package func answerTemplates(limit: Int) throws -> [KeptTemplate] {
    try connection.rows(
      "SELECT id, title, text FROM answer_template ORDER BY title, id LIMIT $1",
      [.integer(Int64(limit))]
    ) { row in
      KeptTemplate(
        id: ID(number: row.integer(0)),
        template: try AnswerTemplate(title: row.text(1), text: row.text(2)))
    }
  }
}

extension Transaction {
  /// Keeps a template, over the one of that key if there is one.
  package func keep(_ kept: KeptTemplate) throws {
    try connection.execute(
      """
      INSERT INTO answer_template (id, title, text) VALUES ($1, $2, $3)
      ON CONFLICT (id) DO UPDATE SET title = $2, text = $3
      """,
      [.integer(kept.id.number), .text(kept.template.title), .text(kept.template.text)])
  }

  package func remove(_ id: ID<AnswerTemplate>) throws {
    try connection.execute("DELETE FROM answer_template WHERE id = $1", [.integer(id.number)])
  }
}
