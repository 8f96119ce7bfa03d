import Maintenance

/// Who may take a route: one line each, or the gate lets nobody in.
enum Access: Sendable, Equatable {
  /// Signing in, and what its pages need.
  case everybody
  /// Whoever is signed in, about themselves.
  case signedIn
  /// The provider's people: what is not of one contract.
  case provider(Right)
  /// What names a contract, a ticket or an invoice, for those who see that contract.
  case contract(Right)
  case ticket(Right)
  case invoice(Right)
  /// Tickets: the client's people ask for those of one contract.
  case ticketList(Right)
  /// A list that shows each visitor their own contracts.
  case ownList(Right)

  /// What it asks of whoever takes it; an act of a client's own on a ticket asks another.
  var right: Right? {
    switch self {
    case .everybody, .signedIn: nil
    case .provider(let right), .contract(let right), .ticket(let right), .invoice(let right),
      .ticketList(let right), .ownList(let right):
      right
    }
  }

  /// What it shows belongs to contracts, and to nobody's account.
  var isOfContracts: Bool {
    switch self {
    case .contract(.managePeople): false
    case .contract, .ticket, .invoice, .ticketList, .ownList: true
    case .everybody, .signedIn, .provider: false
    }
  }

  /// Method and route, as the router writes it.
  static func of(_ method: String, _ route: String) -> Access? {
    let method = method == "HEAD" ? "GET" : method
    if route.hasPrefix("/api/") {
      return method == "GET" || method == "POST"
        ? api(route, isRead: method == "GET") : .signedIn
    }
    return table["\(method) \(route)"]
  }

  /// Programs act for the provider's people; a method that no place has is told so.
  private static func api(_ route: String, isRead: Bool) -> Access {
    if route.contains("/tickets") {
      if isRead { return .provider(.readTickets) }
      return .provider(route.hasSuffix("/tickets") ? .openTickets : .workTickets)
    }
    if ["/invoices", "/counts", "/packs"].contains(where: route.contains) {
      return .provider(isRead ? .readInvoices : .bill)
    }
    if ["/outages", "/drafts", "/acts"].contains(where: { route.hasSuffix($0) }) {
      return .provider(.workTickets)
    }
    return .provider(isRead ? .readContracts : .writeContracts)
  }

