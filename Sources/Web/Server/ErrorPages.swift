import HTTPTypes
import Hummingbird

/// Turns whatever a route throws into a page that says what happened and what to do.
///
/// A fault is logged once, under the number that the page shows; the page says no more.
struct ErrorPages: RouterMiddleware {
  let site: Website

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let shell = site.shell(of: request)
    do {
      return try await next(request, context)
    } catch {
      let answer = FaultAnswer(error, shell.words.faults, request, context)
      return page(answer, shell).response(answer.status)
    }
  }

  private func page(_ fault: FaultAnswer, _ shell: Shell) -> HTML {
    shell.page(
      title: fault.title,
      """
      <p>\(fault.hint)</p>
      <p><a class="button" href="/">\(shell.words.faults.back)</a></p>
      """)
  }
}
