/// Why an invoice cannot be handed over.
package enum HandoverRefusal: String, Error, Hashable, Sendable, CaseIterable {
  case noPlatform
  /// The platform has it, or is about to.
  case alreadyHandedOver
}

extension Invoice {
  /// Asks for its Factur-X to be handed over to a platform.
  package func handedOver(
    to platform: String, id: ID<Handover>, by actor: Actor, at instant: Instant
  ) throws -> Change<Handover> {
    try Change(from: [
      Fact(
        kind: HandoverFact.asked, at: instant, actor: actor,
        subject: Subject(kind: .handover, id: id.number, agreement: agreement),
        body: .fields([
          "invoice": .text(self.id.text), "number": .text(content.number.text),
          "platform": .text(platform), "sha256": .text(files.pdf),
        ]))
    ])
  }

  /// What a payment holds of each VAT rate: the cents add up to the payment, and each share is
  /// within a cent of its part of the invoice.
  package func vatShares(of amount: Money) -> [Handover.VATShare] {
    let gross = content.gross.cents
    guard gross > 0 else { return [] }
    var (counted, given) = (Money.zero, Money.zero)
    return content.vatTotals.map { total in
      counted = counted + total.net + total.vat
      // Of all that was counted so far: what rounding leaves goes on to the next.
      let upTo = amount.share(Int(counted.cents), of: Int(gross))
      defer { given = upTo }
      return Handover.VATShare(rate: total.treatment.rate, amount: upTo - given)
    }
  }
}

extension Handover {
  /// Once more, after the platform would not take the file.
  package func askedAgain(by actor: Actor, at instant: Instant) throws -> Change<Handover> {
    guard refusal != nil || acknowledgement?.isAccepted == false else {
      throw HandoverRefusal.alreadyHandedOver
    }
    return try change(HandoverFact.askedAgain, [:], actor, instant)
  }

  /// The platform has the file, under a name of its own.
  package func taken(_ file: File, as flow: String, at instant: Instant) throws -> Change<Handover>
  {
    try change(HandoverFact.taken, named(file, ["flow": .text(flow)]), .system, instant)
  }

  /// The platform will not have the file as it is.
  package func refused(_ file: File, _ why: String, at instant: Instant) throws -> Change<Handover>
  {
    try change(HandoverFact.refused, named(file, ["why": .text(why)]), .system, instant)
  }

  /// Nothing when it is known already.
  package func acknowledged(
    _ said: Acknowledgement, at instant: Instant
  ) throws -> Change<Handover>? {
    guard flow != nil, said != acknowledgement else { return nil }
    return try change(
      HandoverFact.acknowledged,
      [
        "outcome": .text(said.isAccepted ? "ok" : "error"),
        "reasons": .list(said.reasons.map(Datum.text)),
      ], .system, instant)
  }

  /// Nothing when the message was read before.
  package func said(_ status: Status, at instant: Instant) throws -> Change<Handover>? {
    guard !statuses.contains(where: { $0.flow == status.flow }) else { return nil }
    let body: [String: Datum?] = [
      "flow": .text(status.flow), "code": .integer(Int64(status.code)),
      "said_at": .text(status.at.iso), "reason_code": status.reasonCode.map(Datum.text),
      "why": status.reason.map(Datum.text),
    ]
    return try change(HandoverFact.status, body.compactMapValues { $0 }, .system, instant)
  }

  /// A payment of the invoice, counted from one, is to be told as «Encaissée».
  package func collected(
    _ number: Int, of invoice: Invoice, by actor: Actor, at instant: Instant
  ) throws -> Change<Handover> {
    let payment = invoice.payments[number - 1]
    return try change(
      HandoverFact.collected,
      [
        "payment": .integer(Int64(number)), "day": .text(payment.day.iso),
        "shares": .list(
          invoice.vatShares(of: payment.amount).map {
            .fields([
              "rate": .integer($0.rate.millionths), "cents": .integer($0.amount.cents),
            ])
          }),
      ], actor, instant)
  }

  private func named(_ file: File, _ body: [String: Datum]) -> [String: Datum] {
    guard case .collection(let payment) = file else { return body }
    return body.merging(["payment": .integer(Int64(payment))]) { $1 }
  }

  private func change(
    _ kind: String, _ body: [String: Datum], _ actor: Actor, _ instant: Instant
  ) throws -> Change<Handover> {
    try Change(
      to: self,
      facts: [
        Fact(
          kind: kind, at: instant, actor: actor,
          subject: Subject(kind: .handover, id: id.number, agreement: agreement),
          body: .fields(body))
      ])
  }
}
