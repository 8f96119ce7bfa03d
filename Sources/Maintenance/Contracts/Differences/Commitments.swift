extension Contract {
  /// Everything that the contract commits to, in its order.
  ///
  /// Two contracts are equal exactly when their commitments are: a test walks every field.
  package var commitments: [Commitment] {
    var list = CommitmentList()
    addHeading(to: &list)
    addParty(provider, "parties.prestataire", "Prestataire", to: &list)
    addParty(client, "parties.client", "Client", to: &list)
    addObject(to: &list)
    addScope(to: &list)
    addOperations(to: &list)
    addSupport(to: &list)
    addServiceLevels(to: &list)
    addPrices(to: &list)
    addPriceTerms(to: &list)
    addPayment(to: &list)
    addTerm(to: &list)
    addClauses(to: &list)
    addSideClauses(to: &list)
    return list.commitments
  }

  private func addHeading(to list: inout CommitmentList) {
    list.add("reference", "objet", "Référence", reference)
    list.add("intitule", "objet", "Intitulé", title)
    list.add("fuseau", "support.heures", "Fuseau horaire", Named(zone))
    if let amendment {
      let number = amendment.number.map { "n° \($0)" } ?? "sans numéro"
      list.add("avenant", "objet", "Avenant", number)
      list.add("avenant.effet", "objet", "Avenant : prise d'effet", amendment.effective)
      list.add("avenant.objet", "objet", "Avenant : objet", amendment.purpose)
    }
    for document in documents {
      let key = "documents.\(document.id)"
      let name = "Document « \(document.title.isEmpty ? document.id : document.title) »"
      list.add(key, "objet", name, Named(document.nature))
      list.add("\(key).titre", "objet", "\(name) : titre", document.title)
      list.add("\(key).date", "objet", "\(name) : date", document.day)
      list.add("\(key).version", "objet", "\(name) : version", document.version)
      list.add("\(key).joint", "objet", "\(name) : joint", when: document.isJoined)
      list.add("\(key).accepte", "objet", "\(name) : accepté", when: document.isAccepted)
      list.add("\(key).siret", "objet", "\(name) : établissement", document.siret)
    }
    list.add("hierarchie", "objet", "Ordre de priorité des documents", list: precedence)
  }

  private func addObject(to list: inout CommitmentList) {
    list.add(
      "objet.maintenance", "objet.nature", "Nature des prestations",
      list: MaintenanceKind.allCases.filter(kinds.contains).map(\.french))
    list.add("objet.besoins", "objet.besoins", "Besoins du client", needs)
    addRequirements(to: &list)
    list.add("conclusion.lieu", "objet", "Lieu de conclusion", Named(conclusion))
    list.add(
      "conclusion.hors_activite", "objet", "Objet hors de l'activité du client",
      isOutsideMainActivity)
    list.add(
      "conclusion.formulaire", "objet", "Formulaire de rétractation joint",
      when: isWithdrawalFormJoined)
    guard let inventory = entryInventory else { return }
    let key = "objet.etat_des_lieux"
    list.add(key, key, "État des lieux", inventory.isSigned ? "signé" : "non signé")
    list.add("\(key).date", key, "État des lieux : date", inventory.day)
    list.add("\(key).reserves", key, "État des lieux : réserves", list: inventory.reservations)
  }

  private func addRequirements(to list: inout CommitmentList) {
    let clause = "objet.cahier_des_charges"
    for requirement in requirements {
      let key = "\(clause).\(requirement.id)"
      let name = "Besoin « \(spelled(requirement.id)) »"
      list.add(key, clause, name, requirement.need)
      list.add(
        "\(key).importance", clause, "\(name) : importance", requirement.importance.rawValue)
      list.add("\(key).exprime_par", clause, "\(name) : exprimé par", requirement.saidBy)
      list.add("\(key).date", clause, "\(name) : exprimé le", requirement.day)
      list.add("\(key).reponse", clause, "\(name) : réponse", requirement.answer)
      list.add(
        "\(key).operations", clause, "\(name) : opérations", list: requirement.operations)
      list.add("\(key).ecarte", clause, "\(name) : écarté", requirement.declined)
    }
  }

  private func addOperations(to list: inout CommitmentList) {
    for operation in operations {
      let key = "operations.\(operation.id)"
      let name = "Opération « \(spelled(operation.id)) »"
      list.add(key, key, name, Named(operation.nature))
      list.add("\(key).recurrence", key, "\(name) : récurrence", operation.recurrence.french)
      list.add("\(key).duree", key, "\(name) : durée", operation.duration)
      list.add("\(key).sur", key, "\(name) : équipements", list: operation.groups)
      list.add("\(key).sites", key, "\(name) : sites", list: operation.sites)
      list.add("\(key).sur_place", key, "\(name) : sur place", operation.isOnSite)
      list.add(
        "\(key).hors_heures", key, "\(name) : hors des heures", when: operation.isOutOfHours)
      list.add(
        "\(key).hors_forfait", key, "\(name) : facturée à part", when: operation.isBilledApart,
        .lessForClient)
      list.add("\(key).liste", key, "\(name) : contrôles", list: operation.checklist)
      list.add("\(key).livrable", key, "\(name) : livrable", operation.deliverable.map(spelled))
      list.add("\(key).critere", key, "\(name) : critère de recette", operation.acceptance?.text)
      list.add("\(key).recette", key, "\(name) : délai de recette", operation.acceptance?.delay)
    }
  }
}
