import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// Files of a ticket for programs: raw bytes both ways.
extension APIRoutes {
  static let longestFileName = 200

  func attach(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    let type = request.headers[.contentType] ?? ""
    guard type.prefix(while: { $0 != ";" }) == FileType.bytes.rawValue else {
      throw Problem(
        status: .unsupportedMediaType, code: "type", detail: "expected \(FileType.bytes.rawValue)")
    }
    let name = request.uri.queryParameters["name"].map(String.init) ?? ""
    guard (1...APIRoutes.longestFileName).contains(name.unicodeScalars.count) else {
      throw Problem(
        status: .badRequest, code: "query", detail: "expected 1 to 200 characters", field: "name")
    }
    let body = try await request.body.collect(upTo: Attachment.largest)
    let ticket = try await site.operations.attach(
      Array(body.readableBytesView), named: name, to: id, by: site.actor)
    return try answer(try await acted(ticket), .created)
  }

  func attachment(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    guard let number = context.parameters.get("number", as: Int.self) else {
      throw HTTPError(.notFound)
    }
    let (file, bytes) = try await site.operations.attachment(number, of: id)
    return .download(bytes, named: file.name, type: FileType.bytes.rawValue)
  }
}

extension APIDescription {
  static let attachmentPaths: [String: JSON] = [
    "/api/v1/tickets/{ticket}/attachments": [
      "parameters": [
        key("ticket", in: "path"), once,
        [
          "name": "name", "in": "query", "required": true,
          "schema": [
            "type": "string", "minLength": 1,
            "maxLength": .whole(Int64(APIRoutes.longestFileName)),
          ],
        ],
      ],
      "post": operation(
        "attach", "Keeps a file with a ticket; its type is what its bytes say",
        reference("Ticket"), refusals, status: "201", body: bytes, sends: FileType.bytes.rawValue),
    ],
    "/api/v1/tickets/{ticket}/attachments/{number}": [
      "parameters": [
        key("ticket", in: "path"),
        [
          "name": "number", "in": "path", "required": true,
          "schema": ["type": "integer", "minimum": 1],
        ],
      ],
      "get": operation(
        "attachment", "The bytes of a file, as they came", bytes, ["404"],
        gives: [FileType.bytes.rawValue]),
    ],
  ]

  private static let bytes: JSON = ["type": "string", "format": "binary"]
}
