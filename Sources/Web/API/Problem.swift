import HTTPTypes
import Hummingbird
import Maintenance

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
    var headers: HTTPFields = [.contentType: "application/problem+json"]
    if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer realm=\"Diligence\"" }
    return Response(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try body.bytes)))
  }
}

/// Turns what a route of the API throws into a problem.
struct APIProblems: RouterMiddleware {
  static let root = "/api/"
  let site: Website

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.uri.path.hasPrefix(APIProblems.root) else {
      return try await next(request, context)
    }
    let formats = site.shell(of: request).formats
    let words = formats.words
    do {
      return try await next(request, context)
    } catch let problem as Problem {
      return try problem.response()
    } catch let refusal as TicketRefusal {
      return try Problem(
        status: refusal == .changedMeanwhile ? .conflict : .unprocessableContent,
        code: "\(refusal)", detail: words.tickets.refusals(refusal)
      ).response()
    } catch let refusal as InvoiceRefusal {
      return try Problem(
        status: .unprocessableContent, code: String("\(refusal)".prefix { $0 != "(" }),
        detail: words.invoicing.refusal(refusal, formats)
      ).response()
    } catch let refusal as CountRefusal {
      return try Problem(
        status: .unprocessableContent, code: String("\(refusal)".prefix { $0 != "(" }),
        detail: words.counts.refusal(refusal)
      ).response()
    } catch {
      let answer = FaultAnswer(error, words.faults, request, context)
      return try Problem(status: answer.status, code: answer.code, detail: answer.hint).response()
    }
  }
}
