package import Documents
package import Maintenance
import Store

extension Operations {
  /// Prints what was done on a ticket and puts it before somebody of the client.
  package func requestSlip(
    of id: ID<Ticket>, by signatory: Envelope.Signatory, asked actor: Actor, press: Press
  ) async throws -> Envelope {
    let reading = try await ticket(id)
    let slip = InterventionSlip(reading)
    let printed = try await press.evidencePDF(slip.document)
    return try await requestSigning(
      of: DocumentToSign(
        .slip, titled: slip.title, pdf: printed.bytes, text: slip.text, about: id),
      under: reading.agreement.id, by: [signatory], days: 30, asked: actor)
  }
}

/// A «bon d’intervention»: the request, the work noted on it and what became of it, in French.
private struct InterventionSlip {
  private let reading: TicketReading

  init(_ reading: TicketReading) { self.reading = reading }

  private var ticket: Ticket { reading.ticket }
  private var zone: Zone { reading.terms.contract.zone }

  var title: String { "Bon d’intervention, ticket \(ticket.number)" }

  private var particulars: [[String]] {
    let sites = reading.terms.contract.scope.sites
    let site = sites.first { $0.id == ticket.request.site }?.name ?? ticket.request.site
    return [
      ["Client", reading.agreement.clientName], ["Contrat", reading.agreement.reference],
      ["Site", site], ["Demandeur", ticket.request.requester],
      ["Ouvert le", instant(ticket.openedAt)], ["Objet", ticket.request.title],
      ["Demande", ticket.request.text],
      ["Résolu le", ticket.resolvedAt.map(instant) ?? "pas encore"],
    ]
  }

  private var work: [[String]] {
    ticket.work.map { work in
      [
        instant(work.at), "\(work.minutes) min", work.place == .onSite ? "sur site" : "à distance",
        work.by, work.note,
      ]
    }
  }

  private var closing: [String] {
    [
      "Temps total : \(ticket.workedMinutes) minutes.",
      "En signant, le client reconnaît l’intervention décrite ci-dessus.",
    ]
  }

  var document: EvidenceDocument {
    EvidenceDocument(
      title: "Bon d’intervention", reference: "\(reading.agreement.reference) #\(ticket.number)",
      subtitle: "\(reading.terms.contract.provider.name) · \(reading.agreement.clientName)",
      paragraphs: closing,
      sections: [
        EvidenceDocument.Section(
          "Demande", lead: "", [EvidenceDocument.Table(["De", "*Valeur"], particulars)]),
        EvidenceDocument.Section(
          "Travail", lead: work.isEmpty ? "Aucun travail noté." : "",
          [EvidenceDocument.Table(["Début", "Temps", "Lieu", "Par", "*Note"], work)]),
      ], checkpoint: "", publicKey: "", day: zone.day(at: reading.at).number)
  }

  /// The same, line by line.
  var text: String {
    let lines =
      [title, ""] + particulars.map { "| \($0[0]) | \($0[1].replacing("\n", with: " ")) |" } + [""]
      + work.map { "| " + $0.joined(separator: " | ").replacing("\n", with: " ") + " |" } + [""]
      + closing
    return lines.joined(separator: "\n") + "\n"
  }

  private func instant(_ instant: Instant) -> String {
    let (day, second) = zone.local(instant)
    let minute = second / 60 % 60
    return "\(day.french) à \(second / 3600)\u{A0}h\u{A0}\(minute < 10 ? "0" : "")\(minute)"
  }
}
