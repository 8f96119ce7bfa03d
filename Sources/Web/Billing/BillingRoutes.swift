import Hummingbird
import Maintenance
import Operations

/// What is not billed yet, of all contracts and of one.
struct BillingRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/facturation/reste", use: all)
    router.get("/contrats/:contract/reste", use: one)
  }

  private func all(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.unbilledEntries(of: nil)
    return site.frame(request).unbilledPage(reading).response()
  }

  private func one(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.unbilledEntries(of: context.id("contract"))
    return site.frame(request).unbilledPage(reading).response()
  }
}
