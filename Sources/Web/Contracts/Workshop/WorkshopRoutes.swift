import ContractSource
import Documents
import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// Drafts: where they start, their text, their preview and what becomes of them.
struct WorkshopRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.post("/contrats/brouillons", use: start)
    router.post("/contrats/brouillons/relecture", use: check)
    router.get("/contrats/brouillons/:draft", use: show)
    router.post("/contrats/brouillons/:draft", use: save)
    router.get("/contrats/brouillons/:draft/apercu", use: preview)
    router.get("/contrats/brouillons/:draft/contrat.pdf", use: document)
    router.get("/contrats/brouillons/:draft/contrat.yaml", use: export)
    router.post("/contrats/brouillons/:draft/proposition", use: propose)
    router.post("/contrats/brouillons/:draft/rejet", use: discard)
    router.post("/contrats/:contract/copies", use: duplicate)
    router.get("/contrats/:contract/comparaison", use: compare)
    GuidedRoutes(site: site).add(to: router)
  }

  /// From a model, a file or a text; whatever its errors, it is kept.
  private func start(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context, limit: Form.contractLimit)
    if form["modele"] != nil {
      let model: StartingContract = try form.choice("modele")
      let draft = try await site.operations.startDraft(from: model.source)
      return .see("/contrats/brouillons/\(draft.id)/formulaire/prestataire")
    }
    let source = form.file("fichier") ?? Array((form["texte"] ?? "").utf8)
    let draft = try await site.operations.startDraft(from: source)
    return .see("/contrats/brouillons/\(draft.id)")
  }

  /// What there is to say about a text that is being typed; keeps nothing.
  private func check(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context, limit: Form.contractLimit)
    let reading = site.operations.reading(of: Array((form["texte"] ?? "").utf8))
    return site.frame(request).remarksPanel(reading).response()
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let found = try await site.operations.draft(context.id("draft"))
    let text = String(decoding: found.draft.source, as: UTF8.self)
    return site.frame(request).workshopPage(found.draft, text: text, reading: found.reading)
      .response()
  }

  private func save(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context, limit: Form.contractLimit)
    let id: ID<ContractDraft> = try context.id("draft")
    guard let overtaken = try await keep(form, as: id, request) else {
      return .see("/contrats/brouillons/\(id)")
    }
    return overtaken
  }

  /// Saves what was typed; a page that gives it back when somebody else saved meanwhile.
  private func keep(
    _ form: Form, as id: ID<ContractDraft>, _ request: Request
  ) async throws -> Response? {
    guard let text = form["texte"] else { return nil }
    let revision = Int(form["revision"] ?? "") ?? 0
    let source = Array(text.utf8)
    let reading = site.operations.reading(of: source)
    let saving = try await site.operations.save(source, reading, over: revision, of: id)
    guard case .overtaken(let draft) = saving else { return nil }
    let frame = site.frame(request)
    return frame.workshopPage(
      draft, text: text, reading: reading, message: frame.words.workshop.overtaken
    ).response(.conflict)
  }

  private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
    let found = try await site.operations.draft(context.id("draft"))
    return site.frame(request).draftPreviewPage(found.draft, found.reading).response()
  }

  private func document(_ request: Request, _ context: WebContext) async throws -> Response {
    let found = try await site.operations.draft(context.id("draft"))
    let contract = found.reading.contract
    return try await site.printed(
      ContractDocument(
        contract: contract, text: LegalText(of: contract), version: nil,
        source: found.draft.source),
      named: "brouillon.pdf")
  }

  private func export(_ request: Request, _ context: WebContext) async throws -> Response {
    let found = try await site.operations.draft(context.id("draft"))
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/yaml; charset=utf-8",
        .contentDisposition: "attachment; filename=\"contrat.yaml\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: found.draft.source)))
  }

  private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context, limit: Form.contractLimit)
    let id: ID<ContractDraft> = try context.id("draft")
    if let overtaken = try await keep(form, as: id, request) { return overtaken }
    let frame = site.frame(request)
    let found = try await site.operations.draft(id)
    let text = String(decoding: found.draft.source, as: UTF8.self)
    var message: String
    do {
      switch try await site.operations.propose(id, by: site.actor) {
      case .kept(let agreement, _): return .see("/contrats/\(agreement)")
      case .refused(let reading): message = frame.words.workshop.left(reading.errorCount)
      }
    } catch let refusal as AgreementRefusal {
      message = frame.words.contracts.refusal(refusal, frame.formats)
    }
    return frame.workshopPage(found.draft, text: text, reading: found.reading, message: message)
      .response(.unprocessableContent)
  }

  private func discard(_ request: Request, _ context: WebContext) async throws -> Response {
    try await site.operations.discard(context.id("draft"))
    return .see("/contrats/nouveau")
  }

  private func duplicate(_ request: Request, _ context: WebContext) async throws -> Response {
    let draft = try await site.operations.duplicate(context.id("contract"))
    return .see("/contrats/brouillons/\(draft.id)")
  }

  /// The text in force beside the one proposed, or two versions by their numbers.
  private func compare(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let asked = request.uri.queryParameters
    let changes = try await site.operations.changes(
      of: id, from: asked["avant"].flatMap { Int(String($0)) },
      to: asked["apres"].flatMap { Int(String($0)) })
    let (agreement, terms) = try await site.operations.agreementTerms(id)
    let frame = site.frame(request, terms)
    return frame.comparisonPage(
      changes, title: frame.words.workshop.comparison,
      trail: [
        Crumb(name: frame.words.contracts.title, path: "/contrats"),
        Crumb(name: agreement.clientName, path: "/contrats/\(id)"),
      ]
    ).response()
  }
}
