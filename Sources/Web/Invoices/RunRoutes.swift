import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// Runs that bill what is due: asked for, followed, tried again.
struct RunRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.post("/factures/a-emettre", use: start)
    router.get("/factures/passages", use: list)
    router.get("/factures/passages/:run", use: show)
    router.post("/factures/passages/:run/reprise", use: retry)
  }

  private func start(_ request: Request, _ context: WebContext) async throws -> Response {
    _ = try await Form(request, context)
    let id = try await Command.$current.withValue(nil) {
      try await site.operations.startBillingRun(by: site.actor)
    }
    return .see("/factures/passages/\(id)")
  }

  private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    site.frame(request).runsPage(try await site.operations.billingRuns()).response()
  }

  /// Under way, the page comes again by itself: no script is needed.
  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.billingRun(context.id("run"))
    var response = site.frame(request).runPage(reading).response()
    if !reading.isEnded, let refresh = HTTPField.Name("Refresh") {
      response.headers[refresh] = "2"
    }
    return response
  }

  private func retry(_ request: Request, _ context: WebContext) async throws -> Response {
    _ = try await Form(request, context)
    let id: ID<BillingRun> = try context.id("run")
    try await site.operations.retryBillingRun(id)
    return .see("/factures/passages/\(id)")
  }
}
