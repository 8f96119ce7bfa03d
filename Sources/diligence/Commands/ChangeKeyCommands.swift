import ArgumentParser
import Maintenance
import Store

/// `diligence register key rotate`.
struct RotateKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Remplace la clé du registre, sous la signature de l’ancienne.",
    discussion: """
      Arrêtez d’abord tout service de cette base. Écrit la nouvelle clé publique, à imprimer au \
      contrat, puis le reçu ; l’ancienne clé publique continue de vérifier les dossiers, qui \
      portent la chaîne.
      """)

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace
  @OptionGroup var change: KeyChangeReason

  func run() async throws { try await change.make(at: place, key) }
}

/// `diligence register key revoke`.
struct RevokeKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Révoque la clé du registre, que d’autres ont peut-être, et en fait une autre.",
    discussion: """
      Arrêtez d’abord tout service de cette base. Le registre reprend sous de nouveaux noms de \
      journaux. L’ancienne clé ne mène pas à la nouvelle : remettez celle-ci en main propre.
      """)

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace
  @OptionGroup var change: KeyChangeReason

  @Option(
    help: "Taille du journal global jusqu’à laquelle les têtes signées par l’ancienne sont crues.")
  var trusted: Int64

  func validate() throws {
    guard trusted >= 0 else { throw ValidationError("--trusted : un nombre d’inscriptions.") }
  }

  func run() async throws { try await change.make(at: place, key, revoking: trusted) }
}

/// Who changes the register's key, and why.
struct KeyChangeReason: ParsableArguments {
  @Option(help: "Pourquoi, en une phrase ; inscrit au registre.")
  var reason: String

  @Option(help: "Nom de qui change la clé, inscrit au registre.")
  var actor: String

  func validate() throws {
    for (name, text) in [("--reason", reason), ("--actor", actor)] {
      guard (1...KeyChange.longestReason).contains(text.utf8.count),
        text.contains(where: { !$0.isWhitespace })
      else { throw ValidationError("\(name) : de 1 à 2000 octets sont attendus.") }
    }
  }

  func make(
    at place: DatabasePlace, _ key: KeyPlace, revoking trusted: Int64? = nil
  ) async throws {
    do {
      print(
        try await Database.changeKey(
          at: Location(place.text), keyFile: key.path(for: place), revoking: trusted,
          reason: reason, by: Actor(side: .provider, name: actor), at: presentInstant()))
      // The entry is the last of the register's own log; the new key signs its proof.
      let database = try await Database.open(Location(place.text), keyFile: key.path(for: place))
      let receipt = try await database.receipt(of: .register)
      try await database.close()
      tellReceipt(receipt)
    } catch let fault as StoreFault {
      complain(fault.sentence)
      throw ExitCode(2)
    }
  }
}
