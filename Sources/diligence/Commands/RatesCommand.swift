import ArgumentParser
import ContractSource
import Foundation
import Maintenance

/// `diligence rates`.
struct RatesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "Montre les taux et indices connus, leur source, et jusqu’à quand ils vont.",
    discussion: """
      Une valeur inconnue n’est jamais devinée. Pour en ajouter, donnez avec --rates un dossier \
      de fichiers comme interet-legal.csv, dont la première ligne est \
      « periode;valeur;source;publication;lecture ».
      """)

  @OptionGroup var folder: RatesFolder

  @Option(help: "Présentation du résultat.")
  var format = Format.text

  func run() throws {
    let rates = try folder.read()
    let today = Zone.paris.day(at: presentInstant())
    let report = RatesReport(rates: rates, today: today)
    print(format == .json ? try report.json() : report.text)
  }
}

/// What is known of each series, as the command prints it.
struct RatesReport {
  let rates: PublishedRates
  let today: Day

  var text: String {
    (RateSeries.allCases.map(section) + [vatSection]).joined(separator: "\n\n")
  }

  private func section(_ series: RateSeries) -> String {
    let values = rates.dated.all(series)
    let unit = series.isMonthly ? "" : " %"
    let lines = values.map { rate in
      let published = rate.published.map { ", publié le \($0.iso)" } ?? ""
      let value = "\(rate.period.iso)  \(rate.value.french)\(unit)"
      return "  \(value)  (\(rate.source)\(published) ; lu le \(rate.read.iso))"
    }
    return ([heading(series, values.last)] + lines).joined(separator: "\n")
  }

  private func heading(_ series: RateSeries, _ last: DatedRate?) -> String {
    let name = series.french.prefix(1).uppercased() + series.french.dropFirst()
    guard let last else { return "\(name) : aucune valeur connue" }
    let known = "\(name) : dernière valeur connue, \(last.period.french)"
    return missing(series).map { "\(known) ; il manque \($0.period.french)" } ?? known
  }

  /// What a computation of today would ask for in vain; the former Syntec series is closed.
  private func missing(_ series: RateSeries) -> MissingRate? {
    guard series != .syntecFormer else { return nil }
    do throws(MissingRate) {
      if series.isMonthly {
        _ = try rates.dated.lastPublished(series, on: today)
      } else {
        _ = try rates.dated.value(series, on: today)
      }
      return nil
    } catch {
      return error
    }
  }

  private var vatSection: String {
    let lines = rates.vat.map {
      "  \($0.territory.rawValue)  \($0.rate.french) %  depuis le \($0.since.iso) (\($0.source))"
    }
    return (["TVA en vigueur, par territoire"] + lines).joined(separator: "\n")
  }

  func json() throws -> String {
    let series = RateSeries.allCases.map { series in
      SeriesRecord(
        series: series.rawValue, missing: missing(series)?.period.iso,
        values: rates.dated.all(series).map(ValueRecord.init))
    }
    return try printedJSON(Record(series: series, vat: rates.vat.map(VATRecord.init)))
  }

  private struct Record: Encodable {
    var series: [SeriesRecord]
    var vat: [VATRecord]
  }

  private struct SeriesRecord: Encodable {
    var series: String
    /// Period that a computation of today would need.
    var missing: String?
    var values: [ValueRecord]
  }

  private struct ValueRecord: Encodable {
    var period: String
    var value: String
    var source: String
    var published: String?
    var read: String

    init(_ rate: DatedRate) {
      period = rate.period.iso
      value = rate.value.plain
      source = rate.source
      published = rate.published?.iso
      read = rate.read.iso
    }
  }

  private struct VATRecord: Encodable {
    var territory: String
    var rate: String
    var since: String
    var source: String
    var read: String

    init(_ rate: VATRate) {
      territory = rate.territory.rawValue
      self.rate = rate.rate.plain
      since = rate.since.iso
      source = rate.source
      read = rate.read.iso
    }
  }
}
