import Documents
import Maintenance
import Operations

/// The report of a decided acceptance, in French: a legal paper has no other language.
func acceptanceReport(_ reading: DeliveryReading) -> AcceptanceDocument {
  let (delivery, contract) = (reading.delivery, reading.terms.contract)
  let words = DeliveryWords.french
  // Far from any of its days, so that each is written whole.
  let formats = Formats(words: .french, zone: contract.zone, now: Instant(milliseconds: 0))
  let verdict = delivery.verdict
  let decided = verdict.map { contract.zone.day(at: $0.at) } ?? reading.today
  let who = [verdict?.by ?? "", verdict?.capacity ?? ""].filter { !$0.isEmpty }
    .joined(separator: ", ")
  let decision =
    (verdict.map { words.decisions[$0.decision] ?? $0.decision.rawValue } ?? "")
    + (verdict?.isTacit == true
      ? ", par le silence du Client à l’expiration du délai"
      : who.isEmpty ? "" : ", prononcée par \(who)") + ", le \(formats.day(decided))."
  let entry = reading.entries.last.map { "l’entrée \($0)" } ?? "une entrée"
  return AcceptanceDocument(
    title: "Procès-verbal : \(words.kinds[delivery.kind] ?? "")".typesetInFrench,
    reference: "\(reading.agreement.reference) · \(words.one(delivery.number))",
    provider: contract.provider.name, client: contract.client.name,
    particulars: [
      [words.what, delivery.title], [words.notified, formats.day(delivery.notified)],
      [words.due, delivery.due.map { formats.day($0) } ?? words.noDue],
      [
        words.article,
        "\(delivery.clauseNumber), version \(delivery.contractVersion) du contrat. "
          + (delivery.silence.map { words.silences[$0] ?? "" } ?? ""),
      ],
    ],
    criteria: delivery.criteria.map(\.typesetInFrench), decision: decision,
    reason: verdict?.reason ?? "",
    reservations: delivery.reservations.map { reservation in
      AcceptanceDocument.Reservation(
        text: reservation.text,
        lifted: reservation.liftedAt.map {
          "\(formats.instant($0)) : \(reservation.note)".typesetInFrench
        } ?? "")
    },
    signatures: verdict?.isTacit == true
      ? [] : ["Pour le Prestataire", "Pour le Client\(who.isEmpty ? "" : " : \(who)")"],
    evidence: """
      Cette décision est \(entry) du registre du contrat \(reading.agreement.reference), qui fait \
      foi.
      """, day: decided.number)
}
