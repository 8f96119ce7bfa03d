import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// The register of advice for programs.
extension APIRoutes {
  static let advised: [APIField] = [
    .text("thing", most: 200), .text("fact", least: 0), .text("risk", least: 0).optional,
    .text("consequence", least: 0).optional, .text("recommendation", least: 0).optional,
    .whole("priceCents", 0...100_000_000).optional, .day("due").optional,
    .choice("origin", Advice.Origin.Kind.self).optional, .text("reference", least: 0).optional,
  ]

  func adviceList(_ request: Request, _ context: WebContext) async throws -> Response {
    let list = try await site.operations.adviceList(of: context.id("contract"))
    return try answer(["items": .list(list.lines.map(AdviceRecord.json))])
  }

  func advice(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.advice(
      context.id("advice"), under: context.id("contract"))
    return try answer(AdviceRecord.json(reading.advice))
  }

  func draftAdvice(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let body = try APIBody(try await json(request), APIRoutes.advised)
    let kind: Advice.Origin.Kind =
      body.optional("origin") == nil ? .other : try body.choice("origin")
    return try await refusing(request) {
      let advice = try await site.operations.draftAdvice(
        AdviceContent(
          thing: body.text("thing"), fact: body.text("fact"), risk: body.text("risk"),
          consequence: body.text("consequence"), recommendation: body.text("recommendation"),
          price: body.whole("priceCents").map { Money(cents: Int64($0)) },
          due: body.optional("due").flatMap(Day.init(iso:))),
        from: Advice.Origin(kind, body.text("reference")), under: id, by: site.actor)
      return try answer(AdviceRecord.json(advice), .created)
    }
  }

  func actOnAdvice(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let advice: ID<Advice> = try context.id("advice")
    let (act, seen) = try AdviceShape.act(try await json(request))
    return try await refusing(request) {
      let after = try await site.operations.act(
        on: advice, under: id, by: site.actor, seen: seen, act)
      return try answer(AdviceRecord.json(after))
    }
  }

  private func refusing(
    _ request: Request, _ body: () async throws -> Response
  ) async throws -> Response {
    do {
      return try await body()
    } catch let refusal as AdviceRefusal {
      let words = site.shell(of: request).words.advice
      throw Problem(
        status: refusal == .changedMeanwhile ? .conflict : .unprocessableContent,
        code: refusal.rawValue, detail: words.refusals[refusal] ?? refusal.rawValue)
    }
  }
}

/// One act upon an advice as programs send it.
struct AdviceShape: Sendable {
  var name: String
  var fields: [APIField]
  var read: @Sendable (APIBody) throws -> AdviceAct

  var wholeBody: [APIField] {
    [APIField(name: "act", kind: .choice([name])), .whole("seen", 1...1_000_000).optional] + fields
  }

  private static let means = APIField.choice("means", Advice.Means.self)
  private static let person = APIField.text("by", most: 200)

  static let all: [AdviceShape] = [
    AdviceShape(name: "send", fields: [.text("to", most: 200), means]) {
      .send(to: $0.text("to"), by: try $0.choice("means"))
    },
    AdviceShape(name: "remind", fields: [means]) { .remind(by: try $0.choice("means")) },
    AdviceShape(name: "accept", fields: [person, .text("reason", least: 0).optional]) {
      .answer(.accepted, from: $0.text("by"), reason: $0.text("reason"))
    },
    AdviceShape(name: "decline", fields: [person, .text("reason")]) {
      .answer(.declined, from: $0.text("by"), reason: $0.text("reason"))
    },
    AdviceShape(name: "tellSilence", fields: []) { _ in .answer(.silent, from: "", reason: "") },
    AdviceShape(
      name: "raiseAgain",
      fields: [
        .choice("occasion", Advice.Occasion.self), .text("note", least: 0).optional,
      ]
    ) { .raiseAgain(try $0.choice("occasion"), note: $0.text("note")) },
    AdviceShape(name: "close", fields: [.text("reason")]) { .close(reason: $0.text("reason")) },
  ]

  static func act(_ value: JSON) throws -> (act: AdviceAct, seen: Int?) {
    guard let name = value["act"]?.text, let shape = all.first(where: { $0.name == name }) else {
      throw APIBody.problem(
        "expected one of \(all.map(\.name).joined(separator: ", "))", field: "act")
    }
    let body = try APIBody(value, shape.wholeBody)
    return (try shape.read(body), body.whole("seen"))
  }
}

