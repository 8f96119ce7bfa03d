import HTTPTypes
import Hummingbird

/// Reads `+` in the query of an address as a space, as browsers write the fields of a form that
/// asks (WHATWG URL, 5.1). A plus is `%2B` there.
struct SpacesInAddresses: RouterMiddleware {
  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard let path = request.head.path, let start = path.firstIndex(of: "?"),
      path[start...].contains("+")
    else { return try await next(request, context) }
    var head = request.head
    head.path = String(path[..<start]) + path[start...].replacing("+", with: "%20")
    return try await next(Request(head: head, body: request.body), context)
  }
}
