import HTTPTypes
import Hummingbird
import Logging
import Operations
import Store
import Testing

@testable import Web

struct ErrorPagesTests {
  private struct Unforeseen: Error {}

  @Test(arguments: [
    (StoreFault.staleVersion(table: "ticket", id: 1), 409),
    (.contention(reason: "x"), 409), (.conflict(reason: "x"), 409),
    (.connectionLost(reason: "secret"), 503), (.unreachable(server: "x", reason: "secret"), 503),
    (.outcomeUnknown(reason: "secret"), 503), (.refused(reason: "secret"), 500),
  ])
  func `a fault of the store is a page that says what was kept`(_ fault: StoreFault, _ status: Int)
    async throws
  {
    let (found, text) = try await page(throwing: fault)
    #expect(found == status)
    #expect(text.contains("<h1>"))
    #expect(!text.contains("secret"))
  }

  @Test func `what nobody foresaw says no more than its number`() async throws {
    let (status, text) = try await page(throwing: Unforeseen())
    #expect(status == 500)
    #expect(!text.contains("Unforeseen"))
    #expect(try await page(throwing: Missing.ticket).status == 404)
  }

  private func page(throwing error: any Error) async throws -> (status: Int, text: String) {
    var found = (status: 0, text: "")
    try await SampleSite.run { sample in
      let router = Router(context: WebContext.self)
      router.add(middleware: ErrorPages(site: sample.visitor.site))
      router.get("/panne") { _, _ -> Response in throw error }
      let answer = try await Visitor(sample.visitor.site, router: router).get("/panne")
      found = (answer.status, answer.text)
    }
    return found
  }
}
