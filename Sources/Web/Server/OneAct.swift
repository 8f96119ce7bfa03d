import HTTPTypes
import Hummingbird
import Maintenance
import Store

/// Lets an act be done once, however often it is sent: a form carries the identity that it got when
/// it was shown, a program sends `Idempotency-Key`. Sent again, it is answered by what it changed
/// the first time.
struct OneAct: RouterMiddleware {
  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.method == .post, let identity = try identity(of: request) else {
      return try await next(request, context)
    }
    var request = request
    let body = try await request.body.collect(upTo: Form.largestLimit)
    request.body = RequestBody(buffer: body)
    var content = Array(request.uri.path.utf8)
    // A browser draws another boundary each time it sends the same files.
    if !(request.headers[.contentType] ?? "").hasPrefix("multipart/") {
      content += [0] + Array(body.readableBytesView)
    }
    do {
      return try await Command.$current.withValue(Command(identity: identity, content: content)) {
        [request] in try await next(request, context)
      }
    } catch let repeated as RepeatedCommand {
      if request.uri.path.hasPrefix(APIProblems.root) {
        let id = repeated.subject.id
        if repeated.subject.kind == .ticket {
          return .see("/api/v1/tickets/\(ID<Ticket>(number: id))")
        }
        if repeated.subject.kind == .invoice {
          return .see("/api/v1/invoices/\(ID<Invoice>(number: id))")
        }
      }
      return .see(repeated.subject.page)
    }
  }

  private func identity(of request: Request) throws -> String? {
    guard
      let text = request.headers[.idempotencyKey]
        ?? request.uri.queryParameters["commande"].map(String.init)
    else { return nil }
    let isSound = (16...64).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126) ~= $0 }
    guard isSound else { throw HTTPError(.badRequest) }
    return text
  }
}

extension HTTPField.Name {
  /// draft-ietf-httpapi-idempotency-key-header.
  fileprivate static var idempotencyKey: Self {
    guard let name = Self("Idempotency-Key") else { preconditionFailure("it is a token") }
    return name
  }
}

extension Subject {
  /// Where an act upon it leads.
  fileprivate var page: Path {
    switch kind {
    case .ticket: "/tickets/\(ID<Ticket>(number: id))"
    case .agreement: "/contrats/\(agreement)"
    case .erasure, .disclosure, .reads: "/contrats/\(agreement)/registre"
    case .invoice: "/factures/\(ID<Invoice>(number: id))"
    case .handover: "/factures"
    case .purchase: "/achats/\(ID<Purchase>(number: id))"
    case .account: "/comptes"
    case .shift: "/astreintes"
    case .mail: "/courrier"
    case .signature: "/contrats/\(agreement)/signatures/\(ID<Envelope>(number: id))"
    case .duty: "/contrats/\(agreement)/echeances"
    case .outage: "/contrats/\(agreement)/niveaux"
    case .advice: "/contrats/\(agreement)/conseils/\(ID<Advice>(number: id))"
    case .delivery: "/contrats/\(agreement)/recettes/\(ID<Delivery>(number: id))"
    case .register: "/registre"
    }
  }
}
