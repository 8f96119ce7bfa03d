import HTTPTypes
import Hummingbird

/// Headers that keep a page from being framed, guessed, stored, asked for without TLS, or made to
/// run another's script.
struct SafetyHeaders: RouterMiddleware {
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
    "font-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
    "base-uri 'none'",
  ].joined(separator: "; ")

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = SafetyHeaders.policy
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.crossOriginOpenerPolicy] = "same-origin"
    response.headers[.crossOriginResourcePolicy] = "same-origin"
    // Everywhere but on this machine itself there is TLS in front, as cookies and links suppose.
    if !Website.isOnLoopback(request) {
      response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
    }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }
}

extension HTTPField.Name {
  fileprivate static let referrerPolicy = name("Referrer-Policy")
  fileprivate static let crossOriginOpenerPolicy = name("Cross-Origin-Opener-Policy")
  fileprivate static let crossOriginResourcePolicy = name("Cross-Origin-Resource-Policy")
  static let clearSiteData = name("Clear-Site-Data")
  static let secFetchSite = name("Sec-Fetch-Site")

  private static func name(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is a field name") }
    return name
  }
}
