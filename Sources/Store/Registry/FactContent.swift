import Maintenance
import Register

extension Datum {
  /// As the register spells it.
  var canonical: CanonicalJSON {
    switch self {
    case .text(let value): .text(value)
    case .integer(let value): .integer(value)
    case .flag(let value): .flag(value)
    case .list(let values): .list(values.map(\.canonical))
    case .fields(let fields): .fields(fields.mapValues(\.canonical))
    }
  }

  init(_ json: CanonicalJSON) {
    self =
      switch json {
      case .text(let value): .text(value)
      case .integer(let value): .integer(value)
      case .flag(let value): .flag(value)
      case .list(let values): .list(values.map(Datum.init))
      case .fields(let fields): .fields(fields.mapValues(Datum.init))
      }
  }
}

extension Actor {
  var canonical: CanonicalJSON {
    .fields(["name": .text(name), "side": .text(side.rawValue)])
  }

  init?(_ json: CanonicalJSON) {
    guard let name = json["name"]?.text, let side = json["side"]?.text.flatMap(Side.init) else {
      return nil
    }
    self.init(side: side, name: name)
  }
}

extension Subject {
  /// As entry headers name it: `ticket/01k9…`.
  var name: String { "\(kind.rawValue)/\(ID<Subject>(number: id).text)" }
}
