import Maintenance
import Store

extension Words {
  static let french = Words(
    code: "fr", other: "en", shell: .french, time: .french, tickets: .french, clocks: .french,
    coverage: .french, contracts: .french, versionText: .french, duties: .french, dealings: .french,
    list: .french, batch: .french, keys: .french, levels: .french, availability: .french,
    advice: .french,
    deliveries: .french,
    signing: .french, stamps: .french, backups: .french, attachments: .french,
    workshop: .french,
    accounts: .french, doors: .french, tokens: .french, people: .french, reads: .french,
    invoice: .french, invoicing: .french, billing: .french, bank: .french,
    handover: .french, purchases: .french,
    mail: .french, signatures: .french,
    credits: .french,
    counts: .french, ledger: .french, runs: .french, margin: .french,
    register: .french, onCall: .french, live: .french, entry: .french, templates: .french,
    faults: .french)
}

extension ShellWords {
  static let french = ShellWords(
    skip: "Aller au contenu", navigation: "Navigation principale",
    trail: "Fil d’Ariane", today: "Aujourd’hui",
    contracts: "Contrats", tickets: "Tickets", register: "Registre",
    demo: "Démonstration\u{A0}: prestataire et clients fictifs", otherLanguage: "English",
    older: "Plus anciens", client: "Client", who: "Par")
}

extension TimeWords {
  static let french = TimeWords(
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    day: { day, month, year, weekday in
      "\(weekday) \(day == 1 ? "1er" : String(day))\u{A0}\(month) \(year)"
    },
    dayOfMonth: { day, month in "\(day == 1 ? "1er" : String(day))\u{A0}\(month)" },
    hour: { hour, minute in "\(hour)\u{A0}h\u{A0}\(padded(minute, 2))" },
    at: { day, hour in "\(day), \(hour)" }, today: "aujourd’hui", tomorrow: "demain",
    yesterday: "hier",
    duration: { hours, minutes in
      hours == 0 ? "\(minutes)\u{A0}min" : "\(hours)\u{A0}h\u{A0}\(padded(minutes, 2))"
    },
    days: { days, hours in hours == 0 ? "\(days)\u{A0}j" : "\(days)\u{A0}j\u{A0}\(hours)\u{A0}h" },
    ahead: { "dans \($0)" }, behind: { "\($0) de retard" },
    money: { whole, cents in "\(whole),\(cents)\u{A0}€" }, group: "\u{202F}", decimal: ",",
    colon: "\u{A0}:")
}

extension InvoiceWords {
  static let french = InvoiceWords(
    title: { "Facture \("ao".contains($0.prefix(1)) ? "d’" : "de ")\($0)" },
    lead: { "Brouillon\u{A0}: \($0) toutes taxes comprises, à ce jour." }, draft: "Brouillon",
    line: "Désignation", quantity: "Quantité", unitPrice: "Prix unitaire", amount: "Montant HT",
    article: "Article", net: "Total HT", vat: { "TVA à \($0)\u{A0}%" }, gross: "Total TTC",
    none: "Rien à facturer pour ce mois.", tickets: "Tickets comptés",
    previous: "Mois précédent", next: "Mois suivant",
    balance: { left, bought in "Carnet d’heures\u{A0}: il reste \(left) sur \(bought)." },
    overdrawn: { "Carnet d’heures épuisé\u{A0}: \($0) tirées au-delà, à convenir." },
    period: { "Période\u{A0}: \($0)" }, days: { "du \($0) au \($1)" })
}