enum AdviceRecord {
  static func json(_ line: AdviceLine) -> JSON {
    .object(present: [
      "id": .text(line.id.text), "number": .whole(Int64(line.number)),
      "stage": .text(line.stage.rawValue), "thing": .text(line.thing),
      "origin": .text(line.origin.kind.rawValue), "sentAt": line.sentAt.map { .text($0.iso) },
      "reminders": .whole(Int64(line.reminders)), "due": line.due.map { .text($0.iso) },
      "priceCents": line.price.map { .whole($0.cents) },
    ])
  }

  static func json(_ advice: Advice) -> JSON {
    let content = advice.content
    return .object(present: [
      "id": .text(advice.id.text), "contract": .text(advice.agreement.text),
      "number": .whole(Int64(advice.number)), "version": .whole(Int64(advice.version)),
      "stage": .text(advice.stage.rawValue), "thing": .text(content.thing),
      "fact": .text(content.fact), "risk": .text(content.risk),
      "consequence": .text(content.consequence), "recommendation": .text(content.recommendation),
      "origin": .text(advice.origin.kind.rawValue), "reference": .text(advice.origin.reference),
      "priceCents": content.price.map { .whole($0.cents) },
      "due": content.due.map { .text($0.iso) },
      "lacks": .list(content.gaps.map { .text($0.rawValue) }),
      "rounds": .list(advice.rounds.map(round)), "ticket": advice.ticket.map { .text($0.id.text) },
      "closed": advice.closure.map(JSON.text),
    ])
  }

  private static func round(_ round: Advice.Round) -> JSON {
    .object(present: [
      "sentAt": .text(round.sentAt.iso), "to": .text(round.recipient),
      "means": round.means.map { .text($0.rawValue) },
      "occasion": round.occasion.map { .text($0.rawValue) },
      "reminders": .list(round.reminders.map { .text($0.iso) }),
      "seenAt": round.seenAt.map { .text($0.iso) },
      "answer": round.answer.map { answer in
        [
          "kind": .text(answer.kind.rawValue), "at": .text(answer.at.iso),
          "by": .text(answer.by), "reason": .text(answer.reason),
        ]
      },
    ])
  }
}

extension APISchemas {
  static let adviceLine = object(
    [
      "id": key, "number": whole, "stage": words(Advice.Stage.self), "thing": text,
      "origin": words(Advice.Origin.Kind.self), "sentAt": time, "reminders": whole, "due": day,
      "priceCents": whole,
    ], optional: ["sentAt", "due", "priceCents"])

  static let advice = object(
    [
      "id": key, "contract": key, "number": whole, "version": whole,
      "stage": words(Advice.Stage.self), "thing": text, "fact": text, "risk": text,
      "consequence": text, "recommendation": text, "origin": words(Advice.Origin.Kind.self),
      "reference": text, "priceCents": whole, "due": day,
      "lacks": list(words(AdviceRefusal.self)), "rounds": list(round), "ticket": key,
      "closed": text,
    ], optional: ["priceCents", "due", "ticket", "closed"])

  private static let round = object(
    [
      "sentAt": time, "to": text, "means": words(Advice.Means.self),
      "occasion": words(Advice.Occasion.self), "reminders": list(time), "seenAt": time,
      "answer": object([
        "kind": words(ClientAnswer.Kind.self), "at": time, "by": text, "reason": text,
      ]),
    ], optional: ["means", "occasion", "seenAt", "answer"])
}

extension APIDescription {
  static let advicePaths: [String: JSON] = [
    "/api/v1/contracts/{contract}/advice": [
      "parameters": [key("contract", in: "path")],
      "get": operation(
        "adviceList", "What a contract's client was advised, the last first", list("AdviceLine"),
        ["404"]),
    ],
    "/api/v1/contracts/{contract}/advice/drafts": [
      "parameters": [key("contract", in: "path"), once],
      "post": operation(
        "draftAdvice", "Drafts an advice; the answer says what it lacks", reference("Advice"),
        refusals, status: "201", body: APISchemas.body(APIRoutes.advised)),
    ],
    "/api/v1/contracts/{contract}/advice/{advice}": [
      "parameters": [key("contract", in: "path"), key("advice", in: "path")],
      "get": operation("advice", "An advice with its answers", reference("Advice"), ["404"]),
    ],
    "/api/v1/contracts/{contract}/advice/{advice}/acts": [
      "parameters": [key("contract", in: "path"), key("advice", in: "path"), once],
      "post": operation(
        "actOnAdvice", "Does one act upon an advice", reference("Advice"), refusals,
        body: ["oneOf": .list(AdviceShape.all.map { APISchemas.body($0.wholeBody) })]),
    ],
  ]
}
