import ContractSource
import Maintenance

extension CoverageWords {
  static let english = CoverageWords(
    title: "Coverage",
    decisions: [
      .included: "Included in the fee", .prepaid: "Drawn on prepaid hours",
      .billable: "Billed by the hour", .quote: "Needs a quote", .excluded: "Excluded",
      .outOfHours: "Out of hours", .notInForce: "Contract not in force",
    ],
    onceOpen: { "Once open: \($0.lowercased())" }, startsAt: { "Clocks start \($0)" },
    hourlyRate: { "\($0) an hour before VAT" }, because: "What decides",
    article: { number, version in "art.\u{A0}\(number), version\u{A0}\(version)" },
    reason: englishReason, choices: "Waiting, or not", choice: englishChoice,
    callOut: { "A call-out that makes somebody work costs \($0) before VAT." })

  private static func englishChoice(_ way: WayOut, _ formats: Formats) -> String {
    switch way.choice {
    case .wait(let until):
      guard let until else { return "the service never opens" }
      return "wait for opening, \(formats.instant(until)), at no extra cost"
    case .extendedHours(let id, let isOnRequest):
      let cost = [
        way.surcharge.map { "rate raised by \(formats.number($0))%" },
        way.price.map { "\(formats.money($0)) before VAT a visit" },
      ].compactMap(\.self)
      return "“\(formats.label(id))” hours\(isOnRequest ? ", on request" : ""): "
        + (cost.isEmpty ? "at no extra cost" : cost.joined(separator: " and "))
    }
  }

  private static func englishReason(_ reason: Reason, _ formats: Formats) -> String {
    let value = reason.values.first ?? ""
    switch reason.kind {
    case .notInForce: return "in force from \(Day(iso: value).map(formats.day) ?? value)"
    case .ended: return "ended on \(Day(iso: value).map(formats.day) ?? value)"
    case .excluded: return "exclusion: \((reason.values.last ?? "").typesetInFrench)"
    case .siteOutOfScope: return "site outside the scope"
    case .groupOutOfScope: return "equipment outside the fleet"
    case .outOfHours:
      let opens = Instant(iso: value).map(formats.instant)
      return "received outside service hours" + (opens.map { ", opens \($0)" } ?? "")
    case .onCall: return "on call for priority \(value)"
    case .natureNotCovered: return "nature of request not covered"
    case .includedInFee: return "fee: \((reason.values.last ?? "").typesetInFrench)"
    case .prepaid where value.isEmpty: return "prepaid hours"
    case .prepaid: return "prepaid hours: \(formats.duration((Int(value) ?? 0) * 60))"
    case .prepaidSpent: return "prepaid hours spent"
    case .hourlyRate:
      return "hourly rate of \(formats.money(Money(cents: Int64(value) ?? 0))) before VAT"
    case .noRate: return "no hourly rate in the contract"
    case .promisedDelay: return "delays of priority \(value)"
    case .feeOfMonth: return "fee of the period"
    case .overridden:
      return "decided otherwise than by the contract: \(reason.values.last ?? "")"
    case .proposalAccepted:
      return "proposal of ticket \(value), accepted by \(reason.values.last ?? "")"
    case .priced: return "price of the contract"
    case .prepaidBought: return "purchase of \(value)\u{A0}prepaid hours"
    }
  }
}

extension ContractWords {
  static let english = ContractWords(
    title: "Contracts", lead: { $0 == 1 ? "One contract." : "\($0) contracts." },
    new: "New contract",
    newLead: """
      Paste the contract's text: it is read whole, each remark stands at its line, and nothing \
      binds before both have signed.
      """,
    text: "Text of the contract (YAML)", file: "or file", check: "Read and keep",
    none: "No contract yet",
    noneHint: "A contract is a text file: paste one, it will be read and kept here.",
    headings: Headings(
      client: "Client", reference: "Reference", version: "Version", openTickets: "Open",
      late: "Late", since: "In force since"),
    inForce: { version, day in "Version\u{A0}\(version), in force since \(day)" },
    notInForce: "Not in force yet", proposed: "Proposed text",
    proposedLead: { "This text will bind from \($0)." },
    pdf: "PDF document", source: "Source text", state: "Today", articles: "Articles",
    articleWord: "Article", annex: { number, title in "Annex\u{A0}\(number) — \(title)" },
    basis: "Basis", versions: "Versions", invoice: "Invoice of the month", register: "Register",
    openTicket: "Open a ticket",
    standings: [
      .held: "Held", .atRisk: "At risk", .broken: "Broken", .told: "Followed",
    ],
    remark: englishRemark, livingLead: englishLead,
    severities: [.error: "Error", .warning: "Warning", .note: "Note"],
    findings: englishFindings,
    noFinding: "No remark.", remarks: "Findings", line: { "line\u{A0}\($0)" },
    refusal: englishRefusal)

