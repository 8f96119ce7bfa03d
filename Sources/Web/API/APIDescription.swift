import Maintenance

/// The API in OpenAPI 3.1: bodies are described by the fields that read them.
enum APIDescription {
  static let document: JSON = [
    "openapi": "3.1.0",
    "info": [
      "title": "Diligence", "version": "1",
      "description": """
      Contracts, tickets and invoices. Times are UTC, amounts are cents, before VAT \
      where they are not said to be gross. An act sent again under \
      the same Idempotency-Key is done once and answered by 303 to what it changed.
      """,
    ],
    "paths": paths,
    "components": [
      "schemas": APISchemas.all,
      "securitySchemes": [
        "token": [
          "type": "http", "scheme": "bearer",
          "description": """
          A token of somebody’s account, with a scope: read, tickets, contracts or invoices. Where \
          nobody has an account none is asked.
          """,
        ]
      ],
    ],
    "security": [["token": []]],
  ]

  private static let paths: JSON = .object(
    ticketPaths.merging(attachmentPaths) { $1 }.merging(advicePaths) { $1 }.merging(invoicePaths) {
      $1
    })

  private static let ticketPaths: [String: JSON] = [
    "/api/v1/openapi.json": ["get": operation("description", "This document", object)],
    "/api/v1/contracts": [
      "get": operation("contracts", "Every contract", list("ContractLine"))
    ],
    "/api/v1/contracts/{contract}": [
      "parameters": [key("contract", in: "path")],
      "get": operation(
        "contract", "What a ticket under a contract may name", reference("Contract"),
        ["404"]),
    ],
    "/api/v1/contracts/{contract}/tickets": [
      "parameters": [key("contract", in: "path"), once],
      "post": operation(
        "openTicket", "Opens a ticket: verdict and deadlines are in the answer",
        reference("Ticket"), refusals, status: "201", body: APISchemas.body(APIRoutes.opening)),
    ],
    "/api/v1/contracts/{contract}/levels": [
      "parameters": [key("contract", in: "path")],
      "get": operation(
        "levels", "Service levels over some days, the contract's measuring period without them",
        reference("Levels"), ["400", "404"], parameters: [day("from"), day("to")]),
    ],
    "/api/v1/contracts/{contract}/outages": [
      "parameters": [key("contract", in: "path"), once],
      "post": operation(
        "recordOutage", "Records a time without service, from which availability is measured",
        reference("Outage"), refusals, status: "201", body: APISchemas.body(APIRoutes.outage)),
    ],
    "/api/v1/contracts/{contract}/entries/{entry}": [
      "parameters": [
        key("contract", in: "path"),
        [
          "name": "entry", "in": "path", "required": true,
          "schema": ["type": "integer", "minimum": 0],
        ],
      ],
      "get": operation(
        "receipt", "An entry's header, proof and signed head, as a C2SP tlog-proof",
        reference("Receipt"), ["404"]),
    ],
    "/api/v1/tickets": [
      "get": operation(
        "tickets", "Tickets, the newest first; `next` goes into `before`", list("TicketLine"),
        ["400"], parameters: [key("contract", in: "query"), key("before", in: "query"), limit])
    ],
    "/api/v1/tickets/{ticket}": [
      "parameters": [key("ticket", in: "path")],
      "get": operation(
        "ticket", "A ticket with its clocks and its verdict", reference("Ticket"), ["404"]),
    ],
    "/api/v1/tickets/{ticket}/facts": [
      "parameters": [key("ticket", in: "path")],
      "get": operation(
        "facts", "What happened to a ticket, the first fact first", list("Fact"), ["404"]),
    ],
    "/api/v1/tickets/{ticket}/acts": [
      "parameters": [key("ticket", in: "path"), once],
      "post": operation(
        "act", "Does one act upon a ticket", reference("Ticket"), refusals,
        body: [
          "oneOf": .list(ActShape.all.map { APISchemas.body($0.wholeBody) })
        ]),
    ],
  ]

  private static let object: JSON = ["type": "object"]
  static let refusals = ["400", "404", "409", "413", "415", "422"]
  static let once: JSON = [
    "name": "Idempotency-Key", "in": "header", "required": false,
    "description": "Which act this is, whatever number of times it is sent",
    "schema": ["type": "string", "pattern": "^[!-~]{16,64}$"],
  ]
  static let limit: JSON = [
    "name": "limit", "in": "query", "required": false,
    "schema": ["type": "integer", "minimum": 1, "maximum": 200, "default": 50],
  ]

  private static func day(_ name: String) -> JSON {
    [
      "name": .text(name), "in": "query", "required": false,
      "schema": ["type": "string", "format": "date"],
    ]
  }

  static func key(_ name: String, in place: String) -> JSON {
    [
      "name": .text(name), "in": .text(place), "required": .flag(place == "path"),
      "schema": reference("Key"),
    ]
  }

  static func reference(_ name: String) -> JSON {
    ["$ref": "#/components/schemas/\(name)"]
  }

  static func list(_ name: String) -> JSON {
    [
      "type": "object", "required": ["items"], "additionalProperties": false,
      "properties": [
        "items": ["type": "array", "items": reference(name)], "next": reference("Key"),
      ],
    ]
  }

  static func operation(
    _ id: String, _ summary: String, _ answer: JSON, _ refusals: [String] = [],
    status: String = "200", parameters: [JSON] = [], body: JSON? = nil,
    sends: String = "application/json", gives: [String] = ["application/json"]
  ) -> JSON {
    let content = Dictionary(uniqueKeysWithValues: gives.map { ($0, ["schema": answer] as JSON) })
    var responses: [String: JSON] = [
      status: ["description": "Done", "content": .object(content)]
    ]
    if body != nil { responses["303"] = ["description": "Done before: see what it changed"] }
    for refusal in refusals + ["401", "403", "503"] {
      responses[refusal] = [
        "description": "Refused",
        "content": ["application/problem+json": ["schema": reference("Problem")]],
      ]
    }
    return .object(present: [
      "operationId": .text(id), "summary": .text(summary), "responses": .object(responses),
      "parameters": parameters.isEmpty ? nil : .list(parameters),
      "requestBody": body.map {
        ["required": true, "content": .object([sends: ["schema": $0]])]
      },
    ])
  }
}
