import HTTPTypes
import Hummingbird
import Logging
import Maintenance
import Operations
import Store

/// Why a request of a program is refused (RFC 9457, `application/problem+json`).
struct Problem: Error, Sendable {
  var status: HTTPResponse.Status
  /// For programs: stable, such as `emptyTitle`.
  var code: String
  /// For people.
  var detail: String
  /// The field at fault, if one is.
  var field: String?

  /// `allowed` are the methods that the address has, separated by commas.
  static func methodNotAllowed(_ allowed: String) throws -> Response {
    var response = try Problem(
      status: .methodNotAllowed, code: "method", detail: "allowed here: \(allowed)"
    ).response()
    response.headers[.allow] = allowed
    return response
  }

  func response() throws -> Response {
    let body = JSON.object(present: [
      "type": "about:blank", "title": .text(status.reasonPhrase),
      "status": .whole(Int64(status.code)),
      "code": .text(code), "detail": .text(detail), "field": field.map(JSON.text),
    ])
    return Response(
      status: status, headers: [.contentType: "application/problem+json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try body.bytes)))
  }
}

/// Turns what a route of the API throws into a problem; a fault of ours is logged under the number
/// that the answer gives.
struct APIProblems: RouterMiddleware {
  static let root = "/api/"
  let site: Website

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.uri.path.hasPrefix(APIProblems.root) else {
      return try await next(request, context)
    }
    do {
      return try await next(request, context)
    } catch {
      let words = site.shell(of: request).words
      if let problem = problem(error, words) { return try problem.response() }
      context.logger.error(
        "\(request.method) \(request.uri.path) failed",
        metadata: ["error": "\(String(reflecting: error))"])
      return try Problem(
        status: .internalServerError, code: "internal",
        detail: words.faults.internalFaultHint(context.requestID)
      ).response()
    }
  }

  private func problem(_ error: any Error, _ words: Words) -> Problem? {
    switch error {
    case let problem as Problem: problem
    case let refusal as TicketRefusal:
      Problem(
        status: refusal == .changedMeanwhile ? .conflict : .unprocessableContent,
        code: "\(refusal)", detail: words.tickets.refusals(refusal))
    case is Missing:
      Problem(status: .notFound, code: "missing", detail: words.faults.notFoundHint)
    case let error as any HTTPResponseError where error.status.code < 500:
      Problem(
        status: error.status, code: "http", detail: words.faults.page(error.status.code).hint)
    case let fault as StoreFault:
      words.faults.page(fault).map {
        Problem(status: $0.status, code: "store", detail: $0.said.hint)
      }
    default: nil
    }
  }
}
