package import Maintenance
package import Store

/// Who is on call over some weeks, and when nobody is although contracts promise it.
package struct RotaReading: Sendable {
  package var span: TimeSpan
  package var shifts: [ShiftLine]
  package var gaps: [OnCallGap]
  /// Contracts in force that promise it.
  package var promising: [AgreementLine]
  /// Who may be put on call.
  package var people: [Account]
}

extension Operations {
  /// Puts somebody on call; whoever was, then, is relieved for that time.
  @discardableResult
  package func planShift(
    _ account: ID<Account>, _ span: TimeSpan, by actor: Actor
  ) async throws -> OnCallShift {
    let instant = now()
    let ids = (0..<64).map { _ in newID(at: instant) as ID<OnCallShift> }
    return try await database.write { transaction in
      let reader = transaction.reader
      guard let person = try reader.account(account) else { throw Missing.account }
      try transaction.lock(Subject.register.agreement)
      let change = try OnCallShift.planned(person, span, id: ids[0], by: actor, at: instant)
      let others = try reader.shifts(in: span, limit: 50)
      try transaction.save(change)
      var rests = ids.dropFirst()
      for line in others {
        guard let other = try reader.shift(line.id) else { continue }
        let left = other.remainders(without: span)
        guard let first = left.first else {
          try transaction.saveAlso(try other.relieved(by: actor, at: instant))
          continue
        }
        try transaction.saveAlso(try other.moved(to: first, by: actor, at: instant))
        for rest in left.dropFirst() {
          guard let id = rests.popFirst() else { throw ShiftRefusal.badSpan }
          try transaction.saveAlso(try other.rest(rest, id: id, by: actor, at: instant))
        }
      }
      return change.state
    }
  }

  package func cancelShift(_ id: ID<OnCallShift>, by actor: Actor) async throws {
    let instant = now()
    try await database.write { transaction in
      guard let shift = try transaction.reader.shift(id) else { throw Missing.shift }
      try transaction.save(try shift.cancelled(by: actor, at: instant))
    }
  }

  /// The rota of some days, those of Paris.
  package func rota(from day: Day, days: Int) async throws -> RotaReading {
    let instant = now()
    return try await database.read { reader in
      var reading = try rota(days: day...(day + (days - 1)), at: instant, in: reader)
      reading.people = try reader.accounts().filter {
        $0.role.may(.workTickets) && !$0.isDisabled
      }
      return reading
    }
  }

  /// Whose shift it is now, and the gaps of the coming week.
  package func onCallNow() async throws -> (shift: ShiftLine?, gaps: [OnCallGap]) {
    let instant = now()
    let today = Zone.paris.day(at: instant)
    return try await database.read { reader in
      let days = today...(today + 6)
      let promises = try onCallPromises.kept(
        OnCallPromises.Key(
          agreements: try reader.agreementsMark(), days: days,
          hour: instant.milliseconds / 3_600_000)
      ) { try self.promises(days: days, at: instant, in: reader) }
      let gaps = OnCallGap.of(
        promises.map { ($0.line.reference, $0.spans) },
        covered: try reader.shifts(in: Self.span(of: days)).map(\.span))
      return (try reader.shift(at: instant), gaps.filter { $0.span.end > instant })
    }
  }

  private func rota(
    days: ClosedRange<Day>, at instant: Instant, in reader: Reader
  ) throws -> RotaReading {
    let promises = try promises(days: days, at: instant, in: reader)
    let shifts = try reader.shifts(in: Self.span(of: days))
    return RotaReading(
      span: Self.span(of: days), shifts: shifts,
      gaps: OnCallGap.of(
        promises.map { ($0.line.reference, $0.spans) }, covered: shifts.map(\.span)),
      promising: promises.map(\.line), people: [])
  }

  private static func span(of days: ClosedRange<Day>) -> TimeSpan {
    TimeSpan(
      start: Zone.paris.instant(days.lowerBound, second: 0),
      end: Zone.paris.instant(days.upperBound + 1, second: 0))
  }

  /// Cost grows with the contracts.
  private func promises(
    days: ClosedRange<Day>, at instant: Instant, in reader: Reader
  ) throws -> [OnCallPromises.Promise] {
    var promises: [OnCallPromises.Promise] = []
    for line in try reader.agreements(now: instant, limit: Operations.dutyAgreements) {
      guard line.versionCount > 0, let agreement = try reader.agreement(line.id),
        agreement.end.map({ $0.lastDay >= days.lowerBound }) ?? true
      else { continue }
      // A day more on each side: contracts may count in other zones.
      let terms = try terms(of: agreement, at: instant, in: reader)
      let spans = terms.onCallSpans(in: (days.lowerBound + -1)...(days.upperBound + 1))
      guard !spans.isEmpty else { continue }
      promises.append(
        OnCallPromises.Promise(line: line, spans: spans.within(Self.span(of: days))))
    }
    return promises
  }
}

extension [TimeSpan] {
  fileprivate func within(_ whole: TimeSpan) -> [TimeSpan] {
    compactMap { span in
      guard span.overlaps(whole) else { return nil }
      return TimeSpan(
        start: Swift.max(span.start, whole.start), end: Swift.min(span.end, whole.end))
    }
  }
}
