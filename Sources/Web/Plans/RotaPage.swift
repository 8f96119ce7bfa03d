import Maintenance
import Operations
import Store

extension Frame {
  /// A week of the rota: who is on call, when nobody is, and the form that puts somebody.
  func rotaPage(
    _ rota: RotaReading, from monday: Day, current: ShiftLine?, refused: RefusedForm? = nil
  ) -> HTML {
    let onCall = words.onCall
    let coming = rota.gaps.filter { $0.span.end > formats.now }
    return shell.page(
      title: onCall.title, lead: "\(rotaLead(rota, current))",
      """
      \(refused.map { notice(.bad, $0.message, words.faults.kept) })
      \(weekLinks(monday))
      <div class="two"><div>
      <section aria-labelledby="semaine"><h2 id="semaine">\(onCall.week(formats.day(monday)))</h2>
      \(table(
        onCall.title, kind: "rota", [.text(onCall.day), .text(onCall.hours), .text(onCall.who)],
        rows: "\(each: 0..<7, { rotaDay(monday + $0, rota) })"))</section>
      \(when: !coming.isEmpty, gapList(coming))
      </div>
      <aside aria-label="\(onCall.plan)">\(when: Visit.may(.workTickets), planForm(
        rota, from: monday, refused?.fields ?? [:]))</aside>
      </div>
      """)
  }

  /// Who is on call now, in words.
  func rotaLead(_ rota: RotaReading, _ current: ShiftLine?) -> String {
    let now = current.map { words.onCall.now($0.name, formats.instant($0.span.end)) }
    guard !rota.promising.isEmpty else { return now ?? words.onCall.noPromise }
    let promised = rota.promising.map(\.reference).joined(separator: ", ")
    let count = words.onCall.promises(rota.promising.count)
    return "\(now ?? words.onCall.nobody) \(count)\(words.time.colon) \(promised)."
  }

  private func weekLinks(_ monday: Day) -> HTML {
    let path: Path = "/astreintes"
    return """
      <nav class="actions" aria-label="\(words.onCall.week(formats.day(monday)))">
      <a class="button" rel="prev" href="\(path.asking("semaine", (monday + -7).iso))">\
      \(words.onCall.previous)</a>
      <a class="button" rel="next" href="\(path.asking("semaine", (monday + 7).iso))">\
      \(words.onCall.following)</a></nav>
      """
  }

  private func rotaDay(_ day: Day, _ rota: RotaReading) -> HTML {
    let whole = TimeSpan(
      start: formats.zone.instant(day, second: 0), end: formats.zone.instant(day + 1, second: 0))
    let shifts = rota.shifts.filter { $0.span.overlaps(whole) }
    let gaps = rota.gaps.map(\.span).filter { $0.overlaps(whole) }
    let isToday = day == formats.zone.day(at: formats.now)
    return """
      <tr\(when: isToday, " aria-current=\"date\"")><th scope="row">\(formats.day(day))</th>
      <td>\(dayBar(whole, shifts.map(\.span), gaps))</td>
      <td>\(each: shifts, { shift($0, on: whole) })\(when: shifts.isEmpty, "–")</td></tr>

      """
  }

  private func shift(_ line: ShiftLine, on day: TimeSpan) -> HTML {
    let from = max(line.span.start, day.start)
    let hours = line.span.end >= day.end ? "" : formats.hour(line.span.end)
    let isFirst = line.span.start >= day.start
    return """
      <div class="shift"><span>\(line.name) <span class="sub">\
      \(isFirst ? "\(formats.hour(from)) " : "")→\(hours.isEmpty ? "" : " \(hours)")</span></span>\
      \(when: isFirst && line.span.end > formats.now && Visit.may(.workTickets), """
        <form method="post" action="\(shell.once("/astreintes/\(line.id)/annulation"))">\
        <button type="submit">\(words.onCall.cancel)<span class="off"> \(line.name), \
        \(formats.instant(line.span.start))</span></button></form>
        """)</div>
      """
  }

  /// A day as a bar: on call, promised and nobody, neither.
  private func dayBar(_ day: TimeSpan, _ shifts: [TimeSpan], _ gaps: [TimeSpan]) -> HTML {
    func rectangle(_ span: TimeSpan, _ look: String, _ word: String) -> HTML {
      let from = max(span.start, day.start)
      let x = (from - day.start) * 1000 / day.seconds
      let width = (min(span.end, day.end) - from) * 1000 / day.seconds
      return """
        <rect class="\(look)" x="\(x)" width="\(width)" height="12"><title>\(word)</title></rect>
        """
    }
    let label = gaps.isEmpty ? words.onCall.covered : words.onCall.gaps
    return """
      <svg class="clockbar" viewBox="0 0 1000 12" preserveAspectRatio="none" role="img" \
      aria-label="\(label)">\(each: shifts, { rectangle($0, "counted", words.onCall.covered) })\
      \(each: gaps, { rectangle($0, "over", words.onCall.gaps) })</svg>
      """
  }

  func gapList(_ gaps: [OnCallGap]) -> HTML {
    """
    <section class="panel" aria-labelledby="trous"><h2 id="trous">\(words.onCall.gaps)</h2>
    <ul class="plain-list">\(each: gaps.prefix(20), { gap in
      """
      <li>\(Icon.alert.html) \(hours(gap.span)) \
      <span class="sub">\(gap.references.joined(separator: ", "))</span></li>
      """
    })</ul></section>
    """
  }

  /// The day is said again only when it is another one.
  func hours(_ span: TimeSpan) -> String {
    let isOneDay = formats.zone.day(at: span.start) == formats.zone.day(at: span.end)
    let end = isOneDay ? formats.hour(span.end) : formats.instant(span.end)
    return "\(formats.instant(span.start)) → \(end)"
  }

  private func planForm(
    _ rota: RotaReading, from monday: Day, _ typed: [String: String]
  ) -> HTML {
    let onCall = words.onCall
    guard !rota.people.isEmpty else {
      return """
        <section class="panel"><p>\(onCall.noPeople)</p>\(when: Visit.may(.manageAccounts), """
          <p><a href="/comptes">\(words.accounts.title)</a></p>
          """)</section>
        """
    }
    let gap = rota.gaps.first { $0.span.end > formats.now }?.span
    let start = gap.map { wall(max($0.start, formats.now)) } ?? "\(monday.iso)T08:00"
    let end = "\((monday + 7).iso)T08:00"
    let people = rota.people.map { (value: $0.id.text, word: $0.name) }
    return """
      <section class="panel acts" aria-labelledby="planifier"><h2 id="planifier">\(onCall.plan)</h2>
      <form class="act" method="post" action="\(shell.once("/astreintes"))">
      \(field(onCall.person, id: "personne", choice(
        "personne", id: "personne", chosen: typed["personne"], people)))
      \(wallTime(onCall.from, "debut", typed["debut"] ?? start))
      \(wallTime(onCall.until, "fin", typed["fin"] ?? end))
      <p class="hint">\(onCall.planHint)</p>
      <button class="primary" type="submit">\(onCall.plan)</button></form></section>
      """
  }

  private func wallTime(_ label: String, _ name: String, _ value: String) -> HTML {
    field(
      label, id: name,
      """
      <input type="datetime-local" name="\(name)" id="\(name)" value="\(value)" required>
      """)
  }

  /// As a date and time field holds it.
  private func wall(_ instant: Instant) -> String {
    let (day, second) = formats.zone.local(instant)
    return "\(day.iso)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
  }
}
