import ArgumentParser
import Foundation
import FoundationNetworking
import Operations

/// The identity provider by which people may sign in: by options, else by variables of the same
/// names (`DILIGENCE_SIGN_ON_ISSUER`…); its secret stands in a file.
struct SignOnPlace: ParsableArguments {
  @Option(
    name: .customLong("sign-on-issuer"),
    help: "Fournisseur d’identité (OpenID Connect) : son adresse, telle qu’il se nomme.")
  var issuer: String?

  @Option(name: .customLong("sign-on-client"), help: "Nom de ce service chez lui (client_id).")
  var client: String?

  @Option(
    name: .customLong("sign-on-secret"),
    help: "Fichier du secret convenu avec lui, s’il en est un.",
    completion: .file())
  var secretFile: String?

  @Option(name: .customLong("sign-on-name"), help: "Comment la page de connexion le nomme.")
  var name: String?

  @Option(
    name: .customLong("sign-on-address"),
    help: "Adresse de ce service vue du navigateur, telle que https://contrats.exemple.fr.")
  var address: String?

  func provider() throws -> SignOnProvider? {
    guard let issuer = issuer ?? Self.variable("ISSUER") else { return nil }
    guard SignOnProvider.isSafe(issuer, besides: issuer) else {
      throw ValidationError(
        "--sign-on-issuer : une adresse https:// est attendue, pas « \(issuer) ».")
    }
    guard let client = client ?? Self.variable("CLIENT"), !client.isEmpty else {
      throw ValidationError("--sign-on-client : le nom de ce service chez le fournisseur manque.")
    }
    guard let address = address ?? Self.variable("ADDRESS"),
      SignOnProvider.isSafe(address, besides: "http://")
    else {
      throw ValidationError("--sign-on-address : l’adresse publique de ce service est attendue.")
    }
    let root = address.hasSuffix("/") ? String(address.dropLast()) : address
    return SignOnProvider(
      SignOnProvider.Settings(
        issuer: issuer, client: client, secret: try secret(),
        redirection: root + "/connexion/retour",
        name: name ?? Self.variable("NAME") ?? URL(string: issuer)?.host ?? issuer),
      ask: Self.ask)
  }

  private func secret() throws -> String? {
    guard let path = secretFile ?? Self.variable("SECRET") else { return nil }
    guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= 1024,
      let text = String(bytes: bytes, encoding: .utf8)
    else { throw ValidationError("--sign-on-secret : \(path) ne se lit pas.") }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment["DILIGENCE_SIGN_ON_\(name)"]
  }

  @Sendable private static func ask(_ question: SignOnProvider.Question) async throws -> [UInt8] {
    guard let url = URL(string: question.address) else { throw SignOnFault.unreadable("address") }
    var request = URLRequest(url: url)
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    if let form = question.form {
      request.httpMethod = "POST"
      request.httpBody = Foundation.Data(form.utf8)
      request.setValue(
        "application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    }
    if let authorization = question.authorization {
      request.setValue(authorization, forHTTPHeaderField: "Authorization")
    }
    return try await BoundedExchange.ask(request, type: "application/json", largest: 65_536)
  }
}