extension RegisterWords {
  static let french = RegisterWords(
    title: "Registre", lead: { "\($0) entrées, chacune liée à toutes les précédentes." },
    agreementTitle: { "Registre du contrat \($0)" }, entry: "Entrée", what: "Fait", by: "Par",
    at: "Enregistré", leaf: "Empreinte", root: "Racine", subject: "Objet",
    verify: "Vérifier maintenant",
    verifyHint: """
      Toutes les empreintes sont recalculées, et chaque état est rejoué depuis ses faits puis \
      comparé à ce qui est enregistré.
      """,
    nightly: "Vérification de la nuit\u{A0}:",
    verified: { entries, states in
      "\(entries) entrées et \(states) états vérifiés\u{A0}: tout concorde."
    },
    broken: { $0 == 1 ? "Une différence trouvée." : "\($0) différences trouvées." },
    place: { place in
      switch place {
      case .position(let pos): "entrée à la position \(pos)"
      case .entry(_, let n, let pos): "entrée \(n), à la position \(pos)"
      case .part(let pos, let name): "partie «\u{A0}\(name)\u{A0}» de l’entrée à la position \(pos)"
      case .head(let log): log == 0 ? "tête du journal global" : "tête du journal \(log)"
      case .tile(let log, let level, let index): "tuile \(level)/\(index) du journal \(log)"
      case .text(let sha256): "texte de contrat \(sha256)"
      case .row(let table, let id): "ligne \(table) \(id)"
      case .stamp(let origin, let size): "horodatage de la tête \(size) de \(origin)"
      }
    },
    reason: { reason in
      switch reason {
      case .missing: "manque"
      case .unexpected: "ne devrait pas s’y trouver"
      case .differs: "n’est pas ce que dit le registre"
      case .unreadable(let why): "ne se lit pas (\(why))"
      }
    },
    unexplained: { "ticket \($0)\u{A0}: ses échéances ne sont pas celles de son contrat" },
    head: "Tête du registre", origin: "Journal", size: "Entrées", none: "Aucune entrée encore.",
    agreementSubject: "Contrat", key: "Clé publique",
    keyHint: """
      Gardez-en une copie ailleurs\u{A0}: c’est elle qui vérifie chaque preuve.
      """,
    checkpoint: "Tête signée",
    checkpointHint: """
      Gardez-la\u{A0}: aucune entrée antérieure ne pourra plus changer sans que cela se voie.
      """,
    checkpointCode: "La tête signée, en code QR",
    proof: "Preuve", receipt: "reçu", evidenceFile: "Dossier de preuve (ZIP)",
    evidenceHint: """
      Récit en PDF, inscriptions et preuves, à vérifier sans nous\u{A0}: le programme est dedans. \
      Le registre note que ce dossier a été fait.
      """,
    evidenceMore: "Pour qui, pourquoi, quels jours", evidenceFor: "Destinataire",
    evidenceReason: "Motif", evidenceFrom: "Du", evidenceTo: "Au",
    evidenceAnchored: "Prouver aussi la place parmi tous les contrats (dit combien d’inscriptions)",
    erasures: "Effacements",
    erased: { parts, by, ground in
      let what = parts == 1 ? "1 contenu effacé" : "\(parts) contenus effacés"
      return "\(what) par \(by). Motif\u{A0}: \(ground)"
    },
    losses: "Pertes déclarées",
    lost: { signed, found, by, reason in
      "\(signed) inscriptions signées, \(found) retrouvées. Déclaré par \(by)\u{A0}: \(reason)"
    },
    keyChanges: "Clés du registre",
    keyRotated: { by, reason in
      "Clé remplacée par \(by), sous la signature de l’ancienne. Motif\u{A0}: \(reason)"
    },
    keyRevoked: { trusted, by, reason in
      """
      Clé révoquée par \(by)\u{202F}; ses têtes signées sont crues jusqu’à \(trusted) \
      inscriptions. Motif\u{A0}: \(reason)
      """
    },
    clockJumps: "Reculs de l’horloge",
    clockHint: """
      L’horloge du serveur a reculé entre deux inscriptions. L’ordre est celui du \
      registre\u{202F}; chaque heure est celle que l’horloge donnait.
      """,
    proofOf: { "Preuve de l’entrée \($0)" })
}

extension FaultWords {
  static let french = FaultWords(
    notFound: "Cette page n’existe pas",
    notFoundHint: "L’adresse est peut-être ancienne. Rien n’a été modifié.",
    forbiddenOrigin: "Demande refusée",
    forbiddenOriginHint: """
      Elle ne vient pas d’une page de ce service. Rien n’a été modifié\u{A0}: revenez à la page et \
      recommencez.
      """,
    tooLarge: "Envoi trop volumineux",
    tooLargeHint: "Un contrat tient dans 1\u{A0}Mio. Rien n’a été enregistré.",
    badForm: "Formulaire incomplet",
    badFormHint: "Un champ manque ou n’est pas lisible. Rien n’a été enregistré.",
    conflict: "Quelqu’un d’autre a agi entre-temps",
    conflictHint: "Rien n’a été enregistré\u{A0}: relisez la page, puis recommencez s’il le faut.",
    unavailable: "La base de données ne répond pas",
    unavailableHint: "Rien n’a été enregistré. Réessayez dans un instant.",
    rolledBack: "Une copie ancienne de la base a été remise",
    rolledBackHint: """
      Le registre a signé plus d’inscriptions, ou d’autres, que la base n’en contient. \
      On peut lire, rien ne s’écrit\u{A0}: qui tient le serveur remet la base complète, ou \
      déclare la perte.
      """,
    diskFull: "Le disque de la base est plein",
    diskFullHint: """
      Rien n’a été enregistré, et rien de ce qui l’était n’est perdu. Prévenez qui tient le serveur.
      """,
    unknownOutcome: "La réponse de la base s’est perdue",
    unknownOutcomeHint: """
      L’acte est enregistré en entier ou pas du tout\u{A0}: regardez la page avant de recommencer.
      """,
    internalFault: "Quelque chose a échoué",
    internalFaultHint: { "Rien n’a été enregistré. Référence à donner\u{A0}: \($0)." },
    back: "Revenir", kept: "Ce que vous aviez saisi est conservé ci-dessous.")
}