  private static func englishLead(_ held: Int, _ missed: Int, _ overdue: Int) -> String {
    let total = held + missed
    let month =
      total == 0
      ? "No deadline fell due this month" : "\(held) of \(total) deadlines held this month"
    switch overdue {
    case 0: return month + "."
    case 1: return month + "; one ticket is overdue."
    default: return month + "; \(overdue) tickets are overdue."
    }
  }

  private static func englishFindings(_ errors: Int, _ warnings: Int) -> String {
    let first = errors == 1 ? "One error to correct" : "\(errors) errors to correct"
    let second = warnings == 1 ? "one warning" : "\(warnings) warnings"
    return switch (errors, warnings) {
    case (0, 0): "No error, no warning."
    case (0, _): "No error, \(second)."
    case (_, 0): "\(first)."
    default: "\(first), \(second)."
    }
  }

  private static func englishRemark(
    _ remark: ArticleState.Remark, _ formats: Formats, _ contract: Contract
  ) -> String {
    switch remark {
    case .levels(let held, let missed, let overdue): englishLead(held, missed, overdue)
    case .openNow: "Service open now."
    case .closedNow(let opens): opens.map { "Closed, opens \(formats.instant($0))." } ?? "Closed."
    case .fleet(let assets, let sites):
      "\(assets) assets, \(sites) \(sites > 1 ? "sites" : "site")."
    case .monthNet(let net, let month):
      "\(formats.money(net)) before VAT so far for \(formats.month(month))."
    case .prepaid(let left, let bought):
      left < 0
        ? InvoiceWords.english.overdrawn(formats.duration(left * 60))
        : "Prepaid hours: \(formats.duration(left * 60)) of \(formats.duration(bought * 60))."
    case .nextOperation(let id, let day): "\(formats.label(id)): next on \(formats.day(day))."
    case .periodEnds(let day): "Period until \(formats.day(day))."
    case .lastNotice(let day): "Notice at the latest on \(formats.day(day))."
    case .notYetInForce(let day): "In force from \(formats.day(day))."
    case .entries(let count): "\(count) entries in the register."
    case .insuranceUntil(let day): "Provider insured until \(formats.day(day))."
    case .advice(let awaited, let unheard): AdviceWords.english.lead(awaited, unheard)
    case .excludedThisMonth(let count):
      count == 0
        ? "No request set aside this month."
        : "\(count) \(count > 1 ? "requests" : "request") excluded or on quote this month."
    }
  }

  private static func englishRefusal(_ refusal: AgreementRefusal, _ formats: Formats) -> String {
    switch refusal {
    case .textHasErrors(let count):
      count == 1 ? "The text has an error: mend it first." : "The text has \(count) errors."
    case .referenceDiffers(let expected, let found):
      "Reference “\(found)” is not the contract’s, “\(expected)”."
    case .sameText: "This text is already the version in force."
    case .startsBeforeLatest(let day):
      "A version cannot start before the one it replaces (\(formats.day(day)))."
    case .nothingProposed: "No text waits for signatures."
    case .waitsForSignatures: "A text waits for signatures: withdraw it first."
    case .noSignatureAsked: "No text waits for signatures."
    case .alreadySigned(let side):
      side == .client ? "The client has already signed." : "The provider has already signed."
    case .otherDocument: "This is not the document that waits for signatures: read it again."
    case .signedInFuture: "The day of signature is yet to come."
    case .signatoryUnnamed(let side):
      "Say who signed and in which capacity, for the \(side == .client ? "client" : "provider")."
    case .reasonMissing: "Give the reason."
    case .ended(let day): "This contract ended on \(formats.day(day))."
    case .endsBeforeStart(let day): "This contract only starts on \(formats.day(day))."
    }
  }
}
