extension Contract {
  var fleetAnnex: AnnexDraft {
    AnnexDraft(
      id: "parc", title: "Parc et sites",
      blocks: siteBlocks + siteDetails + groupBlocks + fleetDetails + inventoryBlocks)
  }

  private var siteBlocks: [BlockDraft] {
    guard !scope.sites.isEmpty else { return [.text("Aucun Site n'est couvert.")] }
    let rows: [[Passage]] = scope.sites.map { site in
      let zone = site.travelZone.map { "zone \($0.french)" } ?? "sans zone"
      return [
        "\(named(site.name, site.id))", "\(site.holidays.french)",
        "\(zone)",
      ]
    }
    return [.table([["Site", "Jours fériés", "Déplacement"]] + rows)]
  }

  private var groupBlocks: [BlockDraft] {
    guard !scope.groups.isEmpty else { return [.text("Le Parc est vide à la prise d'effet.")] }
    let rows: [[Passage]] = scope.groups.map { group in
      [
        "\(groupName(group))", "\(group.count)",
        "\(group.criticality.french)",
      ]
    }
    return [.table([["Équipements", "Nombre", "Criticité"]] + rows)]
  }
}
