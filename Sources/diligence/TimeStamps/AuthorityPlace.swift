import ArgumentParser
import Foundation
import Operations

/// The `--time-stamp-authority` option of the commands that ask for stamps.
struct AuthorityPlace: ParsableArguments {
  @Option(
    name: .customLong("time-stamp-authority"),
    help: "Adresse d’une autorité d’horodatage (RFC 3161), http:// ou https://.")
  var text: String?

  func validate() throws {
    guard let text, url == nil else { return }
    throw ValidationError(
      "--time-stamp-authority : une adresse http:// ou https:// est attendue, pas « \(text) ».")
  }

  var authority: TimeStampAuthority? {
    guard let text, let url else { return nil }
    return TimeStampAuthority(name: text) { try await StampExchange.ask(url, $0) }
  }

  private var url: URL? {
    guard let text, text.utf8.count <= 2000, let url = URL(string: text),
      ["http", "https"].contains(url.scheme), url.host?.isEmpty == false, url.user == nil
    else { return nil }
    return url
  }
}
