import Maintenance

/// Identifiers within the file: each once, and each one cited exists.
enum ReferenceRules {
  static let all = [unknown, repeated]

  static let unknown = Rule("REF-01", .error, basis: FormatFault.basis) { examination in
    let contract = examination.contract
    let groups = contract.scope.groups.map(\.id)
    let priorities = contract.serviceLevels.levels.map(\.priority)
    var cited: [(path: String, id: String)] = []
    for (index, operation) in contract.operations.enumerated() {
      for (place, id) in operation.groups.enumerated() {
        cited.append(("operations[\(index)].sur[\(place)]", id))
      }
    }
    for (index, fee) in contract.price.fees.enumerated() {
      if let id = fee.group { cited.append(("prix.forfait[\(index)].sur", id)) }
    }
    if let group = contract.serviceLevels.availability?.group, !group.isEmpty {
      cited.append(("niveaux_de_service.disponibilite.groupe", group))
    }
    let onCall = contract.support.onCall?.priorities ?? []
    return unknownAmong(cited, known: groups, "aucun groupe du parc", place: "perimetre.parc")
      + unknownAmong(
        onCall.enumerated().map { ("support.astreinte.priorites[\($0.offset)]", $0.element) },
        known: priorities, "aucune priorité", place: "niveaux_de_service.priorites")
  }

  private static func unknownAmong(
    _ cited: [(path: String, id: String)], known: [String], _ kind: String, place: String
  ) -> [Remark] {
    let all = Set(known)
    let shown = Array(known.prefix(100))
    return cited.filter { !all.contains($0.id) }.prefix(FindingLog.maximumFindings).map {
      Remark(
        path: $0.path, message: "« \(clipped($0.id)) » ne désigne \(kind)",
        help: nearest(to: $0.id, among: shown).map { "Vouliez-vous écrire « \($0) » ?" },
        readingAlso: [place])
    }

  }

  static let repeated = Rule("REF-02", .error, basis: FormatFault.basis) { examination in
    let contract = examination.contract
    let lists: [(path: String, key: String, ids: [String])] = [
      ("perimetre.sites", "id", contract.scope.sites.map(\.id)),
      ("perimetre.parc", "groupe", contract.scope.groups.map(\.id)),
      ("perimetre.exclusions", "id", contract.scope.exclusions.map(\.id)),
      ("operations", "id", contract.operations.map(\.id)),
      ("client.obligations", "id", contract.clientDuties.map(\.id)),
      ("prix.forfait", "id", contract.price.fees.map(\.id)),
      ("articles", "id", contract.ownArticles.map(\.id)),
    ]
    return lists.flatMap { list in
      var seen: Set<String> = []
      return list.ids.enumerated().flatMap { index, id in
        let path = "\(list.path)[\(index)].\(list.key)"
        return remark(if: id.isEmpty, at: path, "cet élément n’a pas d’identifiant")
          + remark(
            if: !id.isEmpty && !seen.insert(id).inserted, at: path,
            "l’identifiant « \(clipped(id)) » est déjà pris dans cette liste")
      }
    }
  }
}
