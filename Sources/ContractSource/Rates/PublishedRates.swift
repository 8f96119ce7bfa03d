package import Maintenance

/// Rates and indices as published: those that came with this release, and those that were added.
package struct PublishedRates: Sendable {
  package private(set) var dated = DatedRates()
  package private(set) var vat: [VATRate] = []

  /// What this release knows.
  package static let known = PublishedRates(files: [
    ("interet-legal.csv", PackageResources.interet_legal_csv),
    ("refinancement-bce.csv", PackageResources.refinancement_bce_csv),
    ("syntec-revisee.csv", PackageResources.syntec_revisee_csv),
    ("syntec-ancienne.csv", PackageResources.syntec_ancienne_csv),
    ("tva.csv", PackageResources.tva_csv),
  ])

  /// Names of the files that are read, as `bin` and docs show them.
  package static let fileNames = RateSeries.allCases.map { "\($0.rawValue).csv" } + ["tva.csv"]

  private init(files: [(name: String, bytes: [UInt8])]) {
    do {
      for file in files { try add(file.bytes, named: file.name) }
    } catch {
      preconditionFailure("a file of this release: \(error)")
    }
  }

  /// Adds the values of a file, over those of the same periods; the name says which series it is.
  ///
  /// Nothing is added when the file has a fault.
  package mutating func add(_ bytes: [UInt8], named name: String) throws(RateFault) {
    if name == "tva.csv" {
      vat += try PublishedRates.vat(bytes, named: name)
      return
    }
    guard let series = RateSeries.allCases.first(where: { "\($0.rawValue).csv" == name }) else {
      throw RateFault(
        file: name, line: 0,
        message: "nom inconnu ; attendus : \(PublishedRates.fileNames.joined(separator: ", "))")
    }
    for rate in try PublishedRates.rates(bytes, of: series, named: name) { dated.add(rate) }
  }

  private static func rates(
    _ bytes: [UInt8], of series: RateSeries, named name: String
  ) throws(RateFault) -> [DatedRate] {
    let file = try RateFile(
      bytes, named: name, columns: ["periode", "valeur", "source", "publication", "lecture"])
    var last: RatePeriod?
    return try file.map { line throws(RateFault) in
      let expected =
        series.isMonthly ? "un mois comme « 2026-01 »" : "un semestre comme « 2026-S1 »"
      guard let period = RatePeriod(iso: line.cells[0]), period.isMonth == series.isMonthly else {
        throw line.fault("« \(clipped(line.cells[0])) » : \(expected) est attendu")
      }
      guard last.map({ $0 < period }) ?? true else {
        throw line.fault("\(period.iso) ne suit pas la période de la ligne précédente")
      }
      last = period
      let published = line.cells[3].isEmpty ? nil : try line.day(3)
      let read = try line.day(4)
      if let published, published > read {
        throw line.fault("publié le \(published.iso), après la lecture")
      }
      return DatedRate(
        series: series, period: period, value: try line.number(1), source: try line.source(2),
        published: published, read: read)
    }
  }

  private static func vat(_ bytes: [UInt8], named name: String) throws(RateFault) -> [VATRate] {
    let file = try RateFile(
      bytes, named: name, columns: ["territoire", "taux", "depuis", "source", "lecture"])
    return try file.map { line throws(RateFault) in
      guard let territory = HolidayRegion(rawValue: line.cells[0]) else {
        throw line.fault("« \(clipped(line.cells[0])) » n’est pas un territoire connu")
      }
      return VATRate(
        territory: territory, rate: try line.number(1), since: try line.day(2),
        source: try line.source(3), read: try line.day(4))
    }
  }
}
