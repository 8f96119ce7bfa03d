extension Contract {
  var propertyArticle: ArticleDraft {
    ArticleDraft(
      "propriete", "Propriété et transfert",
      basis: "Code de la propriété intellectuelle, art. L111-1, L122-6-1 et L131-3"
    ) {
      ClauseDraft("materiel", hardwareText)
      ClauseDraft("livrables", deliverablesText)
      ClauseDraft(
        "moyens",
        """
        Le Prestataire conserve la propriété de ses outils, méthodes et savoir-faire antérieurs ou \
        généraux ; le Client en use, à titre non exclusif, dans la seule mesure nécessaire à \
        l'usage des Livrables.
        """)
      addedPropertyClauses
      if let loan = property?.loan { ClauseDraft("pret", loanText(loan)) }
      ClauseDraft(
        "acces",
        """
        Les comptes d'administration, mots de passe, noms de domaine et licences acquis pour le \
        compte du Client lui appartiennent et lui sont remis à première demande.
        """)
    }
  }

  private var hardwareText: Passage {
    switch property?.hardwareOwner {
    case "prestataire":
      """
      Les équipements que le Prestataire met à disposition restent sa propriété ; le Client en a \
      la garde et les restitue à la fin du Contrat. Les autres équipements du Parc appartiennent \
      au Client.
      """
    case nil, "client":
      """
      Les équipements et logiciels du Parc restent la propriété du Client ou de ses fournisseurs. \
      Une pièce remplacée au titre du Contrat devient sa propriété lors de sa pose, sauf prix \
      resté dû.
      """
    case .some(let owner):
      "Propriété des équipements du Parc : \(spelled(owner).asPhrase)."
    }
  }

  private var deliverablesText: Passage {
    switch property?.deliverables {
    case "cession_au_paiement":
      """
      À compter du paiement complet de leur prix, le Prestataire cède au Client, à titre exclusif, \
      les droits d'exploitation des Livrables (scripts, documentations, configurations et \
      rapports) : reproduction, adaptation, traduction et usage, sur tout support, pour les \
      besoins de son activité et de ses successeurs, en tout lieu et pour la durée légale des \
      droits.
      """
    case nil, "licence":
      """
      Le Prestataire concède au Client, à titre non exclusif, le droit de reproduire, d'adapter \
      et d'utiliser les Livrables (scripts, documentations, configurations et rapports) pour les \
      besoins de son activité, en tout lieu et pour la durée légale des droits.
      """
    case .some(let terms):
      "Droits sur les Livrables du Contrat : \(spelled(terms).asPhrase)."
    }
  }

  private func loanText(_ loan: Property.Loan) -> Passage {
    var text: Passage = """
      Le matériel prêté au Client pendant une réparation reste la propriété du Prestataire et \
      n'est pas modifié.
      """
    if loan.jointStatement {
      text += " Son état est constaté contradictoirement à la remise et au retour."
    }
    if let returned = loan.returned {
      text += """
         Il est restitué au plus tard \(returned.french) après la fin de la réparation, et dans le \
        même délai à la fin du Contrat.
        """
    }
    return text + loanDetails(loan)
  }
}
