extension Contract {
  func addPersonalData(to list: inout CommitmentList) {
    guard let data = personalData else { return }
    let key = "donnees"
    func add(
      _ part: String, _ label: String, _ value: (any Stated)?, _ gain: Commitment.Gain? = nil
    ) {
      list.add("\(key).\(part)", key, "Données personnelles : \(label)", value, gain)
    }
    add("role", "rôle", Named(data.role))
    add("finalites", "finalités", data.purposes.joined(separator: ", "))
    add("categories", "catégories", data.categories.joined(separator: ", "))
    add("personnes", "personnes", data.subjects.joined(separator: ", "))
    for (index, processor) in data.processors.enumerated() {
      let parts = [processor.name, processor.country, processor.purpose, processor.safeguard]
      add(
        "sous_traitants.\(processor.name.isEmpty ? "\(index)" : processor.name)",
        "sous-traitant \(processor.name)",
        (["déclaré"] + parts).compactMap { $0 }.joined(separator: ", "))
    }
    add("autorisation", "autorisation des sous-traitants", Named(data.authorization))
    add("opposition", "délai d'opposition", data.objectionDelay, .moreForClient)
    add("mesures", "mesures de sécurité", data.measures.joined(separator: ", "))
    add("localisation", "localisation", data.location)
    add("audit", "préavis d'audit", data.auditNotice, .lessForClient)
    add("dpo", "délégué à la protection", data.protectionOfficer.map { "désigné " + $0.line })
    add("journaux", "conservation des journaux", data.logRetention)
    add("violation", "annonce d'une violation", data.breachNotice, .lessForClient)
    add("fin", "sort à la fin", data.fateAtEnd.map(spelled))
    add("effacement", "délai d'effacement", data.erasureDelay, .lessForClient)
    add("statistiques", "statistiques internes", data.statistics.map(spelled))
  }

  func addProperty(to list: inout CommitmentList) {
    guard let property else { return }
    let key = "propriete"
    func add(
      _ part: String, _ label: String, _ value: (any Stated)?, _ gain: Commitment.Gain? = nil
    ) {
      list.add("\(key).\(part)", key, "Propriété : \(label)", value, gain)
    }
    add("present", "régime", "écrit")
    add("materiel", "matériel", property.hardwareOwner.map(spelled))
    add("livrables", "livrables", property.deliverables.map(spelled))
    add("ventes", "vente de matériel", property.sellsHardware ? true : nil)
    add("reserve", "réserve de propriété", property.retainsTitle)
    add("risques", "transfert des risques", property.riskPasses.map(spelled))
    if let rights = property.rights {
      add("droits", "droits cédés", "écrits")
      add("droits.etendue", "étendue des droits", rights.extent)
      add("droits.usage", "usage des droits", rights.purpose)
      add("droits.territoire", "territoire des droits", rights.territory)
      add("droits.duree", "durée des droits", rights.duration)
    }
    guard let loan = property.loan else { return }
    add("pret", "prêt de matériel", "prévu")
    add("pret.etat", "état contradictoire du prêt", loan.jointStatement)
    add("pret.restitution", "restitution du prêt", loan.returned)
    add("pret.apres", "prêt après", loan.after, .lessForClient)
    add("pret.equipements", "équipements prêtés", loan.items.joined(separator: ", "))
    add("pret.assurance", "prêt assuré par le client", loan.isInsuredByClient ? true : nil)
  }

  func addSideClauses(to list: inout CommitmentList) {
    if let work = subcontracting {
      let key = "sous_traitance"
      list.add(key, key, "Sous-traitance", Named(work.mode))
      list.add("\(key).delai", key, "Sous-traitance : délai d'accord", work.consentDelay)
      for (index, other) in work.subcontractors.enumerated() {
        list.add(
          "\(key).\(index)", key, "Sous-traitant \(index + 1)",
          ["déclaré", other.name, other.siren ?? "", other.purpose].filter { !$0.isEmpty }
            .joined(separator: ", "))
      }
    }
    if let clause = nonSolicitation {
      let key = "non_sollicitation"
      list.add(key, key, "Non-sollicitation réciproque", clause.isMutual)
      list.add("\(key).duree", key, "Non-sollicitation après la fin", clause.afterEnd)
      list.add("\(key).indemnite", key, "Non-sollicitation : indemnité", clause.indemnity)
    }
    if let followUp {
      let key = "suivi"
      list.add(key, "obligations_prestataire", "Suivi", "prévu")
      if let report = followUp.report {
        list.add("\(key).rapport", "obligations_prestataire", "Rapport", Named(report.period))
        list.add(
          "\(key).rapport.delai", "obligations_prestataire", "Rapport : délai", report.delay,
          .lessForClient)
      }
      for committee in followUp.committees {
        list.add(
          "\(key).\(committee.id)", "obligations_prestataire",
          "Comité « \(spelled(committee.id)) »",
          [committee.recurrence.french, committee.purpose].filter { !$0.isEmpty }
            .joined(separator: ", "))
      }
    }
    if let hardship {
      list.add("imprevision", "force_majeure", "Imprévision", Named(hardship.risk))
      list.add("imprevision.delai", "force_majeure", "Imprévision : délai", hardship.delay)
    }
    addPublicContract(to: &list)
    for article in ownArticles {
      let name = "Article « \(named(article.title, article.id)) »"
      list.add("articles.\(article.id).titre", article.id, name, article.title)
      list.add("articles.\(article.id)", article.id, "\(name) : texte", article.text)
      list.add("articles.\(article.id).apres", article.id, "\(name) : placé après", article.after)
    }
    for (index, finding) in acceptedFindings.enumerated() {
      list.add(
        "constats.\(index)", "preuve", "Constat accepté \(finding.rule)",
        ([finding.reason, finding.path, finding.by, finding.day?.french, finding.rule] as [String?])
          .compactMap { $0 }.joined(separator: ", "))
    }
  }

  private func addPublicContract(to list: inout CommitmentList) {
    guard let terms = publicContract else { return }
    let key = "marche_public"
    func add(
      _ part: String, _ label: String, _ value: (any Stated)?, _ gain: Commitment.Gain? = nil
    ) {
      list.add("\(key).\(part)", key, "Marché public : \(label)", value, gain)
    }
    add("ccag", "cahier des clauses", Named(terms.generalTerms))
    add("numero", "numéro", terms.number)
    add("lot", "lot", terms.lot)
    if let test = terms.fitnessTest {
      add("va", "vérification d'aptitude", test.delay?.french ?? "sans délai")
      add("va.critere", "critère d'aptitude", test.criterion)
    }
    if let test = terms.regularityTest {
      add("vsr", "vérification de service régulier", test.duration?.french ?? "sans durée")
      add(
        "vsr.seuil", "indisponibilité admise", Percent(test.downtimeLimit), .lessForClient)
      add("vsr.decision", "décision après la VSR", test.decision)
    }
    if let admission = terms.admission {
      add("admission", "décision", admission.decision?.french ?? "sans délai")
      add("admission.silence", "silence", Named(admission.silence))
      add("admission.ajournement", "ajournement", admission.postponement)
      add("admission.refaction", "réfaction", admission.allowsReduction)
      add("admission.enlevement", "enlèvement", admission.removal)
    }
    add("exoneration", "exonération de pénalités", terms.penaltyExemption, .lessForClient)
  }
}
