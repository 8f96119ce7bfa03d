import HTTPTypes
import Hummingbird
import Operations

/// Takes an act only from a form that this session was shown, besides what `OwnOrigin` asks.
///
/// Every form that is sent to somebody who is signed in carries the token: `HTML.response` puts it
/// there, so that no page can forget it.
struct FormToken: RouterMiddleware {
  static let field = "formulaire"

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let isReading = request.method == .get || request.method == .head
    guard let expected = Visit.current?.formToken, !isReading,
      !request.uri.path.hasPrefix(APIProblems.root)
    else { return try await next(request, context) }
    var request = request
    let body = try await request.body.collect(upTo: Form.largestLimit)
    request.body = RequestBody(buffer: body)
    let form = try Form(
      Array(body.readableBytesView), type: request.headers[.contentType] ?? "")
    let (sent, wanted) = (Array((form.token ?? "").utf8), Array(expected.utf8))
    let isSame =
      sent.count == wanted.count
      && zip(sent, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    guard isSame else { throw HTTPError(.forbidden) }
    return try await next(request, context)
  }
}

extension HTML {
  /// The same page, with a hidden field at the start of each form that is posted.
  func carrying(_ token: String) -> HTML {
    let hidden: HTML = """
      <input type="hidden" name="formulaire" value="\(token)">
      """
    let opening = Array("<form ".utf8)
    let posted = Array("method=\"post\"".utf8)
    var page: [UInt8] = []
    page.reserveCapacity(bytes.count + 1024)
    var start = 0
    while let tag = HTML.index(of: opening, in: bytes, from: start),
      let end = bytes[tag...].firstIndex(of: UInt8(ascii: ">"))
    {
      page += bytes[start...end]
      if HTML.index(of: posted, in: bytes, from: tag, to: end) != nil { page += hidden.bytes }
      start = end + 1
    }
    page += bytes[start...]
    var html = HTML.nothing
    html.bytes = page
    return html
  }

  private static func index(
    of pattern: [UInt8], in bytes: [UInt8], from start: Int, to end: Int? = nil
  ) -> Int? {
    var at = start
    let last = (end ?? bytes.count) - pattern.count
    while at <= last, let next = bytes[at..<bytes.count].firstIndex(of: pattern[0]), next <= last {
      if bytes[next..<next + pattern.count].elementsEqual(pattern) { return next }
      at = next + 1
    }
    return nil
  }
}
