package import Documents
import Maintenance
package import Operations

/// The evidence in French words, for a judge: versions, tickets with their clocks, who caused each
/// pause, advice with its answers, and every entry in its order.
package func evidenceAccount(_ reading: EvidenceReading) -> EvidenceDocument {
  EvidenceAccount(reading).document
}

private struct EvidenceAccount {
  let reading: EvidenceReading
  let words = Words.french
  let formats: Formats

  init(_ reading: EvidenceReading) {
    self.reading = reading
    // Far from any of its days, so that each is written whole.
    formats = Formats(
      words: .french, zone: reading.terms?.contract.zone ?? .paris, now: Instant(milliseconds: 0))
  }

  var document: EvidenceDocument {
    let day = formats.zone.day(at: reading.at)
    return EvidenceDocument(
      title: "Récit du dossier de preuve",
      reference: reading.agreement.reference,
      subtitle: "\(reading.agreement.title) · \(reading.agreement.clientName) · \(scope)",
      paragraphs: paragraphs,
      sections: [versions] + reading.tickets.map(ticket) + advised + [timeline],
      checkpoint: reading.checkpoint, publicKey: reading.publicKey, day: day.number)
  }

  private var scope: String {
    var parts: [String] = []
    if reading.disclosure.ticket != nil, let ticket = reading.tickets.first?.ticket {
      parts.append("ticket \(ticket.number)")
    }
    if let from = reading.disclosure.from { parts.append("du \(formats.day(from))") }
    if let to = reading.disclosure.to { parts.append("au \(formats.day(to))") }
    return parts.isEmpty ? "tout le contrat" : parts.joined(separator: " ")
  }

  private var paragraphs: [String] {
    let (to, why) = (reading.disclosure.recipient, reading.disclosure.reason)
    return [
      "Établi le \(formats.instant(reading.at))"
        + (to.isEmpty ? "" : ", pour \(to)") + (why.isEmpty ? "." : ". Motif\u{A0}: \(why)."),
      """
      Ce récit met en phrases les inscriptions du dossier qui le contient. Il n’en remplace \
      aucune\u{A0}: en cas d’écart, l’inscription fait foi, et verifier.py dit si elle est \
      authentique, à sa place et inchangée. Le registre prouve ce qui a été inscrit, par qui et \
      quand\u{A0}; il ne prouve pas que ce qui a été inscrit est vrai.
      """,
    ]
      + (reading.isCut ? [cut] : [])
  }

  private var cut: String {
    "Le récit s’arrête aux premières inscriptions et aux premiers tickets\u{A0}; le dossier, non."
  }

  private var versions: EvidenceDocument.Section {
    EvidenceDocument.Section(
      "Versions du contrat", lead: "",
      [
        EvidenceDocument.Table(
          ["Version", "En vigueur le", "*Empreinte SHA-256 du texte"],
          reading.agreement.versions.map {
            ["\($0.number)", formats.day($0.validFrom), $0.sha256]
          })
      ])
  }

  private func ticket(_ reading: TicketReading) -> EvidenceDocument.Section {
    let ticket = reading.ticket
    let lead = """
      Ouvert le \(formats.instant(ticket.openedAt)) par \(ticket.request.requester), priorité \
      \(ticket.priority), sous la version \(ticket.contractVersion) du contrat. \
      \(words.coverage.decisions[ticket.verdict.decision] ?? ticket.verdict.decision.rawValue)\
      \(articles(ticket.verdict.because)).
      """
    return EvidenceDocument.Section(
      "\(words.tickets.ticket(ticket.number))\u{A0}: \(ticket.request.title)", lead: lead,
      [clocks(reading), pauses(ticket), advice(ticket)])
  }

  /// What was advised, to whom and when, and what came back: one section an advice.
  private var advised: [EvidenceDocument.Section] {
    reading.advice.filter { !$0.rounds.isEmpty }.map { advice in
      let content = advice.content
      let price = content.price.map { " (\(words.dealings.beforeVAT(formats.money($0))))" } ?? ""
      return EvidenceDocument.Section(
        "\(words.advice.one(advice.number))\u{A0}: \(content.thing)", lead: content.fact,
        [
          EvidenceDocument.Table(
            ["*", "***"],
            [
              [words.advice.risk, content.risk],
              [words.advice.consequence, content.consequence],
              [words.advice.recommendation, content.recommendation + price],
            ]),
          EvidenceDocument.Table(
            ["**Envoyé le", "*À", "***Réponse du client"],
            advice.rounds.map { round in
              [
                formats.instant(round.sentAt), round.recipient,
                answer(round.answer, adviceAnswers, round.reminders.count),
              ]
            }),
        ])
    }
  }

