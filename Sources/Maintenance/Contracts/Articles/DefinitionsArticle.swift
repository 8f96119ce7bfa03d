extension Contract {
  /// Comes second; defines only the terms that `words`, or another definition, uses.
  func definitionsArticle(usedIn words: String) -> ArticleDraft {
    ArticleDraft(
      "definitions", "Définitions et interprétation",
      basis: "Code civil, art. 1119 et 1190"
    ) {
      ClauseDraft(
        "termes",
        [
          .text("Dans le Contrat, les termes suivants ont le sens qui leur est donné ici :"),
          .items(used(in: words).map { "\($0.term) : \($0.meaning) ;" }.asFinalList),
        ])
      ClauseDraft(
        "documents",
        """
        Le Contrat est formé des présents articles et de leurs annexes. En cas de contradiction, \
        les articles l'emportent sur les annexes. Les conditions générales d'une Partie n'en font \
        pas partie, sauf acceptation écrite, et ne prévalent jamais sur lui. Un délai en jours, \
        mois ou années se compte en jours civils, sauf mention de jours ouvrés.
        """)
      ClauseDraft("couverture", coverageBlocks)
    }
  }

  private func used(in words: String) -> [Definition] {
    var used = definitions.map { $0.isUsed(in: words) || $0.isUsed(in: coverageWords) }
    // A definition may call another one: each turn adds at least one, or the search is over.
    for _ in definitions {
      let before = used
      for (index, definition) in definitions.enumerated() where !used[index] {
        used[index] = zip(definitions, before).contains { other, isUsed in
          isUsed && definition.isUsed(in: other.meaning.words)
        }
      }
      if used == before { break }
    }
    return zip(definitions, used).filter(\.1).map(\.0)
  }

  private var coverageWords: String {
    coverageBlocks.map(\.words).joined(separator: "\n")
  }

  private var definitions: [Definition] {
    [
      Definition(
        "Contournement", ["contournement"],
        "remise en service provisoire, sans correction de la cause"),
      Definition(
        "Données personnelles", ["Données personnelles"],
        "toute information se rapportant à une personne physique identifiée ou identifiable"),
      Definition(
        "Forfait", ["Forfait", "forfait"],
        "prix périodique convenu pour les prestations qu'il comprend"),
      Definition(
        "Heures ouvrées", ["Heures ouvrées"],
        "plages d'ouverture du support, fixées à \(clause: "support.heures")"),
      Definition(
        "Intervention sur site", ["intervention sur site"],
        "arrivée d'un technicien sur le Site concerné"),
      Definition(
        "Jour ouvré", ["Jour ouvré", "jour ouvré", "jours ouvrés"],
        "jour où le support est ouvert, hors jours fériés du Site et jours de fermeture"),
      Definition(
        "Livrables", ["Livrables", "Livrable"],
        "documents, scripts, configurations et rapports remis au Client"),
      Definition(
        "Parc", ["Parc"],
        "ensemble des équipements et logiciels couverts, décrit à \(annex: "parc")"),
      Definition(
        "Prise en charge", ["prise en charge :"],
        "début du traitement du Ticket par un technicien, qui en informe le Client"),
      Definition(
        "Registre", ["Registre"],
        "registre des actes tenu par le Prestataire, décrit à \(clause: "preuve.registre")"),
      Definition(
        "Rétablissement", ["rétablissement"],
        """
        retour du service à son fonctionnement normal, ou à un fonctionnement que le Client \
        accepte
        """
      ),
      Definition(
        "Site", ["Site", "Sites"],
        "lieu du Client couvert par le Contrat, désigné à \(clause: "perimetre.sites")"),
      Definition(
        "Ticket", ["Ticket", "Tickets"],
        "enregistrement numéroté et horodaté d'une demande ou d'une alerte"),
    ]
  }
}

/// A term of the contract; `forms` are the spellings that show it is used.
private struct Definition {
  let term: String
  let forms: [String]
  let meaning: Passage

  init(_ term: String, _ forms: [String], _ meaning: Passage) {
    self.term = term
    self.forms = forms
    self.meaning = meaning
  }

  func isUsed(in words: String) -> Bool {
    forms.contains { words.contains($0) }
  }
}
