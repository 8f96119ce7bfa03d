import Hummingbird
import Maintenance
import Operations

/// The templates that the provider's answers begin with.
struct TemplateRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/modeles", use: show)
    router.post("/modeles", use: add)
    router.post("/modeles/:template/modification", use: change)
    router.post("/modeles/:template/suppression", use: remove)
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    site.frame(request).templatePage(try await site.operations.answerTemplates()).response()
  }

  private func add(_ request: Request, _ context: WebContext) async throws -> Response {
    try await keep(request, context, over: nil)
  }

  private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    try await keep(request, context, over: context.id("template"))
  }

  private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
    try await site.operations.removeTemplate(context.id("template"))
    return .see("/modeles")
  }

  private func keep(
    _ request: Request, _ context: WebContext, over id: ID<AnswerTemplate>?
  ) async throws -> Response {
    let form = try await Form(request, context)
    do {
      let template = try AnswerTemplate(title: form["nom"] ?? "", text: form["texte"] ?? "")
      try await site.operations.keepTemplate(template, over: id)
      return .see("/modeles")
    } catch let refusal as AnswerTemplateRefusal {
      let frame = site.frame(request)
      let refused = RefusedForm(
        act: id?.text ?? "", message: frame.words.templates.refusals(refusal),
        fields: form.fields)
      return frame.templatePage(try await site.operations.answerTemplates(), refused: refused)
        .response(.unprocessableContent)
    }
  }
}