  static let table: [String: Access] = [
    "GET /assets/{name}": .everybody,
    "GET /connexion": .everybody, "POST /connexion": .everybody,
    "GET /connexion/oubli": .everybody, "POST /connexion/oubli": .everybody,
    "GET /connexion/code": .everybody, "POST /connexion/code": .everybody,
    "GET /connexion/externe": .everybody, "GET /connexion/retour": .everybody,
    "GET /acces/{token}/externe": .everybody,
    "GET /acces/{token}": .everybody, "POST /acces/{token}": .everybody,
    "POST /deconnexion": .signedIn, "GET /compte": .signedIn, "POST /compte/sessions": .signedIn,
    "POST /compte/sessions/{session}": .signedIn, "GET /compte/identite": .signedIn,
    "GET /compte/donnees": .signedIn,
    "POST /compte/identite": .signedIn,
    "POST /compte/mot-de-passe": .signedIn,
    "GET /compte/second-facteur": .signedIn, "POST /compte/second-facteur/{part}": .signedIn,
    "GET /compte/jetons": .provider(.readContracts),
    "POST /compte/jetons": .provider(.readContracts),
    "POST /compte/jetons/{token}": .provider(.readContracts),
    "GET /comptes": .provider(.manageAccounts), "POST /comptes": .provider(.manageAccounts),
    "POST /comptes/regles": .provider(.manageAccounts),
    "GET /comptes/{account}": .provider(.manageAccounts),
    "GET /comptes/{account}/donnees": .provider(.manageAccounts),
    "POST /comptes/{account}/{part}": .provider(.manageAccounts),

    "GET /courrier": .provider(.readTickets), "GET /courrier/{mail}": .provider(.readTickets),
    "POST /courrier/{mail}/renvois": .provider(.workTickets),
    "POST /courrier/adresses": .provider(.workTickets),
    "POST /courrier/avis": .provider(.workTickets), "POST /compte/langue": .signedIn,

    "GET /": .provider(.readTickets), "GET /direct": .provider(.readTickets),
    "GET /tickets": .ticketList(.readTickets),
    "GET /tickets/direct": .ticketList(.readTickets),
    "POST /tickets/vues": .provider(.readTickets),
    "POST /tickets/vues/{view}/retrait": .provider(.readTickets),
    "GET /tickets/lot": .provider(.workTickets), "POST /tickets/lot": .provider(.workTickets),
    "GET /tickets/{ticket}": .ticket(.readTickets),
    "GET /tickets/{ticket}/horloges": .ticket(.readTickets),
    "GET /tickets/{ticket}/pieces/{number}": .ticket(.readTickets),
    "POST /tickets/{ticket}/pieces": .ticket(.openTickets),
    "POST /tickets/{ticket}/bons/demande": .ticket(.workTickets),
    "POST /tickets/{ticket}/redaction": .ticket(.openTickets),
    // The gate tells the client's acts from the provider's by the last part.
    "POST /tickets/{ticket}/{act}": .ticket(.workTickets),
    "GET /contrats/{contract}/tickets/nouveau": .contract(.openTickets),
    "POST /contrats/{contract}/tickets": .contract(.openTickets),

    "GET /contrats": .ownList(.readContracts), "POST /contrats": .provider(.writeContracts),
    "GET /contrats/nouveau": .provider(.writeContracts),
    "GET /contrats/{contract}": .contract(.readContracts),
    "GET /contrats/{contract}/personnes": .contract(.managePeople),
    "POST /contrats/{contract}/personnes": .contract(.managePeople),
    "POST /contrats/{contract}/personnes/{account}/{part}": .contract(.managePeople),
    "GET /contrats/{contract}/source": .contract(.readContracts),
    "GET /contrats/{contract}/facture": .provider(.readInvoices),
    "GET /contrats/{contract}/niveaux": .contract(.readContracts),
    "GET /contrats/{contract}/rapport.pdf": .contract(.readContracts),
    "POST /contrats/{contract}/interruptions": .provider(.workTickets),
    "POST /contrats/{contract}/interruptions/{outage}/{part}": .provider(.workTickets),
    "GET /contrats/{contract}/texte": .contract(.readContracts),
    "GET /contrats/{contract}/contrat.pdf": .contract(.readContracts),
    "GET /contrats/{contract}/versions": .contract(.readContracts),
    "GET /contrats/{contract}/versions/{version}/texte": .contract(.readContracts),
    "GET /contrats/{contract}/versions/{version}/contrat.pdf": .contract(.readContracts),
    "GET /contrats/{contract}/versions/{version}/avenant.pdf": .contract(.readContracts),
    "GET /contrats/{contract}/comparaison": .provider(.readContracts),
    "POST /contrats/{contract}/copies": .provider(.writeContracts),
    "POST /contrats/{contract}/signatures/demande": .provider(.sign),
    "POST /contrats/{contract}/signatures": .provider(.sign),
    "POST /contrats/{contract}/signatures/retrait": .provider(.sign),
    "POST /contrats/{contract}/signatures/courriel": .provider(.sign),
    "POST /contrats/{contract}/signatures/apport": .provider(.sign),
    "GET /contrats/{contract}/signatures/{envelope}": .contract(.readContracts),
    "GET /contrats/{contract}/signatures/{envelope}/{part}": .contract(.readContracts),
    "POST /contrats/{contract}/signatures/{envelope}/{part}": .provider(.sign),
    // The link is what lets somebody in, and the code what lets them sign.
    "GET /signature/{token}": .everybody, "GET /signature/{token}/{part}": .everybody,
    "POST /signature/{token}/{part}": .everybody,
    "POST /contrats/{contract}/fin": .provider(.sign),
    "GET /contrats/{contract}/echeances": .contract(.readContracts),
    "POST /contrats/{contract}/echeances": .provider(.settleDuties),
    "GET /echeances": .provider(.readContracts),
    "GET /modeles": .provider(.workTickets), "POST /modeles": .provider(.workTickets),
    "POST /modeles/{template}/modification": .provider(.workTickets),
    "POST /modeles/{template}/suppression": .provider(.workTickets),
    "GET /astreintes": .provider(.readTickets), "POST /astreintes": .provider(.workTickets),
    "POST /astreintes/{shift}/annulation": .provider(.workTickets),
    "GET /recettes": .provider(.readContracts),
    "GET /contrats/{contract}/recettes": .contract(.readContracts),
    "POST /contrats/{contract}/recettes": .provider(.workTickets),
    "GET /contrats/{contract}/recettes/{delivery}": .contract(.readContracts),
    "GET /contrats/{contract}/recettes/{delivery}/pv.pdf": .contract(.readContracts),
    "POST /contrats/{contract}/recettes/{delivery}/decisions": .contract(.answerAdvice),
    "POST /contrats/{contract}/recettes/{delivery}/levees": .contract(.answerAdvice),
    "POST /contrats/{contract}/recettes/{delivery}/presentations": .provider(.workTickets),
    "POST /contrats/{contract}/recettes/{delivery}/signatures": .provider(.sign),
    "GET /conseils": .provider(.readContracts),
    "GET /contrats/{contract}/conseils": .contract(.readContracts),
    "POST /contrats/{contract}/conseils": .provider(.workTickets),
    "GET /contrats/{contract}/conseils/{advice}": .contract(.readContracts),
    "POST /contrats/{contract}/conseils/{advice}/vues": .contract(.answerAdvice),
    "POST /contrats/{contract}/conseils/{advice}/reponses": .contract(.answerAdvice),
    "POST /contrats/{contract}/conseils/{advice}/{act}": .provider(.workTickets),

    "POST /contrats/brouillons": .provider(.writeContracts),
    "POST /contrats/brouillons/relecture": .provider(.writeContracts),
    "GET /contrats/brouillons/{draft}": .provider(.writeContracts),
    "POST /contrats/brouillons/{draft}": .provider(.writeContracts),
    "GET /contrats/brouillons/{draft}/apercu": .provider(.writeContracts),
    "GET /contrats/brouillons/{draft}/contrat.pdf": .provider(.writeContracts),
    "GET /contrats/brouillons/{draft}/contrat.yaml": .provider(.writeContracts),
    "POST /contrats/brouillons/{draft}/proposition": .provider(.writeContracts),
    "POST /contrats/brouillons/{draft}/rejet": .provider(.writeContracts),
    "GET /contrats/brouillons/{draft}/formulaire/{step}": .provider(.writeContracts),
    "POST /contrats/brouillons/{draft}/formulaire/{step}": .provider(.writeContracts),
    "POST /contrats/brouillons/{draft}/formulaire/{step}/relecture": .provider(.writeContracts),

    "GET /registre": .provider(.readRegister), "POST /registre/verifications": .provider(.verify),
    "POST /registre/horodatages": .provider(.verify),
    "GET /contrats/{contract}/registre": .contract(.readRegister),
    // Whoever reads an act may take away its proof.
    "GET /contrats/{contract}/registre/{entry}/preuve": .contract(.readContracts),
    "GET /contrats/{contract}/consultations": .contract(.readRegister),
    "POST /contrats/{contract}/dossiers": .provider(.disclose),

    "GET /factures": .provider(.readInvoices), "POST /factures": .provider(.bill),
    "GET /factures/a-emettre": .provider(.bill), "POST /factures/a-emettre": .provider(.bill),
    "GET /facturation/reste": .provider(.readInvoices),
    "GET /contrats/{contract}/reste": .provider(.readInvoices),
    "GET /contrats/{contract}/compte": .contract(.readInvoices),
    "GET /contrats/{contract}/compte/releve.pdf": .contract(.readInvoices),
    "GET /contrats/{contract}/compte/releve.csv": .contract(.readInvoices),
    // An auditor reads invoices and bills none: the margin is not theirs either.
    "GET /contrats/{contract}/marge": .provider(.bill),
    "GET /facturation/couts": .provider(.bill), "POST /facturation/couts": .provider(.bill),
    "GET /contrats/{contract}/parc": .provider(.readInvoices),
    "POST /contrats/{contract}/parc": .provider(.bill),
    "POST /contrats/{contract}/carnets": .provider(.bill),
    "GET /factures/rapprochement": .provider(.bill),
    "POST /factures/rapprochement": .provider(.bill),
    "GET /factures/journal": .provider(.readInvoices),
    "GET /factures/passages": .provider(.bill),
    "GET /factures/passages/{run}": .provider(.bill),
    "POST /factures/passages/{run}/reprise": .provider(.bill),
    "GET /factures/exports": .provider(.readInvoices),
    "GET /factures/exports/fichier": .provider(.readInvoices),
    "GET /factures/{invoice}": .invoice(.readInvoices),
    "GET /factures/{invoice}/lettre": .provider(.bill),
    "GET /factures/{invoice}/relances/{number}": .invoice(.readInvoices),
    "GET /factures/{invoice}/avoir": .provider(.bill),
    "GET /factures/{invoice}/{part}": .invoice(.readInvoices),
    "GET /achats": .provider(.readInvoices), "POST /achats": .provider(.bill),
    "GET /achats/{purchase}": .provider(.readInvoices),
    "GET /achats/{purchase}/{part}": .provider(.readInvoices),
    "GET /factures/plateforme": .provider(.readInvoices),
    "POST /factures/{invoice}/remises": .provider(.bill),
    "POST /factures/{invoice}/avoirs": .provider(.bill),
    "POST /factures/{invoice}/{part}": .provider(.bill),
  ]

  /// Routes of a contract for those too who are held to some of its sites: its text, the visits
  /// to them and their requests. All others tell of the contract as a whole.
  static func isOfSites(_ method: String, _ route: String) -> Bool {
    ofSites.contains("\(method == "HEAD" ? "GET" : method) \(route)")
  }

  private static let ofSites: Set = [
    "GET /contrats/{contract}", "GET /contrats/{contract}/texte",
    "GET /contrats/{contract}/contrat.pdf", "GET /contrats/{contract}/source",
    "GET /contrats/{contract}/versions/{version}/texte",
    "GET /contrats/{contract}/versions/{version}/contrat.pdf",
    "GET /contrats/{contract}/echeances", "GET /contrats/{contract}/tickets/nouveau",
    "POST /contrats/{contract}/tickets", "GET /contrats/{contract}/registre/{entry}/preuve",
  ]

  /// Acts of a ticket's page that are the client's own.
  static let clientActs: Set = [
    "reponses", "confirmations", "reouvertures", "reponses-proposition", "reponses-mise-en-garde",
  ]
}
