extension APIDescription {
  static let invoicePaths: [String: JSON] = [
    "/api/v1/invoices": [
      "get": operation(
        "invoices", "Invoices, the newest first; `next` goes into `before`", list("InvoiceLine"),
        ["400"], parameters: [key("contract", in: "query"), key("before", in: "query"), limit])
    ],
    "/api/v1/invoices/{invoice}": [
      "parameters": [key("invoice", in: "path")],
      "get": operation("invoice", "An invoice", reference("Invoice"), ["404"]),
    ],
    "/api/v1/invoices/{invoice}/files/{kind}": [
      "parameters": [
        key("invoice", in: "path"),
        [
          "name": "kind", "in": "path", "required": true,
          "schema": ["type": "string", "enum": ["pdf", "xml", "ubl"]],
        ],
      ],
      "get": operation(
        "invoiceFile", "Factur-X, CII or UBL, as it was issued",
        ["type": "string", "format": "binary"], ["404"],
        gives: ["application/pdf", "application/xml"]),
    ],
    "/api/v1/contracts/{contract}/invoices": [
      "parameters": [key("contract", in: "path"), once],
      "post": operation(
        "issueInvoice", "Bills a month: judged by every validator, then numbered",
        reference("Invoice"), refusals, status: "201", body: APISchemas.body(APIRoutes.issuing)),
    ],
    "/api/v1/invoices/{invoice}/payments": act(
      "payInvoice", "Records that money came, or went back when it is negative", "200",
      APIRoutes.paying),
    "/api/v1/invoices/{invoice}/credits": act(
      "creditInvoice", "Issues a credit note on some lines, or on all that is left", "201",
      APIRoutes.crediting),
    "/api/v1/invoices/{invoice}/replacements": act(
      "replaceInvoice", "Issues the invoice that takes its place", "201", APIRoutes.replacing),
    "/api/v1/contracts/{contract}/counts": told(
      "countFleet", "Tells how many machines of a group there are from a day on",
      APIRoutes.counting),
    "/api/v1/contracts/{contract}/packs": told(
      "orderPack", "Tells that a further pack of hours was ordered", APIRoutes.ordering),
  ]

  private static func act(
    _ id: String, _ summary: String, _ status: String, _ fields: [APIField]
  ) -> JSON {
    [
      "parameters": [key("invoice", in: "path"), once],
      "post": operation(
        id, summary, reference("Invoice"), refusals, status: status,
        body: APISchemas.body(fields)),
    ]
  }

  private static func told(_ id: String, _ summary: String, _ fields: [APIField]) -> JSON {
    [
      "parameters": [key("contract", in: "path"), once],
      "post": operation(
        id, summary, reference("Counts"), refusals, body: APISchemas.body(fields)),
    ]
  }
}

extension APISchemas {
  static let invoices: [String: JSON] = [
    "InvoiceLine": object([
      "id": key, "contract": key, "number": text, "type": text, "client": text, "issued": day,
      "due": day, "netCents": whole, "grossCents": whole, "balanceCents": whole,
    ]),
    "Invoice": object(
      [
        "id": key, "contract": key, "number": text, "type": text, "version": whole,
        "client": text, "month": text, "issued": day, "due": day, "netCents": whole,
        "vatCents": whole, "grossCents": whole, "balanceCents": whole, "corrects": key,
        "replacedBy": key,
        "lines": list(
          object(["line": whole, "name": text, "netCents": whole, "leftCents": whole])),
        "payments": list(object(["day": day, "cents": whole, "means": text, "reference": text])),
        "credits": list(object(["invoice": key, "number": text, "cents": whole])),
      ], optional: ["month", "corrects", "replacedBy"]),
    "Counts": object([
      "contract": key, "packOrders": list(day),
      "fleet": list(object(["group": text, "count": whole, "from": day])),
    ]),
  ]
}
