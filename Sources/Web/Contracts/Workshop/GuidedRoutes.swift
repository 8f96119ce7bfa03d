import ContractSource
import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// The guided form: each step is a page, saved before the next one.
struct GuidedRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/contrats/brouillons/:draft/formulaire/:step", use: show)
    router.post("/contrats/brouillons/:draft/formulaire/:step", use: save)
    router.post("/contrats/brouillons/:draft/formulaire/:step/relecture", use: check)
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let step = try step(context)
    let found = try await site.operations.draft(context.id("draft"))
    guard let text = editing(found.draft) else { return unreadable(found.draft, request) }
    return site.frame(request).guidedPage(step, found.draft, text, found.reading).response()
  }

  private func save(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let step = try step(context)
    let draft = try await site.operations.storedDraft(context.id("draft"))
    guard var text = editing(draft) else { return unreadable(draft, request) }
    let fields = step.fields(of: text)
    let revision = Int(form["revision"] ?? "") ?? 0
    text.take(form.fields, to: fields)
    let frame = site.frame(request)
    let source = Array(text.text.utf8)
    let reading = site.operations.reading(of: source)
    switch try await site.operations.save(source, reading, over: revision, of: draft.id) {
    case .overtaken(let draft):
      return frame.guidedPage(
        step, draft, text, reading, typed: form.fields, message: frame.words.workshop.overtaken
      ).response(.conflict)
    case .saved(let draft):
      let errors = GuidedErrors.of(reading, for: fields) { form[$0.path] ?? "" }
      guard errors.isEmpty else {
        return frame.guidedPage(
          step, draft, text, reading, typed: form.fields,
          message: frame.words.workshop.left(errors.count)
        ).response(.unprocessableContent)
      }
      return .see("/contrats/brouillons/\(draft.id)/formulaire/\(step.next.rawValue)")
    }
  }

  /// What is wrong in the answers of a step, before they are sent; keeps nothing.
  private func check(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let step = try step(context)
    let draft = try await site.operations.storedDraft(context.id("draft"))
    guard var text = editing(draft) else { throw HTTPError(.conflict) }
    let fields = step.fields(of: text)
    text.take(form.fields, to: fields)
    let reading = site.operations.reading(of: Array(text.text.utf8))
    let errors = GuidedErrors.of(reading, for: fields) { form[$0.path] ?? "" }
    return site.frame(request).guidedErrors(errors).response()
  }

  private func step(_ context: WebContext) throws -> GuidedStep {
    guard let step = GuidedStep(rawValue: try context.parameters.require("step")) else {
      throw HTTPError(.notFound)
    }
    return step
  }

  private func editing(_ draft: ContractDraft) -> TextEditing? {
    String(validating: draft.source, as: UTF8.self).flatMap { TextEditing($0) }
  }

  /// A text that the form cannot take apart is mended where it is written.
  private func unreadable(_ draft: ContractDraft, _ request: Request) -> Response {
    let frame = site.frame(request)
    return frame.workshopPage(
      draft, text: String(decoding: draft.source, as: UTF8.self),
      reading: site.operations.reading(of: draft.source), message: frame.words.workshop.unreadable
    ).response(.unprocessableContent)
  }
}
