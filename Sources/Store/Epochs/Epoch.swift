/// How many times this register went on from an older copy, counted from 1.
///
/// A log's origin says it (`…/g/2`, `…/r/m2….2`; `…/r/m2…` in the first), so that no head signed
/// after a loss can contradict one signed before it.
struct Epoch: Hashable, Comparable {
  let number: Int64

  /// The kind of the fact with which an epoch begins.
  static let lossKind = DeclaredLoss.factKind

  /// The kinds of facts with which an epoch begins.
  static let firstKinds: Set = [lossKind, KeyChange.revokedKind]

  init(number: Int64) { self.number = number }

  /// Reads it from the end of any origin of the register.
  init(of origin: String) {
    let name = origin.drop { $0 != "/" }
    let mark = name.hasPrefix("/g/") ? name.lastIndex(of: "/") : name.lastIndex(of: ".")
    let digits = name[(mark ?? name.endIndex)...].dropFirst()
    number = Int64(digits) ?? 1
  }

  static func < (left: Epoch, right: Epoch) -> Bool { left.number < right.number }

  var next: Epoch { Epoch(number: number + 1) }

  /// The origin of the same log in this epoch.
  func origin(after origin: String) -> String {
    let house = LogRow.house(of: origin)
    guard !origin.dropFirst(house.count).hasPrefix("/g/") else { return "\(house)/g/\(number)" }
    let log = Epoch.log(of: origin)
    return number == 1 ? log : "\(log).\(number)"
  }

  /// What the origins of an agreement's log share, whatever the epoch.
  static func log(of origin: String) -> String {
    String(origin.lastIndex(of: ".").map { origin[..<$0] } ?? origin[...])
  }
}
