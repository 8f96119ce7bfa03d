import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// Files of a ticket: one sent, one asked for.
struct AttachmentRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.post("/tickets/:ticket/pieces", use: attach)
    router.get("/tickets/:ticket/pieces/:number", use: show)
  }

  private func attach(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    let form = try await Form(request, context, limit: Form.largestLimit)
    do {
      _ = try await site.operations.attach(
        form.file("fichier") ?? [], named: form.fileName("fichier"), to: id, by: site.actor)
      return .see("/tickets/\(id)")
    } catch let refusal as TicketRefusal {
      let reading = try await site.operations.ticket(id)
      let frame = site.frame(request, reading.terms)
      let refused = RefusedForm(
        act: "pieces", message: frame.words.tickets.refusals(refusal), fields: [:])
      return frame.ticketPage(reading, refused: refused).response(.unprocessableContent)
    }
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    guard let number = context.parameters.get("number", as: Int.self) else {
      throw HTTPError(.notFound)
    }
    let (attachment, bytes) = try await site.operations.attachment(number, of: id)
    return .download(bytes, named: attachment.name, type: attachment.type.rawValue)
  }
}

extension Response {
  /// Others' bytes: kept as a file, never shown as a page of ours, and without any right if a
  /// browser shows them all the same.
  static func download(_ bytes: [UInt8], named name: String, type: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type,
        .contentDisposition: "attachment; filename*=UTF-8''\(encoded(name))",
        .contentSecurityPolicy: "default-src 'none'; sandbox; frame-ancestors 'none'",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// RFC 8187: all but `attr-char` as percent and two digits.
  private static func encoded(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return name.utf8.reduce(into: "") { text, byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
