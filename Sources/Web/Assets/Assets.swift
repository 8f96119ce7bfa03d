import FoundationEssentials
import HTTPTypes
import Hummingbird

/// A missing piece of what the browser needs.
package struct AssetsMissing: Error, CustomStringConvertible {
  package let folder: String
  package let names: [String]

  package var description: String {
    "no \(names.joined(separator: ", ")) in \(folder): run bin/setup serve, which puts them there"
  }
}

/// Styles, scripts and the typeface: read once, served from memory under a name that changes with
/// the content, so that a browser may keep them for ever.
package struct Assets: Sendable {
  /// Others' files, as bin/assets leaves them.
  private static let others = ["base.css", "htmx.js", "htmx-sse.js", "inter.woff2"]

  let links: AssetLinks
  private let files: [String: Asset]

  /// `folder` holds the files of other projects; ours are in the program.
  package init(folder: String) throws {
    var found: [String: [UInt8]] = [:]
    for name in Assets.others {
      found[name] = FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init)
    }
    let missing = Assets.others.filter { found[$0] == nil }
    guard missing.isEmpty else { throw AssetsMissing(folder: folder, names: missing) }

    let font = Asset("inter", "woff2", "font/woff2", found["inter.woff2", default: []])
    let face =
      "@font-face{font-family:Inter;font-weight:400 700;font-display:swap;"
      + "src:url(/assets/\(font.name)) format(\"woff2\")}\n"
    let style = Asset(
      "app", "css", "text/css; charset=utf-8",
      found["base.css", default: []] + Array(face.utf8) + PackageResources.tokens_css
        + PackageResources.layout_css + PackageResources.components_css
        + PackageResources.trade_css + PackageResources.list_css + PackageResources.workshop_css
        + PackageResources.legal_css + PackageResources.print_css)
    let script = Asset(
      "app", "js", "text/javascript; charset=utf-8",
      found["htmx.js", default: []] + Array("\n".utf8) + found["htmx-sse.js", default: []]
        + Array("\n".utf8) + PackageResources.app_js + PackageResources.workshop_js)
    let icon = Asset("icon", "svg", "image/svg+xml", PackageResources.icon_svg)
    files = Dictionary(uniqueKeysWithValues: [font, style, script, icon].map { ($0.name, $0) })
    links = AssetLinks(
      style: "/assets/\(style.name)", script: "/assets/\(script.name)", icon: "/assets/\(icon.name)"
    )
  }

  func addRoutes(to router: Router<WebContext>) {
    router.get("/assets/:name") { _, context in
      guard let asset = try files[context.parameters.require("name")] else {
        throw HTTPError(.notFound)
      }
      return Response(
        status: .ok,
        headers: [
          .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
        ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
  }
}

/// Where a page finds its style, its script and its icon.
struct AssetLinks: Sendable {
  var style: Path
  var script: Path
  var icon: Path
}

/// One file as served.
private struct Asset: Sendable {
  /// With the hash of its content in it.
  let name: String
  let type: String
  let bytes: [UInt8]

  init(_ stem: String, _ ending: String, _ type: String, _ bytes: [UInt8]) {
    // FNV-1a: it tells versions apart, nobody's safety rests on it.
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    name = "\(stem)-\(String(hash, radix: 36)).\(ending)"
    self.type = type
    self.bytes = bytes
  }
}
