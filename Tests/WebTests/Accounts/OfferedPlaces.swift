import Foundation
import HTTPTypes
import Hummingbird
import Maintenance

@testable import Web

/// Where the links and the forms of a page lead, to be held against what its reader may take.
struct OfferedPlaces {
  struct Place: Hashable {
    var method: String
    var path: String
  }

  private let routes: [(method: String, parts: [Substring])]

  init(_ site: Website) {
    routes = router(site).routes.map {
      ($0.method.rawValue, $0.path.description.split(separator: "/"))
    }
  }

  /// Each once; forms that post, and links of the service itself.
  func places(on page: String) -> Set<Place> {
    var places: Set<Place> = []
    for link in page.components(separatedBy: " href=\"/").dropFirst() {
      places.insert(Place(method: "GET", path: path(link)))
    }
    for form in page.components(separatedBy: "<form ").dropFirst() {
      let parts = form.prefix { $0 != ">" }.components(separatedBy: "action=\"/")
      guard parts.count == 2 else { continue }
      let posts = parts.contains { $0.contains("method=\"post\"") }
      places.insert(Place(method: posts ? "POST" : "GET", path: path(parts[1])))
    }
    return places
  }

  private func path(_ text: String) -> String {
    "/" + text.prefix { $0 != "\"" && $0 != "?" && $0 != "#" }
  }

  /// As the router writes it: of several that fit, the one with the fewest places to fill.
  func route(of place: Place) -> String? {
    let parts = place.path.split(separator: "/")
    let fitting = routes.filter { route in
      route.method == place.method && route.parts.count == parts.count
        && zip(route.parts, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
    let best = fitting.min { first, second in
      first.parts.count { $0.hasPrefix("{") } < second.parts.count { $0.hasPrefix("{") }
    }
    return best.map { "/" + $0.parts.joined(separator: "/") }
  }
}
