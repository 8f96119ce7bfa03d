import HTTPTypes
import Hummingbird
import Logging
import Operations
import Store

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
    } catch is Missing {
      return page(shell.words.faults.page(404), shell).response(.notFound)
    } catch let fault as StoreFault where shell.words.faults.page(fault) != nil {
      context.logger.warning("\(request.method) \(request.uri.path): \(fault)")
      let (status, said) = shell.words.faults.page(fault) ?? (.internalServerError, ("", ""))
      return page(said, shell).response(status)
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
  /// What a fault of the store means for whoever acted; nothing for a fault of ours.
  func page(
    _ fault: StoreFault
  ) -> (status: HTTPResponse.Status, said: (title: String, hint: String))? {
    switch fault {
    case .staleVersion, .conflict, .contention: (.conflict, (conflict, conflictHint))
    case .unreachable, .connectionLost, .inUse:
      (.serviceUnavailable, (unavailable, unavailableHint))
    case .outcomeUnknown: (.serviceUnavailable, (unknownOutcome, unknownOutcomeHint))
    case .diskFull: (HTTPResponse.Status(code: 507), (diskFull, diskFullHint))
    case .rolledBack: (.serviceUnavailable, (rolledBack, rolledBackHint))
    case .unstorable: (.badRequest, (badForm, badFormHint))
    default: nil
    }
  }

  /// Title and hint for a refused request, by its status.
  func page(_ status: Int) -> (title: String, hint: String) {
    switch status {
    case 403, 421: (forbiddenOrigin, forbiddenOriginHint)
    case 404, 405: (notFound, notFoundHint)
    case 409: (conflict, conflictHint)
    case 413: (tooLarge, tooLargeHint)
    default: (badForm, badFormHint)
    }
  }
}
