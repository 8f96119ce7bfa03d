/// A rate of VAT in force on a territory.
package struct VATRate: Hashable, Sendable {
  /// Alsace and Moselle have the rates of `metropole`.
  package var territory: HolidayRegion
  /// Percent; 0 where there is no VAT.
  package var rate: FixedPoint
  package var since: Day
  package var source: String
  package var read: Day

  package init(
    territory: HolidayRegion, rate: FixedPoint, since: Day, source: String, read: Day
  ) {
    self.territory = territory
    self.rate = rate
    self.since = since
    self.source = source
    self.read = read
  }
}
