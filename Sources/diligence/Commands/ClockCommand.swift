import ArgumentParser
import ContractSource
import Maintenance

/// `diligence clock FILE`.
struct ClockCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "clock",
    abstract: "Dit quand tombe chaque délai promis pour une demande, et pourquoi.",
    discussion: """
      Les heures sont celles du fuseau du contrat. Une suspension s’écrit \
      2026-05-11T09:00/2026-05-11T10:00=attente_client ; sans fin, elle dure encore. Code de \
      sortie : 2 quand le fichier ne peut être lu ou a des erreurs.
      """)

  @Argument(help: "Le fichier du contrat.", completion: .file())
  var file: String

  @Option(help: "La priorité de la demande, comme P2.")
  var priority: String

  @Option(help: "Réception de la demande, comme 2026-05-07T17:50.")
  var at: String

  @Option(help: "Le site, par son identifiant ; le premier du contrat sinon.")
  var site: String?

  @Option(help: "Le groupe du parc, par son identifiant ; le premier du contrat sinon.")
  var group: String?

  @Option(
    name: .customLong("pause"),
    help: ArgumentHelp(
      "Une suspension, autant de fois que nécessaire.", valueName: "début/fin=motif"))
  var pauses: [String] = []

  @Option(
    help: ArgumentHelp(
      "Le même défaut, rétabli puis revenu : la même horloge continue si la fenêtre le permet.",
      valueName: "rétabli/revenu"))
  var reopened: String?

  @Option(help: "Présentation du résultat.")
  var format = Format.text

  func run() throws {
    let contract = try ContractFile.sound(at: file).contract
    let terms = Terms(contract, version: 1)
    let words = ClockWords(contract: contract)
    let priority = try words.priority(priority)
    let site = try words.site(site)
    let group = try words.group(group)
    var start = try words.instant(at, "--at")
    var reopening: ClockReport.Reopening?
    if let reopened {
      let (resolved, back) = try words.span(reopened, "--reopened", after: start)
      let goesOn = terms.reopens(
        resolvedAt: resolved, comesBackAt: back, priority: priority, site: site, group: group)
      reopening = ClockReport.Reopening(comesBackAt: back, goesOn: goesOn)
      if !goesOn { start = back }
    }
    let report = ClockReport(
      contract: contract, priority: priority, site: site, group: group, start: start,
      reopening: reopening,
      promises: terms.promises(
        priority: priority, site: site, group: group, from: start,
        pauses: try words.pauses(pauses, from: start)))
    print(format == .json ? try report.json() : report.text)
  }
}

/// What the command's options mean under one contract, or a sentence that says why nothing.
struct ClockWords {
  let contract: Contract

  func priority(_ code: String) throws -> String {
    try oneOf(code, contract.serviceLevels.levels.map(\.priority), "--priority", "priorité")
  }

  func site(_ id: String?) throws -> String {
    let sites = contract.scope.sites.map(\.id)
    return try id.map { try oneOf($0, sites, "--site", "site") } ?? sites.first ?? ""
  }

  func group(_ id: String?) throws -> String {
    let groups = contract.scope.groups.map(\.id)
    return try id.map { try oneOf($0, groups, "--group", "groupe") } ?? groups.first ?? ""
  }

  /// `2026-05-07T17:50`, with or without seconds, by the contract's wall clock.
  func instant(_ text: some StringProtocol, _ option: String) throws -> Instant {
    let bytes = Array(text.utf8)
    let fault = ValidationError(
      "\(option) : « \(text) » n’est pas un instant comme 2026-05-07T17:50.")
    guard bytes.count == 16 || bytes.count == 19, bytes[10] == 84, bytes[13] == 58,
      let day = Day(iso: String(text.prefix(10))), (1990...2100).contains(day.year),
      let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
      let second = bytes.count == 16 ? 0 : bytes[16] == 58 ? decimal(bytes[17..<19]) : nil,
      hour < 24, minute < 60, second < 60
    else { throw fault }
    let wall = hour * 3600 + minute * 60 + second
    let instant = contract.zone.instant(day, second: wall)
    guard contract.zone.local(instant) == (day, wall) else {
      throw ValidationError(
        "\(option) : « \(text) » n’existe pas, l’heure d’été commence cette nuit-là.")
    }
    return instant
  }

  /// `FROM/TO`, in order and after `start`.
  func span(
    _ text: some StringProtocol, _ option: String, after start: Instant
  ) throws -> (Instant, Instant) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else {
      throw ValidationError("\(option) : « \(text) » n’est pas de la forme début/fin.")
    }
    let (from, to) = (try instant(ends[0], option), try instant(ends[1], option))
    guard start <= from, from < to else {
      throw ValidationError(
        "\(option) : « \(text) » doit commencer après la réception et avant de finir.")
    }
    return (from, to)
  }

  /// Each after the one before, for a reason of the contract; only the last may lack an end.
  func pauses(_ texts: [String], from start: Instant) throws -> [Pause] {
    guard texts.count <= 100 else { throw ValidationError("--pause : cent suspensions au plus.") }
    let pauses = try texts.map(pause).sorted { $0.start < $1.start }
    var free = start
    for pause in pauses {
      guard pause.start >= free else {
        throw ValidationError(
          "--pause : les suspensions commencent après la réception et ne se chevauchent pas.")
      }
      guard let end = pause.end ?? (pause == pauses.last ? pause.start : nil) else {
        throw ValidationError("--pause : seule la dernière suspension peut durer encore.")
      }
      free = end
    }
    return pauses
  }

  private func pause(_ text: String) throws -> Pause {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    let allowed = contract.serviceLevels.pauses
    guard parts.count == 2 else {
      throw ValidationError("--pause : « \(text) » n’est pas de la forme début/fin=motif.")
    }
    let name = try oneOf(
      String(parts[1]), allowed.map(\.rawValue), "--pause", "motif de suspension")
    guard let reason = PauseReason(rawValue: name) else {
      throw ValidationError("--pause : motif inconnu.")
    }
    if parts[0].utf8.last == 47 {
      return Pause(reason: reason, start: try instant(parts[0].dropLast(), "--pause"))
    }
    let (from, to) = try span(parts[0], "--pause", after: Instant(seconds: 0))
    return Pause(reason: reason, start: from, end: to)
  }

  func oneOf(
    _ text: String, _ known: [String], _ option: String, _ noun: String
  ) throws -> String {
    guard known.contains(text) else {
      let list =
        known.isEmpty ? "il n’en a aucun" : "il a \(known.joined(separator: ", "))"
      throw ValidationError(
        "\(option) : le contrat n’a pas de \(noun) « \(text) » ; \(list).")
    }
    return text
  }
}
