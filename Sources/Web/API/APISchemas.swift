import Maintenance

/// JSON Schemas of what the API answers; nothing else is ever in an answer.
enum APISchemas {
  static let all: JSON = .object(others.merging(invoices) { $1 })

  private static let others: [String: JSON] = [
    "Key": ["type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{13}$"],
    "Problem": object(
      [
        "type": text, "title": text, "status": whole, "code": text, "detail": text,
        "field": text,
      ], optional: ["field"]),
    "ContractLine": object(
      [
        "id": key, "reference": text, "title": text, "client": text, "versions": whole,
        "validFrom": day, "openTickets": whole, "lateTickets": whole,
      ], optional: ["validFrom"]),
    "Contract": object([
      "id": key, "reference": text, "title": text, "client": text, "version": whole,
      "sites": texts, "groups": texts, "channels": words(Channel.self, isList: true),
      "impacts": texts, "urgencies": texts, "exclusions": texts, "priorities": texts,
      "pauses": words(PauseReason.self, isList: true),
    ]),
    "TicketLine": object(
      [
        "id": key, "contract": key, "reference": text, "client": text, "number": whole,
        "title": text, "requester": text, "priority": text, "stage": words(Ticket.Stage.self),
        "charge": words(Verdict.Decision.self), "openedAt": time, "dueAt": time,
        "dueMilestone": words(Milestone.self), "assignee": text, "missed": whole,
        "awaitedAnswers": whole, "debt": debt,
      ], optional: ["dueAt", "dueMilestone", "assignee", "debt"]),
    "Ticket": ticket,
    "Levels": levels,
    "Outage": outage,
    "Advice": advice,
    "AdviceLine": adviceLine,
    "Receipt": object(["entry": whole, "receipt": text]),
    "Fact": object([
      "entry": whole, "kind": text, "at": time, "body": ["type": "object"],
      "actor": object(["side": words(Actor.Side.self), "name": text]),
    ]),
  ]

  /// A body made of fields, and of no other.
  static func body(_ fields: [APIField]) -> JSON {
    object(
      Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.schema) }),
      optional: Set(fields.filter { !$0.isRequired }.map(\.name)))
  }

  private static let ticket = object(
    [
      "id": key, "contract": key, "receipt": text, "contractVersion": whole, "number": whole,
      "version": whole,
      "title": text, "text": text, "requester": text, "channel": words(Channel.self),
      "assets": texts, "received": time, "receivedReason": text,
      "site": text, "group": text, "nature": words(TicketNature.self), "impact": text,
      "urgency": text, "exclusion": text, "priority": text, "stage": words(Ticket.Stage.self),
      "assignee": text, "openedAt": time, "resolvedAt": time, "cause": words(FailureCause.self),
      "workedMinutes": whole, "verdict": verdict, "clocks": list(clock), "debt": debt,
      "proposals": list(proposal), "warnings": list(warning),
      "attachments": list(attachment), "escalations": list(escalation),
      "links": list(object(["kind": words(TicketLink.Kind.self), "ticket": key, "number": whole])),
    ],
    optional: [
      "receipt", "exclusion", "assignee", "resolvedAt", "cause", "debt", "received",
      "receivedReason",
    ])

  private static let verdict = object(
    [
      "decision": words(Verdict.Decision.self), "onceOpen": words(Verdict.Decision.self),
      "startsAt": time, "hourlyRateCents": whole, "because": list(citation), "asset": text,
    ], optional: ["onceOpen", "startsAt", "hourlyRateCents", "asset"])

  private static let citation = object([
    "clause": text, "number": text, "version": whole, "reason": words(Reason.Kind.self),
    "values": texts,
  ])

  private static let clock = object(
    [
      "milestone": words(Milestone.self), "standing": text, "startedAt": time, "deadline": time,
      "reachedAt": time, "promisedSeconds": whole, "elapsedSeconds": whole, "because": citation,
    ], optional: ["deadline", "reachedAt"])

  private static let proposal = object(
    ["text": text, "priceCents": whole, "validUntil": day, "at": time, "answer": answer],
    optional: ["answer"])

  private static let warning = object(
    [
      "risk": text, "consequence": text, "recommendation": text, "priceCents": whole, "at": time,
      "reminders": list(time), "answer": answer,
    ], optional: ["priceCents", "answer"])

  private static let answer = object([
    "kind": words(ClientAnswer.Kind.self), "at": time, "by": text, "reason": text,
  ])

  private static let attachment = object([
    "number": whole, "name": text, "type": words(FileType.self), "size": whole, "sha256": text,
    "erased": ["type": "boolean"],
  ])

  private static let escalation = object([
    "milestone": words(Milestone.self), "thresholdPercent": text, "priority": text, "due": time,
    "at": time, "uncovered": ["type": "boolean"],
    "told": list(object(["name": text, "ground": words(ToldPerson.Ground.self)])),
  ])

  private static let debt = object(["owner": text, "due": day])
  static let key: JSON = ["$ref": "#/components/schemas/Key"]
  static let text: JSON = ["type": "string"]
  static let whole: JSON = ["type": "integer"]
  static let day: JSON = ["type": "string", "format": "date"]
  static let time: JSON = ["type": "string", "format": "date-time"]
  static let texts = list(text)

  static func list(_ items: JSON) -> JSON { ["type": "array", "items": items] }

  static func words<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type, isList: Bool = false
  ) -> JSON {
    let word: JSON = [
      "type": "string", "enum": .list(Value.allCases.map { .text($0.rawValue) }),
    ]
    return isList ? list(word) : word
  }

  static func object(_ fields: [String: JSON], optional: Set<String> = []) -> JSON {
    [
      "type": "object", "additionalProperties": false, "properties": .object(fields),
      "required": .list(fields.keys.filter { !optional.contains($0) }.sorted().map(JSON.text)),
    ]
  }
}
