import ArgumentParser
import Foundation
import Maintenance
import Operations

/// The options by which the service writes to people.
struct MailPlace: ParsableArguments {
  @Option(
    name: .customLong("mail-relay"),
    help: """
      Serveur d’envoi : smtps://nom@hôte:465, ou smtp://nom@hôte:587 où STARTTLS est exigé \
      (sauf sur cette machine). Le mot de passe n’est jamais dans l’adresse.
      """)
  var relayText: String?

  @Option(
    name: .customLong("mail-password-file"),
    help: "Fichier du mot de passe ; à défaut, la variable DILIGENCE_MAIL_PASSWORD.",
    completion: .file())
  var passwordFile: String?

  @Option(
    name: .customLong("mail-authorities"),
    help: "Fichier PEM des autorités du serveur d’envoi, quand elles sont privées.",
    completion: .file())
  var authorities: String?

  @Option(
    name: .customLong("mail-from"),
    help: "Expéditeur : « Vigie Informatique <support@vigie.example> ».")
  var from: String?

  @Flag(
    name: .customLong("mail-answers"),
    help: "Les réponses à cette adresse sont lues : les messages invitent à répondre.")
  var readsAnswers = false

  @Option(
    name: .customLong("site-address"),
    help: "Adresse des pages vue de l’extérieur : https://contrats.vigie.example.")
  var siteAddress: String?

  func validate() throws {
    guard (relayText == nil) == (from == nil) else {
      throw ValidationError("--mail-relay et --mail-from vont ensemble.")
    }
    if let relayText, RelayAddress(relayText) == nil {
      throw ValidationError(
        "--mail-relay : smtps://nom@hôte:port ou smtp://… sans mot de passe est attendu.")
    }
    if let from, sender(from) == nil {
      throw ValidationError("--mail-from : « \(from) » n’est pas une adresse de courriel.")
    }
    if let siteAddress, site(siteAddress) == nil {
      throw ValidationError(
        "--site-address : une adresse https:// sans chemin est attendue, pas « \(siteAddress) ».")
    }
  }

  func mailbox(
    project: String, host: String, port: Int, wait: Int = 20
  ) throws -> Mailbox? {
    guard let relayText, let address = RelayAddress(relayText), let from, let sender = sender(from)
    else { return nil }
    let exchange = RelayExchange(
      project: project, relay: address, password: try password(), authorities: authorities,
      wait: wait)
    return Mailbox(
      address: sender.address, name: sender.name,
      site: siteAddress.flatMap(site) ?? "http://\(host):\(port)", readsAnswers: readsAnswers,
      relay: MailRelay(name: address.shown) { await exchange.deliver($0) })
  }

  /// Names under which the pages are served, the one that others know included.
  func hosts(besides host: String) -> Set<String> {
    guard let siteAddress, let name = URL(string: siteAddress)?.host else { return [host] }
    return [host, name.lowercased()]
  }

  private func password() throws -> String {
    guard let passwordFile else {
      return ProcessInfo.processInfo.environment["DILIGENCE_MAIL_PASSWORD"] ?? ""
    }
    let bytes = try orExplain { try Foundation.Data(contentsOf: URL(filePath: passwordFile)) }
    return String(decoding: bytes.prefix(4096), as: UTF8.self)
      .trimmingCharacters(in: .newlines)
  }

  /// «Name <address>», or the address alone.
  private func sender(_ text: String) -> (address: String, name: String)? {
    guard let open = text.lastIndex(of: "<") else {
      return MailAddress.isSound(text) ? (text, text) : nil
    }
    let address = String(text[text.index(after: open)...].prefix { $0 != ">" })
    let name = text[..<open].trimmingCharacters(in: .whitespaces)
    guard MailAddress.isSound(address), !name.contains(where: \.isNewline) else { return nil }
    return (address, name.isEmpty ? address : name)
  }

  private func site(_ text: String) -> String? {
    guard let url = URL(string: text), ["http", "https"].contains(url.scheme),
      url.host?.isEmpty == false, url.user == nil, ["", "/"].contains(url.path), url.query == nil
    else { return nil }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}

/// Where a relay is, and how the line to it is protected.
struct RelayAddress: Sendable {
  let host: String
  let port: Int
  let user: String
  /// `tls` from the first byte, `starttls` or nothing; `any` on this machine alone.
  let security: String

  init?(_ text: String) {
    guard let url = URL(string: text), ["smtp", "smtps"].contains(url.scheme),
      let host = url.host, !host.isEmpty, url.password == nil, ["", "/"].contains(url.path)
    else { return nil }
    self.host = host
    port = url.port ?? (url.scheme == "smtps" ? 465 : 587)
    user = url.user?.removingPercentEncoding ?? ""
    let isHere = ["localhost", "127.0.0.1", "::1"].contains(host)
    security = url.scheme == "smtps" ? "tls" : isHere ? "any" : "starttls"
  }

  var shown: String { "\(host):\(port)" }
}
