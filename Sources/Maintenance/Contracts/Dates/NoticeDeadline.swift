/// Until when one may say that a period will be the last, and why until then.
package struct NoticeDeadline: Hashable, Sendable {
  package let notice: Delay
  /// Last day of the period that notice ends.
  package let end: Day

  package init(_ notice: Delay, before end: Day) {
    self.notice = notice
    self.end = end
  }

  package var lastDay: Day { notice.lastDay(before: end) }

  /// When the notice runs out if it is given on the last day: by `end`.
  package var expiry: Day { notice.expiry(from: lastDay) }

  /// When it would run out if it were given a day later: after `end`.
  package var lateExpiry: Day { notice.expiry(from: lastDay + 1) }

  /// «notifié le 30 juin 2027, le préavis de 3 mois expire le 30 septembre 2027…», in a sentence.
  package var french: String {
    """
    notifié le \(lastDay.french), le préavis de \(notice.french) expire le \(expiry.french) et la \
    période finit le \(end.french)\u{A0}; un jour plus tard, il expirerait le \(lateExpiry.french)
    """
  }
}
