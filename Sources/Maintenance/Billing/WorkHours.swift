/// Where a stretch of work falls, for its price. One at a time, the first that applies: hours that
/// the contract prices on their own, then night, Sunday and holiday, then Saturday, then evening.
enum WorkHours: Hashable {
  case plain
  case evening
  case saturday
  case night
  /// Extended hours, by id.
  case extended(String)

  var french: String? {
    switch self {
    case .plain: nil
    case .evening: "hors des heures ouvrées"
    case .saturday: "samedi"
    case .night: "nuit, dimanche ou jour férié"
    case .extended(let id): "plage «\u{A0}\(id)\u{A0}»"
    }
  }
}

/// A part of a piece of work that falls in hours of one price.
struct WorkSlice: Hashable {
  var hours: WorkHours
  var milliseconds: Int64
}

extension Terms {
  /// A piece of work cut exactly at the instants where its price changes, in the order of time.
  ///
  /// `factors` asks for the hours of prepaid packs, which have no Saturday and no extended hours.
  func slices(of work: BillableWork, forPack: Bool = false) -> [WorkSlice] {
    guard work.minutes > 0 else { return [] }
    let rates = contract.price.timeAndMaterials ?? TimeAndMaterials()
    let calendar = openingCalendar(site: work.site)
    let day = contract.zone.day(at: work.at)
    var cuts: Set<Instant> = []
    // A piece of work is a day long at most, and a night span may start the day before.
    for offset in -1...2 {
      cuts.formUnion(
        self.cuts(day + offset, rates, calendar).filter { work.at < $0 && $0 < work.end })
    }
    var slices: [WorkSlice] = []
    var from = work.at
    for to in cuts.sorted() + [work.end] {
      let hours = hours(at: from, work, rates, calendar, forPack: forPack)
      if slices.last?.hours == hours {
        slices[slices.count - 1].milliseconds += to.milliseconds - from.milliseconds
      } else {
        slices.append(WorkSlice(hours: hours, milliseconds: to.milliseconds - from.milliseconds))
      }
      from = to
    }
    return slices
  }

  /// Percent added to the hourly rate.
  func surcharge(_ hours: WorkHours) -> FixedPoint {
    let rates = contract.price.timeAndMaterials
    let percent: FixedPoint? =
      switch hours {
      case .plain: nil
      case .evening: rates?.eveningSurcharge
      case .saturday: rates?.saturdaySurcharge
      case .night: rates?.nightSurcharge
      case .extended(let id): contract.support.extendedHours.first { $0.id == id }?.surcharge
      }
    return percent ?? FixedPoint(0)
  }

  private func cuts(
    _ day: Day, _ rates: TimeAndMaterials, _ calendar: ServiceCalendar
  ) -> [Instant] {
    let spans =
      [rates.night ?? .night, rates.evening].compactMap { $0 }
      + contract.support.extendedHours.flatMap { $0.hours.spans(on: day.weekday) }
    let minutes = [0] + spans.flatMap { [$0.start, $0.end] }
    let own = minutes.map { contract.zone.instant(day, second: $0 * 60) }
    return own + calendar.stretches(of: day).map(\.start)
  }

  private func hours(
    at instant: Instant, _ work: BillableWork, _ rates: TimeAndMaterials,
    _ calendar: ServiceCalendar, forPack: Bool
  ) -> WorkHours {
    let (day, second) = contract.zone.local(instant)
    let prepaid = contract.price.prepaid
    if !forPack, let extended = extendedHours(at: instant, work, calendar),
      extended.surcharge != nil
    {
      return .extended(extended.id)
    }
    let isNight =
      (rates.night ?? .night).contains(second / 60) || day.weekday == .sunday
      || Holiday.on(day, in: calendar.region) != nil
    if isNight, forPack ? prepaid?.nightFactor != nil : rates.nightSurcharge != nil {
      return .night
    }
    if !forPack, day.weekday == .saturday, rates.saturdaySurcharge != nil { return .saturday }
    let isEvening =
      rates.evening.map { $0.contains(second / 60) } ?? !calendar.opening(at: instant).isOpen
    if isEvening, forPack ? prepaid?.eveningFactor != nil : rates.eveningSurcharge != nil {
      return .evening
    }
    return .plain
  }

  /// The extended hours that an instant falls in; those on request need a request, which nobody
  /// records: they price nothing by themselves.
  func extendedHours(
    at instant: Instant, _ work: BillableWork, _ calendar: ServiceCalendar
  ) -> ExtendedHours? {
    contract.support.extendedHours.first { extended in
      guard !extended.isOnRequest,
        extended.priorities.isEmpty || extended.priorities.contains(work.priority)
      else { return false }
      var own = calendar
      own.hours = extended.hours
      return own.opening(at: instant).isOpen
    }
  }
}

extension OpeningHours.Span {
  /// What a contract that says nothing means by night: 21:00 to 06:00.
  fileprivate static let night = OpeningHours.Span(start: 1260, end: 1800)

  fileprivate func contains(_ minute: Int) -> Bool {
    (start..<end).contains(minute) || (start..<end).contains(minute + 1440)
  }
}
