import ArgumentParser
import Web

/// The proxies that stand before the service.
struct ProxyPlaces: ParsableArguments {
  @Option(
    name: .customLong("trusted-proxy"),
    help: """
      Adresse ou plage d’un mandataire à nous, dont X-Forwarded-For est cru ; à répéter au besoin.
      """)
  var texts: [String] = []

  func validate() throws {
    for text in texts where NetworkRange(text) == nil {
      throw ValidationError(
        "--trusted-proxy : une adresse ou une plage telle que 10.0.0.0/8 est attendue, "
          + "pas « \(text) ».")
    }
  }

  var ranges: [NetworkRange] { texts.compactMap(NetworkRange.init) }
}
