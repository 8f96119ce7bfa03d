/// A fact of the contract that calls for an advice, with what can be said of it beforehand.
package struct AdviceOccasion: Hashable, Sendable {
  package var origin: Advice.Origin
  package var thing: String
  /// In French, the contract's language; the person who advises goes on from it.
  package var fact: String
}

extension Terms {
  /// How far ahead ends of support and of warranty are told, in days.
  private static let occasionDays = 365

  /// Machines out of support or warranty or soon to be, and reservations of the entry inventory.
  package func adviceOccasions(on today: Day) -> [AdviceOccasion] {
    let assets = contract.scope.groups.flatMap(\.assets).compactMap { asset in
      occasion(asset, end: asset.supportEnd, of: "le constructeur ne corrige", today)
        ?? occasion(asset, end: asset.warrantyEnd, of: "la garantie ne couvre", today)
    }
    let reserves = (contract.entryInventory?.reservations ?? []).map { text in
      let thing = String(text.prefix { $0 != ":" }).trimmed
      return AdviceOccasion(
        origin: Advice.Origin(.inventory, text), thing: thing.isEmpty ? text : thing,
        fact: "L’état des lieux relève : \(text).")
    }
    return assets + reserves
  }

  private func occasion(
    _ asset: Asset, end: Day?, of what: String, _ today: Day
  ) -> AdviceOccasion? {
    guard let end, end <= today + Terms.occasionDays else { return nil }
    let name = asset.label.isEmpty ? asset.id : asset.label
    let place = contract.scope.sites.first { $0.id == asset.site }.map { " (\($0.name))" } ?? ""
    let serial = asset.serialNumber.map { ", n° \($0)" } ?? ""
    return AdviceOccasion(
      origin: Advice.Origin(.asset, asset.id), thing: name,
      fact: "\(name)\(serial)\(place) : \(what) plus \(end < today ? "depuis" : "à partir") "
        + "\(end < today ? "le" : "du") \(end.french).")
  }
}

extension String {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
