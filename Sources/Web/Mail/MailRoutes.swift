import Hummingbird
import Maintenance
import Operations
import Store

/// The mail that goes out, and what comes back of it.
struct MailRoutes {
  let site: Website

  private static let pageRows = 50

  func add(to router: Router<WebContext>) {
    router.get("/courrier", use: list)
    router.get("/courrier/:mail", use: show)
    router.post("/courrier/:mail/renvois", use: sendAgain)
    router.post("/courrier/adresses", use: restore)
    router.post("/courrier/avis", use: report)
    router.post("/compte/langue", use: chooseLanguage)
  }

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters
    guard let state = MailState(rawValue: String(asked["etat"] ?? "waiting")) else {
      throw HTTPError(.badRequest)
    }
    let before: ID<OutgoingMail>? = try context.key(asked["avant"].map(String.init))
    return try await page(request, state, before: before).response()
  }

  private func page(
    _ request: Request, _ state: MailState, before: ID<OutgoingMail>? = nil,
    notice: (Words) -> Notice? = { _ in nil }, typed: String = ""
  ) async throws -> HTML {
    var reading = try await site.operations.mail(
      state, before: before, limit: MailRoutes.pageRows + 1)
    let isMore = reading.mail.count > MailRoutes.pageRows
    reading.mail = Array(reading.mail.prefix(MailRoutes.pageRows))
    var frame = site.frame(request)
    frame.shell.notice = notice(frame.words)
    return frame.mailPage(
      reading, next: isMore ? reading.mail.last?.id : nil,
      hasRelay: site.operations.mailbox != nil, typed: typed)
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let mail = try await site.operations.mail(context.id("mail")) else {
      throw HTTPError(.notFound)
    }
    return site.frame(request).mailTextPage(mail).response()
  }

  private func sendAgain(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<OutgoingMail> = try context.id("mail")
    guard try await site.operations.sendMailAgain(id) else { throw HTTPError(.notFound) }
    return .see("/courrier")
  }

  private func restore(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    try await site.operations.restoreAddress(try form.text("adresse"))
    return .see(Path("/courrier").asking("etat", MailState.held.rawValue))
  }

  private func report(_ request: Request, _ context: WebContext) async throws -> Response {
    let text = try await Form(request, context, limit: Form.contractLimit)["texte"] ?? ""
    let outcome: MailWords.BounceOutcome
    switch DeliveryReport(reading: Array(text.utf8)) {
    case nil: outcome = .unreadable
    case let report? where !report.isPermanent: outcome = .delayed
    case let report?:
      outcome = try await site.operations.receive(report).isEmpty ? .unknown : .flagged
    }
    let isDone = outcome == .flagged
    return try await page(
      request, .failed,
      notice: { words in
        Notice(text: words.mail.outcomes[outcome] ?? "", tone: isDone ? .good : .bad)
      }, typed: isDone ? "" : text
    ).response(isDone ? .ok : .unprocessableContent)
  }

  private func chooseLanguage(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let signedIn = Visit.current else { throw HTTPError(.notFound) }
    let form = try await Form(request, context)
    try await site.operations.chooseLanguage(
      try form.choice("langue"), of: signedIn.account.email)
    return .see("/compte")
  }
}
