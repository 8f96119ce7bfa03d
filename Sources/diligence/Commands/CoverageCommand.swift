import ArgumentParser
import ContractSource
import Maintenance

/// `diligence coverage FILE`.
struct CoverageCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Dit si une demande est prise en charge, à quel prix, et par quels articles.",
    discussion: """
      La décision est celle que le ticket recevrait à son ouverture. L’instant est celui du fuseau \
      du contrat. Code de sortie : 2 quand le fichier ne peut être lu ou a des erreurs.
      """)

  @Argument(help: "Le fichier du contrat.", completion: .file())
  var file: String

  @Option(help: "Réception de la demande, comme 2026-05-07T17:50.")
  var at: String

  @Option(help: "Ce qui est demandé : incident, demande, conseil ou installation.")
  var nature = TicketNature.incident.rawValue

  @Option(help: "La priorité de la demande, comme P2.")
  var priority: String

  @Option(help: "Le canal ; le premier du contrat sinon.")
  var channel: String?

  @Option(help: "Le site, connu du contrat ou non ; son premier site sinon.")
  var site: String?

  @Option(help: "Le groupe du parc, connu du contrat ou non ; son premier groupe sinon.")
  var group: String?

  @Option(help: "L’exclusion dont la demande relève, par son identifiant.")
  var exclusion: String?

  @Option(help: ArgumentHelp("Ce qui reste au carnet d’heures.", valueName: "minutes"))
  var prepaid: Int?

  @Option(help: "Présentation du résultat.")
  var format = Format.text

  func run() throws {
    let contract = try ContractFile.sound(at: file).contract
    let words = ClockWords(contract: contract)
    let channels = contract.support.channels
    let channel = try self.channel.map {
      try words.oneOf($0, channels.map(\.rawValue), "--channel", "canal")
    }
    let nature = try words.oneOf(
      self.nature, TicketNature.allCases.map(\.rawValue), "--nature", "nature de demande")
    let exclusion = try self.exclusion.map {
      try words.oneOf($0, contract.scope.exclusions.map(\.id), "--exclusion", "exclusion")
    }
    if let prepaid, !(0...6_000_000).contains(prepaid) {
      throw ValidationError("--prepaid : un nombre de minutes est attendu, et non \(prepaid).")
    }
    let question = CoverageQuestion(
      at: try words.instant(at, "--at"),
      channel: channel.flatMap(Channel.init(rawValue:)) ?? channels.first ?? .portal,
      site: site ?? contract.scope.sites.first?.id ?? "",
      group: group ?? contract.scope.groups.first?.id ?? "",
      nature: TicketNature(rawValue: nature) ?? .incident, priority: try words.priority(priority),
      exclusion: exclusion,
      prepaidMinutesLeft: prepaid ?? contract.price.prepaid.map { $0.hours * 60 })
    let report = CoverageReport(Terms(contract, version: 1), question)
    print(format == .json ? try report.json() : report.text)
  }
}