  private var adviceAnswers: [ClientAnswer.Kind: String] {
    let stages: [ClientAnswer.Kind: Advice.Stage] = [
      .accepted: .accepted, .declined: .declined, .silent: .silent,
    ]
    return stages.compactMapValues { words.advice.stages[$0] }
  }

  private func articles(_ citations: [Citation]) -> String {
    let numbers = citations.map { "article \($0.number)" }
    return numbers.isEmpty ? "" : " (\(numbers.joined(separator: ", ")))"
  }

  private func clocks(_ reading: TicketReading) -> EvidenceDocument.Table {
    EvidenceDocument.Table(
      ["Délai", "Promis", "*Échéance", "*Atteint", "État", "Article"],
      reading.clocks.map { clock in
        [
          words.clocks.milestones[clock.milestone] ?? clock.milestone.rawValue,
          words.clocks.delayUnits(clock.delay),
          clock.deadline.map(formats.instant) ?? words.tickets.deadlineNone,
          clock.reachedAt.map(formats.instant) ?? "–",
          words.clocks.standings[clock.standing] ?? clock.standing.rawValue,
          clock.citation.number,
        ]
      })
  }

  private func pauses(_ ticket: Ticket) -> EvidenceDocument.Table {
    let parties: [PauseParty: String] = [
      .client: "le client", .asker: "qui a demandé le report", .thirdParty: "un tiers",
      .nobody: "personne",
    ]
    return EvidenceDocument.Table(
      ["*Suspendu du", "*au", "*Motif", "*Imputé à"],
      ticket.pauses.map { pause in
        [
          formats.instant(pause.start), pause.end.map(formats.instant) ?? "en cours",
          words.clocks.pauses[pause.reason] ?? pause.reason.rawValue,
          parties[pause.reason.party] ?? "",
        ]
      })
  }

  /// Warnings and proposals, with what the client said.
  private func advice(_ ticket: Ticket) -> EvidenceDocument.Table {
    let warnings = ticket.warnings.map { warning in
      [
        formats.instant(warning.at), "Mise en garde",
        "\(warning.risk) \(warning.consequence) \(warning.recommendation)",
        answer(warning.answer, words.dealings.warningAnswers, warning.reminders.count),
      ]
    }
    let proposals = ticket.proposals.map { proposal in
      [
        formats.instant(proposal.at), "Proposition",
        "\(proposal.text) (\(words.dealings.beforeVAT(formats.money(proposal.price))))",
        answer(proposal.answer, words.dealings.proposalAnswers, 0),
      ]
    }
    return EvidenceDocument.Table(
      ["**Le", "Conseil", "****Ce qui a été dit", "***Réponse du client"], warnings + proposals)
  }

  private func answer(
    _ answer: ClientAnswer?, _ kinds: [ClientAnswer.Kind: String], _ reminders: Int
  ) -> String {
    let relances = reminders == 0 ? "" : ", \(reminders) relances"
    guard let answer else { return "Sans réponse encore\(relances)" }
    let word = kinds[answer.kind] ?? answer.kind.rawValue
    let by = answer.by.isEmpty ? "" : ", \(answer.by)"
    let why = answer.reason.isEmpty ? "" : "\u{A0}: \(answer.reason)"
    return "\(word), \(formats.instant(answer.at))\(by)\(relances)\(why)"
  }

  private var timeline: EvidenceDocument.Section {
    let said = FactWords(words: words, formats: formats)
    return EvidenceDocument.Section(
      "Inscriptions", lead: "Dans leur ordre\u{A0}; le numéro est celui du fichier du dossier.",
      [
        EvidenceDocument.Table(
          ["N°", "**Inscrit le", "**Acte", "**Par", "****Ce qui est dit"],
          reading.facts.map { entry in
            [
              "\(entry.n)", formats.instant(entry.fact.at),
              words.tickets.facts[entry.fact.kind] ?? entry.fact.kind, entry.fact.actor.name,
              (said.parts(entry.fact) + said.texts(entry.fact)).joined(separator: " · "),
            ]
          })
      ])
  }
}
