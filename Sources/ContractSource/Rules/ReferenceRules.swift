import Maintenance

/// Identifiers within the file: each once, and each one cited exists.
enum ReferenceRules {
  static let all = [unknown, repeated]

  static let unknown = Rule("REF-01", .error, basis: FormatFault.basis) { examination in
    let cited = Citations(examination)
    return Citations.Kind.allCases.flatMap { kind in
      unknownAmong(cited.places[kind] ?? [], known: kind.known(in: examination.contract), kind)
    }
  }

  private static func unknownAmong(
    _ cited: [Citations.Place], known: [String], _ kind: Citations.Kind
  ) -> [Remark] {
    let all = Set(known)
    let shown = Array(known.prefix(100))
    return cited.filter { !all.contains($0.id) }.prefix(FindingLog.maximumFindings).map {
      Remark(
        path: $0.path, message: "« \(clipped($0.id)) » ne désigne \(kind.rawValue)",
        help: nearest(to: $0.id, among: shown).map { "Vouliez-vous écrire « \($0) » ?" },
        readingAlso: [kind.chapter])
    }
  }

  static let repeated = Rule("REF-02", .error, basis: FormatFault.basis) { examination in
    let contract = examination.contract
    let lists: [(path: String, key: String, ids: [String])] = [
      ("documents", "id", contract.documents.map(\.id)),
      ("objet.cahier_des_charges", "id", contract.requirements.map(\.id)),
      ("perimetre.sites", "id", contract.scope.sites.map(\.id)),
      ("perimetre.parc", "groupe", contract.scope.groups.map(\.id)),
      ("perimetre.logiciels", "id", contract.scope.software.map(\.id)),
      ("perimetre.exclusions", "id", contract.scope.exclusions.map(\.id)),
      ("operations", "id", contract.operations.map(\.id)),
      ("support.plages_etendues", "id", contract.support.extendedHours.map(\.id)),
      ("niveaux_de_service.formules", "id", contract.serviceLevels.plans.map(\.id)),
      ("client.obligations", "id", contract.clientDuties.map(\.id)),
      ("suivi.comites", "id", contract.followUp?.committees.map(\.id) ?? []),
      ("prix.forfait", "id", contract.price.fees.map(\.id)),
      ("prix.options", "id", contract.price.options.map(\.id)),
      ("prix.tickets", "id", contract.price.tickets.map(\.id)),
      ("prix.frais", "id", contract.price.oneOffFees.map(\.id)),
      ("prix.remises", "id", contract.price.rebates.map(\.id)),
      ("prix.hors_forfait.profils", "id", contract.price.timeAndMaterials?.skills.map(\.id) ?? []),
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
