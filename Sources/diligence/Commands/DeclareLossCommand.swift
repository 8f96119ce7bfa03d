import ArgumentParser
import Maintenance
import Store

/// `diligence register declare-loss`.
struct DeclareLossCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare-loss",
    abstract: "Inscrit une perte au registre, et le laisse reprendre sur une copie ancienne.",
    discussion: """
      Le registre reprend sous de nouveaux noms de journaux : ce qu’il a signé avant la perte \
      reste vérifiable, et ne contredit pas ce qu’il signera. \
      Code de sortie : 1 si aucune perte n’est constatée.
      """)

  @OptionGroup var place: DatabasePlace
  @OptionGroup var key: KeyPlace

  @Option(help: "Ce qui est arrivé, en une phrase ; inscrit au registre.")
  var reason: String

  @Option(help: "Nom de qui déclare, inscrit au registre.")
  var actor: String

  func validate() throws {
    for (name, text) in [("--reason", reason), ("--actor", actor)] {
      guard (1...2000).contains(text.utf8.count), text.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("\(name) : de 1 à 2000 octets sont attendus.")
      }
    }
  }

  func run() async throws {
    let database = try await place.open(keyFile: key.path(for: place))
    let rollback: Rollback?
    let receipt: EntryReceipt?
    do {
      rollback = try await database.declareLoss(
        reason: reason, by: Actor(side: .provider, name: actor), at: presentInstant())
      receipt = rollback == nil ? nil : try await database.receipt(of: .register)
      try await database.close()
    } catch let fault as StoreFault {
      complain(fault.sentence)
      throw ExitCode(2)
    }
    guard let rollback else {
      complain("La base contient tout ce que le registre a signé : aucune perte à déclarer.")
      throw ExitCode(1)
    }
    print("Perte inscrite : \(rollback.signed) inscriptions signées, \(rollback.found) retrouvées.")
    tellReceipt(receipt)
  }
}
