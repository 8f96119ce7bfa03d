import Maintenance
import Operations
import Store

/// What the API says of each thing: the pages' facts without their words.
enum APIRecord {
  static func contract(_ line: AgreementLine) -> JSON {
    .object(present: [
      "id": .text(line.id.text), "reference": .text(line.reference), "title": .text(line.title),
      "client": .text(line.clientName), "versions": .whole(Int64(line.versionCount)),
      "validFrom": line.validFrom.map { .text($0.iso) },
      "openTickets": .whole(Int64(line.openTickets)),
      "lateTickets": .whole(Int64(line.lateTickets)),
    ])
  }

  /// What a ticket under these terms may name.
  static func contract(_ agreement: Agreement, _ terms: Terms) -> JSON {
    let contract = terms.contract
    return [
      "id": .text(agreement.id.text), "reference": .text(agreement.reference),
      "title": .text(contract.title), "client": .text(agreement.clientName),
      "version": .whole(Int64(terms.version)),
      "sites": texts(contract.scope.sites.map(\.id)),
      "groups": texts(contract.scope.groups.map(\.id)),
      "channels": texts(contract.support.channels.map(\.rawValue)),
      "impacts": texts(contract.serviceLevels.matrix.impacts),
      "urgencies": texts(contract.serviceLevels.matrix.urgencies),
      "exclusions": texts(contract.scope.exclusions.map(\.id)),
      "priorities": texts(contract.serviceLevels.levels.map(\.priority)),
      "pauses": texts(contract.serviceLevels.pauses.map(\.rawValue)),
    ]
  }

  static func ticket(_ line: TicketLine) -> JSON {
    .object(present: [
      "id": .text(line.id.text), "contract": .text(line.agreement.text),
      "reference": .text(line.reference), "client": .text(line.clientName),
      "number": .whole(Int64(line.number)), "title": .text(line.title),
      "requester": .text(line.requester), "priority": .text(line.priority),
      "stage": .text(line.stage.rawValue), "charge": .text(line.charge.rawValue),
      "openedAt": .text(line.openedAt.iso), "dueAt": line.dueAt.map { .text($0.iso) },
      "dueMilestone": line.dueMilestone.map { .text($0.rawValue) },
      "assignee": line.assignee.map(JSON.text), "missed": .whole(Int64(line.missed)),
      "awaitedAnswers": .whole(Int64(line.awaitedAnswers)), "debt": line.debt.map(debt),
    ])
  }

  static func ticket(_ reading: TicketReading, receipt: String? = nil) -> JSON {
    let ticket = reading.ticket
    let request = ticket.request
    return .object(present: [
      "id": .text(ticket.id.text), "contract": .text(ticket.agreement.text),
      "receipt": receipt.map(JSON.text), "contractVersion": .whole(Int64(ticket.contractVersion)),
      "number": .whole(Int64(ticket.number)), "version": .whole(Int64(ticket.version)),
      "title": .text(request.title), "text": .text(request.text),
      "requester": .text(request.requester), "channel": .text(request.channel.rawValue),
      "assets": texts(request.assets), "received": request.receipt.map { .text($0.at.iso) },
      "receivedReason": request.receipt.map { .text($0.reason) },
      "site": .text(request.site), "group": .text(request.group),
      "nature": .text(request.nature.rawValue), "impact": .text(request.impact),
      "urgency": .text(request.urgency), "exclusion": request.exclusion.map(JSON.text),
      "priority": .text(ticket.priority), "stage": .text(ticket.stage.rawValue),
      "assignee": ticket.assignee.map(JSON.text), "openedAt": .text(ticket.openedAt.iso),
      "resolvedAt": ticket.resolvedAt.map { .text($0.iso) },
      "cause": ticket.cause.map { .text($0.rawValue) },
      "workedMinutes": .whole(Int64(ticket.workedMinutes)), "verdict": verdict(ticket.verdict),
      "clocks": .list(reading.clocks.map(clock)), "debt": ticket.debt.map(debt),
      "proposals": .list(ticket.proposals.map(proposal)),
      "warnings": .list(ticket.warnings.map(warning)),
      "attachments": .list(ticket.attachments.enumerated().map(attachment)),
      "escalations": .list(ticket.escalations.map(escalation)),
      "links": .list(
        ticket.links.map {
          [
            "kind": .text($0.kind.rawValue), "ticket": .text($0.ticket.text),
            "number": .whole(Int64($0.number)),
          ]
        }),
    ])
  }

