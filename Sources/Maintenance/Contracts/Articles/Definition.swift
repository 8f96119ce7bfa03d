/// A term of the contract; `forms` are the spellings that show it is used.
struct Definition {
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

extension Contract {
  /// Every term that the library may use, in alphabetical order.
  var definitions: [Definition] {
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
        "Prise en charge", ["prise en charge"],
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
        "RGPD", ["RGPD"],
        """
        règlement (UE) 2016/679 du 27 avril 2016, relatif à la protection des personnes physiques \
        à l'égard du traitement des données à caractère personnel
        """),
      Definition(
        "Site", ["Site", "Sites"],
        "lieu du Client couvert par le Contrat, désigné à \(clause: "perimetre.sites")"),
      Definition(
        "Ticket", ["Ticket", "Tickets"],
        "enregistrement numéroté et horodaté d'une demande ou d'une alerte"),
    ]
  }
}
