import ArgumentParser
import Store

/// The `--database` option, the same for every command that has one.
struct DatabasePlace: ParsableArguments {
  @Option(
    name: .customLong("database"),
    help: "Fichier SQLite ou adresse postgres://utilisateur@serveur/base.")
  var text = "diligence.db"

  /// Opens it, or says in one sentence why not and ends the command.
  func open(keyFile: String? = nil) async throws -> Database {
    do {
      return try await Database.open(Location(text), keyFile: keyFile)
    } catch let fault as StoreFault {
      complain(fault.sentence)
      throw ExitCode(2)
    }
  }
}

/// Ends the command with a sentence when the thing cannot be done.
func orExplain<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch {
    complain("\(error)")
    throw ExitCode(2)
  }
}