  static func fact(_ fact: Fact, entry: Int64) -> JSON {
    [
      "entry": .whole(entry), "kind": .text(fact.kind), "at": .text(fact.at.iso),
      "actor": ["side": .text(fact.actor.side.rawValue), "name": .text(fact.actor.name)],
      "body": json(fact.body),
    ]
  }

  private static func attachment(_ place: Int, _ file: Attachment) -> JSON {
    [
      "number": .whole(Int64(place + 1)), "name": .text(file.name),
      "type": .text(file.type.rawValue),
      "size": .whole(Int64(file.size)), "sha256": .text(file.sha256),
      "erased": .flag(file.isErased),
    ]
  }

  private static func texts(_ values: [String]) -> JSON { .list(values.map(JSON.text)) }

  private static func json(_ datum: Datum) -> JSON {
    switch datum {
    case .text(let text): .text(text)
    case .integer(let number): .whole(number)
    case .flag(let flag): .flag(flag)
    case .list(let values): .list(values.map(json))
    case .fields(let fields): .object(fields.mapValues(json))
    }
  }

  private static func verdict(_ verdict: Verdict) -> JSON {
    .object(present: [
      "decision": .text(verdict.decision.rawValue),
      "onceOpen": verdict.onceOpen.map { .text($0.rawValue) },
      "startsAt": verdict.startsAt.map { .text($0.iso) },
      "hourlyRateCents": verdict.hourlyRate.map { .whole($0.cents) },
      "asset": verdict.asset.map(JSON.text),
      "because": .list(verdict.because.map(citation)),
    ])
  }

  private static func citation(_ citation: Citation) -> JSON {
    [
      "clause": .text(citation.clause), "number": .text(citation.number),
      "version": .whole(Int64(citation.version)),
      "reason": .text(citation.reason.kind.rawValue), "values": texts(citation.reason.values),
    ]
  }

  private static func clock(_ clock: ClockReading) -> JSON {
    .object(present: [
      "milestone": .text(clock.milestone.rawValue), "standing": .text(clock.standing.rawValue),
      "startedAt": .text(clock.clock.start.iso), "deadline": clock.deadline.map { .text($0.iso) },
      "reachedAt": clock.reachedAt.map { .text($0.iso) },
      "promisedSeconds": .whole(Int64(clock.clock.delaySeconds)),
      "elapsedSeconds": .whole(Int64(clock.elapsedSeconds)),
      "because": citation(clock.citation),
    ])
  }

  private static func debt(_ debt: WorkaroundDebt) -> JSON {
    ["owner": .text(debt.owner), "due": .text(debt.due.iso)]
  }

  private static func proposal(_ proposal: Proposal) -> JSON {
    .object(present: [
      "text": .text(proposal.text), "priceCents": .whole(proposal.price.cents),
      "validUntil": .text(proposal.validUntil.iso), "at": .text(proposal.at.iso),
      "answer": proposal.answer.map(answer),
    ])
  }

  private static func warning(_ warning: Warning) -> JSON {
    .object(present: [
      "risk": .text(warning.risk), "consequence": .text(warning.consequence),
      "recommendation": .text(warning.recommendation),
      "priceCents": warning.price.map { .whole($0.cents) }, "at": .text(warning.at.iso),
      "reminders": texts(warning.reminders.map(\.iso)), "answer": warning.answer.map(answer),
    ])
  }

  private static func escalation(_ escalation: Escalation) -> JSON {
    [
      "milestone": .text(escalation.milestone.rawValue),
      "thresholdPercent": .text(escalation.threshold.plain),
      "priority": .text(escalation.priority), "due": .text(escalation.due.iso),
      "at": .text(escalation.at.iso), "uncovered": .flag(escalation.isUncovered),
      "told": .list(
        escalation.told.map {
          ["name": .text($0.name), "ground": .text($0.ground.rawValue)]
        }),
    ]
  }

  private static func answer(_ answer: ClientAnswer) -> JSON {
    [
      "kind": .text(answer.kind.rawValue), "at": .text(answer.at.iso), "by": .text(answer.by),
      "reason": .text(answer.reason),
    ]
  }
}
