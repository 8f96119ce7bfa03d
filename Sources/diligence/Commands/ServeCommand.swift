import ArgumentParser
import Documents
import Foundation
import Hummingbird
import Logging
import Maintenance
import Operations
import Store
import Web

/// `diligence serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Ouvre les pages sur une base de données.",
    discussion: """
      SQLite est intégré : un chemin suffit, le fichier est créé s’il manque. \
      Une adresse postgres:// utilise un serveur PostgreSQL. Sans compte, le service n’écoute que \
      sur cette machine ; ailleurs, chacun se connecte ; docs/operating.md dit comment l’installer \
      derrière TLS.
      """)

  @OptionGroup var place: DatabasePlace
  @OptionGroup var rates: RatesFolder
  @OptionGroup var key: KeyPlace
  @OptionGroup var backups: BackupRounds
  @OptionGroup var authority: AuthorityPlace
  @OptionGroup var platform: PlatformPlace
  @OptionGroup var schedule: ScheduleRounds
  @OptionGroup var mail: MailPlace
  @OptionGroup var seal: SealPlace

  @Option(help: "Adresse d’écoute.")
  var host = "127.0.0.1"

  @Option(
    name: .customLong("public-name"),
    help: "Nom d’hôte public, derrière un relais TLS ; répétable. Chacun doit alors se connecter.")
  var publicNames: [String] = []

  @Option(help: "Port d’écoute ; 0 en choisit un.")
  var port = 8080

  @Option(help: "Dossier du projet : Press/, .tools/ et examples/.", completion: .directory)
  var project = "."

  @Option(help: "Nom de qui agit, inscrit au registre.")
  var actor = "Claire Besson"

  @Flag(help: "Remplit une base vide de six semaines de vie de trois contrats fictifs.")
  var demo = false

  @Flag(
    help:
      "Demande à chacun de se connecter ; d’office hors de la machine, ou si un compte existe déjà."
  )
  var accounts = false

  @Option(
    name: .customLong("portal-host"),
    help:
      "Nom d’hôte du portail : les personnes des clients n’entrent que par lui, et elles seules."
  )
  var portalHost: String?

  @OptionGroup var proxies: ProxyPlaces
  @OptionGroup var signOn: SignOnPlace

  func validate() throws {
    for name in publicNames {
      guard
        name.count <= 253, name.wholeMatch(of: #/[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?/#) != nil
      else {
        throw ValidationError("--public-name : un nom d’hôte est attendu, pas « \(name) ».")
      }
    }
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port : un nombre de 0 à 65535 est attendu, pas \(port).")
    }
  }

  func run() async throws {
    var logger = Logger(label: "diligence")
    logger.logLevel = .notice
    let assets = try orExplain { try Assets(folder: project + "/.tools/assets") }
    let rates = try rates.read()
    let database = try await place.open(keyFile: key.path(for: place))
    if let rollback = database.rollback {
      complain(StoreFault.rolledBack(signed: rollback.signed, found: rollback.found).sentence)
    }
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) },
      rates: rates, authority: authority.authority, platform: try platform.platform(),
      backups: backups.watch,
      mailbox: try mail.mailbox(project: project, host: host, port: port),
      secrets: try orExplain { try SecretKeyFile(path: key.path(for: place) + ".secrets").box() })
    let press = await Press(project: project)
    if demo { try await fill(operations, press) }
    let isLoopback = publicNames.isEmpty && ["127.0.0.1", "localhost", "::1"].contains(host)
    let hasAccounts = try await operations.hasAccounts()
    let needsAccounts = accounts || !isLoopback || hasAccounts
    let firstLink = needsAccounts ? try await operations.firstOwnerLink() : nil
    let sealer = try seal.sealer(
      press, named: operations.mailbox?.name, besides: key.path(for: place))
    let site = Website(
      operations: operations, press: press, assets: assets,
      actor: Actor(side: .provider, name: actor),
      hosts: Set(mail.hosts(besides: host) + publicNames.map { $0.lowercased() }), isDemo: demo,
      needsAccounts: needsAccounts, sealer: sealer, proxies: proxies.ranges,
      signOn: try orExplain { try signOn.provider() }, portalHost: portalHost)
    let application = application(site, host: host, port: port, logger: logger) { port in
      complain("Diligence : http://\(host):\(port)/ (Ctrl-C pour arrêter)")
      if let firstLink {
        let address = publicNames.first.map { "https://\($0)" } ?? "http://\(host):\(port)"
        complain("Premier accès, un jour : \(address)/acces/\(firstLink.text)")
      }
    }
    do {
      try await backups.around(database) {
        try await schedule.around(operations, sealer: sealer) {
          try await mail.around(operations) { try await application.runService() }
        }
      }
    } catch {
      complain("Le service s’est arrêté : \(error)")
      try await database.close()
      throw ExitCode.failure
    }
    try await database.close()
  }

  private func fill(_ operations: Operations, _ press: Press) async throws {
    guard try await operations.agreements().isEmpty, operations.database.rollback == nil else {
      return
    }
    complain("Première ouverture : six semaines de démonstration sont jouées…")
    let names = ["atelier-lumen", "cabinet-rivoire", "transports-meridiens"]
    let texts = try orExplain {
      try names.map { try ContractFile.bytes(at: "\(project)/examples/\($0).yaml") }
    }
    let invoices = InvoicePress(press)
    var story = DemoStory(
      operations: operations, texts: texts, present: presentInstant(), press: invoices)
    try await story.tell()
    await invoices.close()
  }
}

/// The wall clock, the only place where it is read.
@Sendable func presentInstant() -> Instant {
  Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
}
