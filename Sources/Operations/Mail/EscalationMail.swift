import Maintenance
import Store

extension Operations {
  /// Writes to everybody whom these steps call and who has an address: one message a person,
  /// whatever the number of steps.
  func tellEscalations(
    _ escalations: [Escalation], of ticket: Ticket, under terms: Terms,
    in transaction: Transaction, at instant: Instant
  ) throws {
    guard mailbox != nil, !escalations.isEmpty else { return }
    let agreement = try transaction.reader.existing(ticket.agreement)
    let accounts = try transaction.reader.accounts()
    var called: [(person: ToldPerson, address: String, steps: [Escalation])] = []
    for escalation in escalations {
      for person in escalation.told {
        guard let address = person.email ?? accounts.address(named: person.name) else { continue }
        if let known = called.firstIndex(where: { $0.address == address }) {
          called[known].steps.append(escalation)
        } else {
          called.append((person, address, [escalation]))
        }
      }
    }
    for (person, address, steps) in called {
      let matter = TicketMatter(
        ticket: ticket, agreement: agreement, zone: terms.contract.zone, name: person.name)
      try send(
        MailPurpose(.escalation, agreement: agreement.id, ticket: ticket.id),
        to: Correspondent(address: address, name: person.name), in: transaction, at: instant
      ) {
        matter.escalated(steps, because: person.ground, $0, $1)
      }
    }
  }
}

extension [Account] {
  /// Of the provider's person who bears that name; none when several do.
  fileprivate func address(named name: String) -> String? {
    let found = filter { $0.role.side == .provider && !$0.isDisabled && $0.name == name }
    return found.count == 1 ? found[0].email : nil
  }
}

extension TicketMatter {
  /// Which delays near their end or are over, the gravest in the subject.
  func escalated(
    _ steps: [Escalation], because ground: ToldPerson.Ground, _ language: Language,
    _ mailbox: Mailbox
  ) -> Letter {
    let words = LetterWords.of(language)
    let gravest = steps.max { $0.threshold < $1.threshold }
    let isOver = gravest?.isOver ?? false
    let title = ticket.request.title
    var letter = self.letter(
      isOver ? words.isOver(title) : words.nears(gravest?.threshold.plain ?? "", title),
      [isOver ? words.isOverText : words.nearsText, words.grounds[ground] ?? ""], language, mailbox)
    letter.particulars = subject(words) + [(words.priority, ticket.priority)]
    for step in steps where step.threshold == steps.highest(of: step.milestone) {
      letter.particulars.append(
        delay(step.milestone, ticket.deadlines[step.milestone] ?? step.due, words))
    }
    return letter
  }
}

extension [Escalation] {
  fileprivate func highest(of milestone: Milestone) -> FixedPoint? {
    filter { $0.milestone == milestone }.map(\.threshold).max()
  }
}
