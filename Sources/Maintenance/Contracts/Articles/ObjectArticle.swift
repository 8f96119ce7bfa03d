extension Contract {
  var objectArticle: ArticleDraft {
    ArticleDraft(
      "objet", "Objet",
      basis: "Code civil, art. 1112-1, 1163, 1710 et 1779"
    ) {
      ClauseDraft(
        "nature",
        [
          .text(natureText), .items(coveredNatures.asFinalList),
          .text("Toute autre demande suit les règles de \(clause: "definitions.couverture")."),
        ])
      addedObjectClauses
      if let needs {
        ClauseDraft(
          "besoins",
          """
          Besoins exprimés par le Client avant la conclusion, au vu desquels le Prestataire a \
          conseillé et proposé les prestations : « \(needs.asPhrase) ».
          """)
      }
      if !requirements.isEmpty { specificationClause }
      if let entryInventory { ClauseDraft("etat_des_lieux", inventoryText(entryInventory)) }
    }
  }

  private var natureText: Passage {
    let named = MaintenanceKind.allCases.filter(kinds.contains).map(\.french)
    let forms = named.count > 1 ? "sous les formes suivantes" : "sous la forme suivante"
    let kindsText = named.isEmpty ? "maintenance informatique" : frenchList(named)
    return """
      Le Client confie au Prestataire, qui l'accepte, la maintenance de son système d'information \
      \(forms) : \(kindsText). Le Contrat comprend, pour les Sites et le Parc définis à \
      \(article: "perimetre") :
      """
  }

  /// The same rule as the coverage decision follows.
  private var coveredNatures: [Passage] {
    var natures: [Passage] = ["le conseil, en toutes circonstances ;"]
    if kinds.contains(.preventive) || !operations.isEmpty {
      natures.append("les opérations planifiées de \(article: "operations") ;")
    }
    if !kinds.isDisjoint(with: [.corrective, .managed, .application]) {
      natures.append(
        """
        le traitement des incidents : panne matérielle, défaut d'un logiciel, atteinte à la \
        sécurité ;
        """)
    }
    if kinds.contains(.adaptive) {
      natures.append("l'adaptation à ce qui change autour du Parc : versions, normes, lois ;")
    }
    if kinds.contains(.perfective) {
      natures.append("les évolutions que le Client demande, sur devis ou au prix convenu ;")
    }
    if kinds.contains(.application) {
      natures.append("le maintien en condition opérationnelle des applications du périmètre ;")
    }
    if kinds.contains(.support) {
      natures.append("l'assistance aux utilisateurs dans l'usage de leurs outils ;")
    }
    if kinds.contains(.managed) {
      natures.append(
        "les demandes courantes d'administration et les installations dans le Parc ;")
    }
    return natures
  }

  private func inventoryText(_ inventory: EntryInventory) -> Passage {
    let day = inventory.day.map { " du \($0.french)" } ?? ""
    let proof: Passage =
      inventory.isSigned
      ? "a été dressé contradictoirement et signé par les Parties"
      : "est dressé contradictoirement et signé par les Parties avant la prise d'effet"
    var text: Passage = """
      L'état des lieux\(day) décrit le Parc à l'entrée dans le Contrat. Il \(proof) ; il fait foi \
      de l'état initial.
      """
    if inventory.reservations.isEmpty {
      text += " Il ne comporte aucune réserve."
    } else {
      let reservations = inventory.reservations.map(\.asPhrase).joined(separator: " ; ")
      text += " Réserves : \(reservations)."
    }
    return text
  }
}
