import HTTPTypes
import Hummingbird
import Maintenance

extension WebContext {
  /// The key that an address names; what is no key names nothing.
  func id<Thing>(_ name: String) throws -> ID<Thing> {
    guard let id = ID<Thing>(try parameters.require(name)) else { throw HTTPError(.notFound) }
    return id
  }

  /// The key after which a page of a list goes on; nothing for the first page.
  func key<Thing>(_ asked: String?) throws -> ID<Thing>? {
    guard let asked else { return nil }
    guard let id = ID<Thing>(asked) else { throw HTTPError(.badRequest) }
    return id
  }
}

extension Website {
  /// What a page is written with: the contract's zone when there is one, else Paris.
  func frame(_ request: Request, _ terms: Terms? = nil) -> Frame {
    var shell = shell(of: request)
    if let terms { shell.formats.zone = terms.contract.zone }
    return Frame(shell: shell)
  }
}
