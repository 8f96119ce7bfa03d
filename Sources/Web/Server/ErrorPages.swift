import HTTPTypes
import Hummingbird
import Logging

/// Turns whatever a route throws into a page that says what happened and what to do.
///
/// A fault is logged here, once, under the number that the page shows; the page says no more.
struct ErrorPages: RouterMiddleware {
  let site: Website

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let shell = site.shell(of: request)
    do {
      return try await next(request, context)
    } catch let error as any HTTPResponseError where error.status.code < 500 {
      return page(shell.words.faults.page(error.status.code), shell).response(error.status)
    } catch {
      context.logger.error(
        "\(request.method) \(request.uri.path) failed",
        metadata: ["error": "\(String(reflecting: error))"])
      let faults = shell.words.faults
      return page((faults.internalFault, faults.internalFaultHint(context.requestID)), shell)
        .response(.internalServerError)
    }
  }

  private func page(_ fault: (title: String, hint: String), _ shell: Shell) -> HTML {
    shell.page(
      title: fault.title,
      """
      <p>\(fault.hint)</p>
      <p><a class="button" href="/">\(shell.words.faults.back)</a></p>
      """)
  }
}

extension FaultWords {
  /// Title and hint for a refused request, by its status.
  fileprivate func page(_ status: Int) -> (title: String, hint: String) {
    switch status {
    case 403, 421: (forbiddenOrigin, forbiddenOriginHint)
    case 404, 405: (notFound, notFoundHint)
    case 409: (conflict, conflictHint)
    case 413: (tooLarge, tooLargeHint)
    default: (badForm, badFormHint)
    }
  }
}
