extension Contract {
  /// Programs of the scope, and where the groups stand.
  @ClauseList
  var addedScopeClauses: [ClauseDraft] {
    if !scope.software.isEmpty {
      ClauseDraft(
        "logiciels",
        [
          .text("Le périmètre comprend les logiciels suivants :"),
          .items(scope.software.map { "\(softwareText($0)) ;" }.asFinalList),
        ])
    }
  }

  private func softwareText(_ software: Software) -> Passage {
    let parts: [String?] = [
      (software.name.isEmpty ? "" : "\(software.name.asPhrase) ") + "(\(software.id))",
      software.version.map { "version \($0)" }, software.publisher.map { "éditeur \($0)" },
      software.supportEnd.map { "maintenu par son éditeur jusqu'au \($0.french)" },
      software.licences.map { "\($0.french) licences" },
      software.licensee.map { "titulaire des licences : \(spelled($0.rawValue))" },
    ]
    return "\(parts.compactMap { $0 }.joined(separator: ", "))"
  }

  /// Where a group is, and under which plan, after the table of the fleet.
  var fleetDetails: [BlockDraft] {
    let lines: [Passage] = scope.groups.compactMap { group in
      let places = group.countsBySite.keys.sorted().map { site in
        "\(siteName(site)) : \((group.countsBySite[site] ?? 0).french)"
      }
      let plan = group.plan.map { "formule « \(spelled($0)) »" }
      let parts = places + [plan].compactMap { $0 }
      guard !parts.isEmpty else { return nil }
      return "\(groupName(group)), \(parts.joined(separator: ", ")) ;"
    }
    return lines.isEmpty ? [] : [.items(lines.asFinalList)]
  }

  /// The equipment listed one by one.
  var inventoryBlocks: [BlockDraft] {
    let rows: [[Passage]] = scope.groups.flatMap { group in
      group.assets.map { asset in
        let name = [asset.label, asset.model].compactMap { $0 }.filter { !$0.isEmpty }
        let dates = [
          asset.warrantyEnd.map { "garantie \($0.french)" },
          asset.supportEnd.map { "support \($0.french)" },
          asset.owner.map { "propriété : \(spelled($0.rawValue))" },
        ].compactMap { $0 }
        return [
          "\(asset.id)", "\(name.joined(separator: ", "))", "\(asset.serialNumber ?? "")",
          "\(asset.site.map(siteName) ?? "")", "\(dates.joined(separator: ", "))",
        ]
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        [["Repère", "Équipement", "Numéro de série", "Site", "Échéances et propriété"]] + rows)
    ]
  }

  /// Ways and delays of the sites that have their own.
  var siteDetails: [BlockDraft] {
    let lines: [Passage] = scope.sites.compactMap { site in
      let parts: [String?] = [
        site.address.map { "adresse : \($0.line)" },
        site.calendar.map { "heures « \(spelled($0)) »" },
        site.customaryDays.isEmpty
          ? nil
          : "jours coutumiers fermés : \(frenchList(site.customaryDays.map(\.holiday.french)))",
        site.hasRemoteAccess.map { $0 ? "accessible à distance" : "sans accès à distance" },
        site.onSiteDelay.map { "intervention sur place en \($0.french)" },
      ]
      let words = parts.compactMap { $0 }
      guard !words.isEmpty else { return nil }
      return "\(siteName(site.id)) (\(site.id)) : \(words.joined(separator: ", ")) ;"
    }
    return lines.isEmpty ? [] : [.items(lines.asFinalList)]
  }

  private func siteName(_ id: String) -> String {
    scope.sites.first { $0.id == id }.map { named($0.name, id) } ?? spelled(id)
  }

  func groupName(_ group: AssetGroup) -> String {
    (group.label ?? spelled(group.id)).asSentence.asPhrase
  }

  func operationDetails(_ operation: PlannedOperation) -> Passage {
    var text: Passage = ""
    if !operation.sites.isEmpty {
      text += " Sites concernés : \(frenchList(operation.sites.map(siteName)))."
    }
    switch operation.isOnSite {
    case true?: text += " Elle est exécutée sur place."
    case false?: text += " Elle est exécutée à distance."
    case nil: break
    }
    if operation.isOutOfHours { text += " Elle est exécutée hors des Heures ouvrées." }
    if operation.isBilledApart { text += " Elle est facturée en sus des forfaits." }
    return text
  }
}
