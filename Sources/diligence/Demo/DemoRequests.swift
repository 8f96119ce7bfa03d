import Maintenance

/// A request that the demo's clients make again and again, and how it ends.
struct DemoRequest {
  var title: String
  var text: String
  var nature = TicketNature.incident
  /// Position in the contract's impacts and urgencies.
  var impact = 1
  var urgency = 1
  var cause = FailureCause.software
  var workaround: String?
  var ending: String
  var minutes = 25

  static let all = [
    DemoRequest(
      title: "Messagerie indisponible sur un poste",
      text: "La messagerie demande sans cesse le mot de passe depuis ce matin.", impact: 2,
      ending: "Profil de messagerie reconstruit, synchronisation vérifiée avec l’utilisatrice."),
    DemoRequest(
      title: "Imprimante du secrétariat muette",
      text: "Les travaux restent en file d’attente, rien ne sort.", impact: 2, cause: .hardware,
      workaround: "Impressions renvoyées vers l’appareil du couloir.",
      ending: "Galet d’entraînement remplacé, vingt pages d’essai sorties.", minutes: 40),
    DemoRequest(
      title: "Partage de fichiers inaccessible",
      text: "Plus personne n’ouvre le dossier commun, message de délai dépassé.", urgency: 0,
      workaround: "Accès rétabli par le serveur de secours, en lecture seule.",
      ending: "Service relancé, disque plein libéré, alerte d’espace abaissée à 80\u{A0}%.",
      minutes: 75),
    DemoRequest(
      title: "Poste très lent au démarrage",
      text: "Dix minutes avant de pouvoir travailler, le disque tourne sans arrêt.", impact: 2,
      cause: .hardware, ending: "Disque remplacé, données vérifiées, démarrage en vingt secondes.",
      minutes: 90),
    DemoRequest(
      title: "Pièce jointe suspecte ouverte",
      text: "Un courriel de transporteur, la pièce jointe demandait d’activer les macros.",
      urgency: 0, cause: .attack,
      workaround: "Poste isolé du réseau, mots de passe de l’utilisateur changés.",
      ending: "Aucune persistance trouvée, poste réinstallé, filtrage des macros durci.",
      minutes: 150),
    DemoRequest(
      title: "Compte à créer pour une arrivée lundi",
      text: "Nouvelle collègue au service commercial, mêmes droits que l’équipe.",
      nature: .request, impact: 2, urgency: 2, cause: .other,
      ending: "Compte, boîte et accès créés, fiche remise au référent.", minutes: 35),
    DemoRequest(
      title: "Connexion au réseau perdue dans la salle de réunion",
      text: "Le Wi-Fi tombe toutes les cinq minutes pendant les visioconférences.", impact: 1,
      cause: .hardware, workaround: "Câble réseau tiré jusqu’à la table.",
      ending: "Borne remplacée, canal fixé, débit mesuré sur une heure.", minutes: 60),
    DemoRequest(
      title: "Quel écran pour la mise en page ?",
      text: "Nous voulons remplacer deux écrans, lequel conseillez-vous ?", nature: .advice,
      impact: 2, urgency: 2, cause: .other,
      ending: "Deux modèles comparés par écrit, avec prix et garantie.", minutes: 20),
    DemoRequest(
      title: "Sauvegarde de la nuit en échec",
      text: "Le rapport de sauvegarde signale une erreur sur le second serveur.", impact: 1,
      cause: .software, ending: "Agent mis à jour, sauvegarde relancée et restauration d’essai.",
      minutes: 45),
    DemoRequest(
      title: "Site entièrement coupé d’internet",
      text: "Plus aucun accès depuis 8 h 40, ni téléphone.", impact: 0, urgency: 0,
      cause: .thirdParty, workaround: "Routeur de secours 4G mis en service.",
      ending: "Rupture de fibre réparée par l’opérateur, retour sur le lien principal.",
      minutes: 110),
  ]

  /// A request that an article excludes, by that article's id.
  static let excluded = DemoRequest(
    title: "Toner noir à remplacer", text: "Le voyant est rouge depuis hier.", nature: .request,
    impact: 2, urgency: 2, cause: .use,
    ending: "Référence transmise, commande passée par le client.",
    minutes: 5)
}

extension DemoRequest {
  /// What proves a duty of the story.
  static let dutyProof: [Duty.Kind: String] = [
    .operation: "Compte rendu remis au client.", .payment: "Paiement reçu à la date d’échéance.",
    .invoice: "Facture transmise par courriel.", .acceptance: "Procès-verbal signé sans réserve.",
    .vigilance: "Attestation de moins de six mois remise au client.",
  ]
}
