/// When a non-professional client is told that it may refuse the renewal: three months at the
/// earliest and one month at the latest before the last day to say so (C. conso. L215-1, L215-3).
package struct RenewalReminder: Hashable, Sendable {
  package let first: Day
  package let last: Day
  /// Last day on which the client may refuse.
  package let deadline: Day
  /// First day of the renewed period.
  package let renewal: Day

  /// Nothing when no reminder is due or promised, or the period is not renewed by itself.
  package init?(_ contract: Contract, _ period: TermPeriod) {
    guard contract.client.isNonProfessional || contract.term.isReminderPromised,
      period.isFollowed, let end = period.end
    else { return nil }
    deadline = period.lastNoticeDay ?? end
    renewal = end + 1
    let quarter = deadline.adding(months: -3)
    // From the last of a shorter month, three months would run out before the deadline.
    first = Delay(3, .months).expiry(from: quarter) < deadline ? quarter + 1 : quarter
    last = Delay(1, .months).lastDay(before: deadline)
  }
}

extension Contract {
  /// The reminder's text, ready to send; its second part stands in a frame, as the law asks.
  package func reminderText(_ reminder: RenewalReminder) -> (letter: String, framed: String) {
    let form = term.noticeForm.map { ", par \($0.asPhrase)" } ?? ", par écrit"
    let length = term.renewedFor.map { "pour \($0.french)" } ?? "pour une durée indéterminée"
    let letter = """
      Madame, Monsieur,

      Votre contrat «\u{A0}\(title)\u{A0}» (référence \(reference)), conclu avec \(provider.name), \
      sera reconduit tacitement le \(reminder.renewal.french) \(length), sauf si vous vous y \
      opposez.
      """
    let framed = """
      Vous pouvez refuser cette reconduction jusqu’au \(reminder.deadline.french) inclus\(form).
      """
    return (letter, framed.typesetInFrench)
  }
}
