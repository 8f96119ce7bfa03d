extension Contract {
  func addScope(to list: inout CommitmentList) {
    scope.sites.forEach { addSite($0, to: &list) }
    scope.groups.forEach { addGroup($0, to: &list) }
    for software in scope.software {
      let key = "perimetre.logiciels.\(software.id)"
      let name = "Logiciel « \(software.name.isEmpty ? software.id : software.name) »"
      list.add(key, "perimetre.parc", name, software.name.isEmpty ? software.id : software.name)
      list.add("\(key).version", "perimetre.parc", "\(name) : version", software.version)
      list.add("\(key).editeur", "perimetre.parc", "\(name) : éditeur", software.publisher)
      list.add(
        "\(key).fin_support", "perimetre.parc", "\(name) : fin de support", software.supportEnd)
      list.add("\(key).licences", "perimetre.parc", "\(name) : licences", software.licences)
      list.add(
        "\(key).titulaire", "perimetre.parc", "\(name) : titulaire", Named(software.licensee))
    }
    if let change = scope.fleetChange {
      let key = "perimetre.evolution"
      list.add("\(key).ajout", key, "Ajout d'équipement", Named(change.addition))
      list.add("\(key).retrait", key, "Retrait d'équipement", Named(change.removal))
      list.add(
        "\(key).tolerance", key, "Tolérance du parc", change.tolerance, .moreForClient)
    }
    for exclusion in scope.exclusions {
      let key = "exclusions.\(exclusion.id)"
      list.add(key, key, "Exclusion « \(spelled(exclusion.id)) »", exclusion.text)
      list.add(
        "\(key).suite", key, "Exclusion « \(spelled(exclusion.id)) » : suite",
        Named(exclusion.consequence))
    }
    addBackup(to: &list)
  }

  private func addSite(_ site: Site, to list: inout CommitmentList) {
    let key = "perimetre.sites.\(site.id)"
    let clause = "perimetre.sites"
    let name = "Site « \(site.name.isEmpty ? site.id : site.name) »"
    list.add(key, clause, name, site.name.isEmpty ? site.id : site.name)
    list.add("\(key).adresse", clause, "\(name) : adresse", site.address?.line)
    list.add("\(key).jours_feries", clause, "\(name) : jours fériés", Named(site.holidays))
    list.add(
      "\(key).jours_coutumiers", clause, "\(name) : jours coutumiers fermés",
      site.customaryDays.isEmpty ? nil : frenchList(site.customaryDays.map(\.holiday.french)))
    list.add("\(key).zone", clause, "\(name) : zone de déplacement", site.travelZone)
    list.add("\(key).calendrier", clause, "\(name) : calendrier", site.calendar)
    list.add("\(key).acces_distant", clause, "\(name) : accès distant", site.hasRemoteAccess)
    list.add(
      "\(key).delai_sur_site", clause, "\(name) : délai sur site", site.onSiteDelay,
      .lessForClient)
  }

  private func addGroup(_ group: AssetGroup, to list: inout CommitmentList) {
    let key = "perimetre.parc.\(group.id)"
    let clause = "perimetre.parc"
    let name = "Parc « \(group.label ?? spelled(group.id)) »"
    list.add(key, clause, name, group.count)
    list.add("\(key).criticite", clause, "\(name) : criticité", Named(group.criticality))
    list.add("\(key).designation", clause, "\(name) : désignation", group.label)
    list.add("\(key).formule", clause, "\(name) : formule", group.plan)
    for site in group.countsBySite.keys.sorted() {
      list.add("\(key).\(site)", clause, "\(name) au site \(site)", group.countsBySite[site])
    }
    for asset in group.assets {
      let parts = [
        asset.label, asset.model, asset.serialNumber.map { "n° \($0)" }, asset.site,
        asset.warrantyEnd.map { "garantie jusqu'au \($0.french)" },
        asset.supportEnd.map { "support jusqu'au \($0.french)" },
        asset.owner.map { "propriété : \($0.rawValue)" }, asset.label.isEmpty ? asset.id : nil,
      ]
      list.add(
        "\(key).equipements.\(asset.id)", clause, "\(name) : équipement \(asset.id)",
        parts.compactMap { $0 }.joined(separator: ", "))
    }
  }

  private func addBackup(to list: inout CommitmentList) {
    guard let backup = scope.backup else { return }
    let key = "perimetre.sauvegarde"
    list.add("\(key).responsable", key, "Responsable des sauvegardes", Named(backup.responsible))
    list.add("\(key).frequence", key, "Fréquence des sauvegardes", backup.frequency)
    list.add(
      "\(key).rpo", key, "Perte de données maximale", backup.recoveryPoint, .lessForClient)
    list.add("\(key).rto", key, "Délai de restauration", backup.recoveryTime, .lessForClient)
    list.add("\(key).test", key, "Test de restauration", backup.test)
    list.add(
      "\(key).mise_en_garde", key, "Mise en garde sur les sauvegardes conservée",
      when: backup.warningKept)
  }
}
