import Maintenance
import Testing

struct AnswerTemplateTests {
  @Test func `placeholders are filled in, and braces that name nothing are left alone`() throws {
    let template = try AnswerTemplate(
      title: "Accusé", text: "Bonjour {demandeur}, ticket {ticket}. { } {{client}} {a-b} {")
    let filled = template.filled { $0.rawValue.uppercased() }
    #expect(filled == "Bonjour DEMANDEUR, ticket TICKET. { } {CLIENT} {a-b} {")
  }

  @Test func `a template that would be sent wrong is refused`() {
    #expect(throws: AnswerTemplateRefusal.unknownPlaceholder("nom")) {
      try AnswerTemplate(title: "A", text: "Bonjour {nom}")
    }
    #expect(throws: AnswerTemplateRefusal.titleOutOfBounds) {
      try AnswerTemplate(title: " ", text: "a")
    }
    #expect(throws: AnswerTemplateRefusal.textOutOfBounds) {
      try AnswerTemplate(title: "a", text: String(repeating: "a", count: 10_001))
    }
  }
}
