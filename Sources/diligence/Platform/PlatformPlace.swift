import ArgumentParser
import Foundation
import Maintenance
import Operations

/// The options that name an approved platform for electronic invoices.
struct PlatformPlace: ParsableArguments {
  @Option(
    name: .customLong("platform"),
    help: "Adresse du service de flux d’une plateforme agréée (XP Z12-013), sans /v1.")
  var text: String?

  @Option(
    name: .customLong("platform-secret"),
    help: "Fichier qui contient le jeton d’accès, ou le secret du client de --platform-token-url.",
    completion: .file())
  var secretFile: String?

  @Option(
    name: .customLong("platform-token-url"),
    help: "Adresse où le jeton d’accès est demandé (OAuth 2.0, client_credentials).")
  var tokenText: String?

  @Option(name: .customLong("platform-client"), help: "Identifiant du client, pour ce jeton.")
  var client: String?

  @Option(
    name: .customLong("platform-from"),
    help: "Premier jour d’émission des factures remises d’office : 2027-09-01.")
  var fromText: String?

  @Option(
    name: .customLong("platform-every"),
    help: "Secondes entre deux lectures de ce que la plateforme dit.")
  var seconds = 300

  func validate() throws {
    guard (1...86_400).contains(seconds) else {
      throw ValidationError(
        "--platform-every : un nombre de 1 à 86400 est attendu, pas \(seconds).")
    }
    for (name, text) in [("--platform", text), ("--platform-token-url", tokenText)] {
      guard let text, PlatformPlace.url(text) == nil else { continue }
      throw ValidationError(
        "\(name) : une adresse http:// ou https:// est attendue, pas « \(text) ».")
    }
    if text != nil, secretFile == nil {
      throw ValidationError("--platform-secret : un fichier est attendu avec --platform.")
    }
    if (tokenText == nil) != (client == nil) {
      throw ValidationError("--platform-token-url et --platform-client vont ensemble.")
    }
    if let fromText, Day(iso: fromText) == nil {
      throw ValidationError("--platform-from : un jour est attendu, pas « \(fromText) ».")
    }
  }

  /// Reads the secret's file; throws when it cannot be read or is empty.
  func platform() throws -> ApprovedPlatform? {
    guard let text, let url = PlatformPlace.url(text), let secretFile else { return nil }
    let secret: String
    do {
      secret = try String(contentsOfFile: secretFile, encoding: .utf8)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    } catch {
      throw ValidationError("--platform-secret : « \(secretFile) » ne peut pas être lu.")
    }
    guard (1..<8192).contains(secret.utf8.count),
      secret.utf8.allSatisfy({ (33...126).contains($0) })
    else {
      throw ValidationError("--platform-secret : « \(secretFile) » ne contient pas de secret.")
    }
    let tokens = PlatformTokens(
      secret: secret, client: client, url: tokenText.flatMap(PlatformPlace.url))
    let exchange = PlatformExchange(base: url, tokens: tokens)
    return ApprovedPlatform(
      name: text, from: fromText.flatMap(Day.init(iso:)), pause: seconds, submit: exchange.submit,
      search: exchange.search, original: exchange.original)
  }

  private static func url(_ text: String) -> URL? {
    guard text.utf8.count <= 2000, let url = URL(string: text),
      ["http", "https"].contains(url.scheme), url.host?.isEmpty == false, url.user == nil
    else { return nil }
    return url
  }
}
