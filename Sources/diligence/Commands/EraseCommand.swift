import ArgumentParser
import Maintenance
import Operations
import Store

/// `diligence erase CONTRACT`.
struct EraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Efface du registre ce qui nomme une personne (RGPD, article 17), et l’inscrit.",
    discussion: """
      Chaque texte des inscriptions qui contient un des mots est remplacé entier ; toutes les \
      preuves restent vérifiables. Le contrat, ses signatures et les tickets ouverts restent. \
      Les sauvegardes et dossiers d’avant gardent ces mots : commencez une autre sauvegarde, \
      détruisez l’ancienne. Code de sortie : 1 si rien n’est à effacer.
      """)

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace

  @Argument(help: "Identifiant du contrat.")
  var contract: String

  @Option(help: "Nom, adresse ou numéro de la personne ; répétable.")
  var words: [String]

  @Option(help: "Pourquoi, en une phrase sans nom de personne ; inscrit au registre.")
  var ground: String

  @Option(help: "Nom de qui efface, inscrit au registre.")
  var actor: String

  @Flag(help: "Dit ce qui serait effacé, sans rien changer.")
  var preview = false

  func validate() throws {
    guard !words.isEmpty else { throw ValidationError("--words : un mot au moins est attendu.") }
    guard ID<Agreement>(contract) != nil else {
      throw ValidationError("« \(contract) » n’est pas l’identifiant d’un contrat.")
    }
    guard (1...200).contains(actor.utf8.count) else {
      throw ValidationError("--actor : de 1 à 200 octets sont attendus.")
    }
  }

  func run() async throws {
    guard let agreement = ID<Agreement>(contract) else { return }
    let database = try await place.open(keyFile: key.path(for: place))
    let operations = Operations(
      database: database, now: presentInstant, chance: { UInt32.random(in: 0 ... .max) })
    do {
      let (report, receipt) = try await receipted(operations) {
        try await operations.erase(
          words: words, of: agreement, ground: ground, by: Actor(side: .provider, name: actor),
          isPreview: preview)
      }
      try await database.close()
      tell(report)
      tellReceipt(receipt)
    } catch {
      try await database.close()
      complain(sentence(error))
      if case ErasureRefusal.nothingToErase = error { throw ExitCode(1) }
      throw ExitCode(2)
    }
  }

  private func tell(_ report: ErasureReport) {
    for part in report.erased {
      print("\(preview ? "à effacer" : "effacé")\t\(part.n)\t\(part.kind)\t\(part.name)")
    }
    print("\(report.erased.count) contenus. \(kept(report.kept))")
  }

  private func kept(_ kept: [ErasureReport.Keeping: Int]) -> String {
    ErasureReport.Keeping.allCases.compactMap { reason in
      kept[reason].map { count in
        switch reason {
        case .contract: "Gardés : \(count) du contrat et de ses signatures, preuve de l’engagement."
        case .openTicket: "Gardés : \(count) de tickets encore ouverts."
        }
      }
    }.joined(separator: " ")
  }

  private func sentence(_ error: any Error) -> String {
    switch error {
    case Missing.agreement: "Ce contrat n’est pas dans la base."
    case ErasureRefusal.wordTooShort: "--words : trois lettres ou chiffres au moins par mot."
    case ErasureRefusal.noGround: "--ground : de 1 à 2000 octets sont attendus."
    case ErasureRefusal.nothingToErase(let left): "Rien à effacer. \(kept(left))"
    case ErasureRefusal.tooMany(let count):
      "\(count) contenus, plus de \(Erasure.mostParts) à la fois : donnez des mots plus précis."
    case let fault as StoreFault: fault.sentence
    default: "\(error)"
    }
  }
}
