/// Words of what protects an account: second factor, recovery, sessions.
struct DoorWords: Sendable {
  var secondFactor: String
  var twoFactors: String
  var passwordOnly: String
  var isSet: String
  var isUnset: String
  var isRequired: String
  var isOffered: String
  var require: String
  var offer: String
  var mustEnrol: String
  var manage: String
  var what: String
  var begin: String
  var scan: String
  var qr: String
  var orType: String
  var code: String
  var codeHint: String
  var firstCodeHint: String
  var codeTitle: String
  var codeLead: String
  var confirm: String
  var recovery: String
  var recoveryLead: String
  var kept: String
  var codesLeft: @Sendable (Int) -> String
  var renew: String
  var drop: String
  var resetOthers: String
  var proof: String
  var proofLead: String
  var goOn: String
  var changePassword: String
  var presentPassword: String
  var newPassword: String
  var othersEnd: String
  var end: String
  var endAll: String
  var noSession: String
  var signInBy: @Sendable (String) -> String
}

extension DoorWords {
  static let french = DoorWords(
    secondFactor: "Second facteur", twoFactors: "Deux facteurs", passwordOnly: "Mot de passe seul",
    isSet: "Un code de votre téléphone est demandé à chaque connexion.",
    isUnset: "Le mot de passe suffit pour se connecter.",
    isRequired: "Toute personne du prestataire doit avoir un second facteur.",
    isOffered: "Chacun peut ajouter un second facteur, sans y être tenu.",
    require: "L’exiger du prestataire", offer: "Ne plus l’exiger",
    mustEnrol: "Le dirigeant l’exige\u{A0}: rien d’autre ne s’ouvre avant.", manage: "Gérer",
    what: """
      À la connexion, un code de six chiffres sera demandé après le mot de passe. Une application \
      d’authentification le donne, sans réseau\u{A0}: FreeOTP, Aegis, Google Authenticator…
      """, begin: "Commencer", scan: "Scannez ce code avec l’application.",
    qr: "Code QR à scanner avec une application d’authentification",
    orType: "Ou saisissez cette clé dans l’application\u{A0}:", code: "Code",
    codeHint: "Six chiffres de l’application, ou un code de secours.",
    firstCodeHint: "Les six chiffres que l’application affiche maintenant.",
    codeTitle: "Code de connexion", codeLead: "Le mot de passe convient. Reste le code.",
    confirm: "Confirmer", recovery: "Codes de secours",
    recoveryLead: """
      Notez-les maintenant, hors du téléphone\u{A0}: ils ne seront plus affichés. Chacun remplace \
      le téléphone une fois.
      """, kept: "Je les ai notés",
    codesLeft: {
      $0 == 1 ? "Il reste un code de secours." : "Il reste \($0) codes de secours."
    }, renew: "Dix nouveaux codes de secours", drop: "Retirer le second facteur",
    resetOthers: "Retirer son second facteur", proof: "C’est bien vous\u{A0}?",
    proofLead: "Avant de changer ce qui protège votre compte.", goOn: "Continuer",
    changePassword: "Changer de mot de passe", presentPassword: "Mot de passe actuel",
    newPassword: "Nouveau mot de passe", othersEnd: "Vos autres sessions seront fermées.",
    end: "Fermer", endAll: "Fermer toutes ses sessions", noSession: "Aucune session ouverte.",
    signInBy: { "Se connecter par \($0)" })

  static let english = DoorWords(
    secondFactor: "Second factor", twoFactors: "Two factors", passwordOnly: "Password alone",
    isSet: "A code of your telephone is asked each time you sign in.",
    isUnset: "The password is enough to sign in.",
    isRequired: "Everybody on the provider’s side must have a second factor.",
    isOffered: "Everybody may add a second factor; nobody has to.",
    require: "Ask it of the provider’s people", offer: "Ask it no more",
    mustEnrol: "The owner asks for it: nothing else opens before.", manage: "Manage",
    what: """
      When you sign in, a code of six digits will be asked after the password. An authenticator \
      application gives it, without a network: FreeOTP, Aegis, Google Authenticator…
      """, begin: "Begin", scan: "Scan this code with the application.",
    qr: "QR code to be scanned by an authenticator application",
    orType: "Or type this key into the application:", code: "Code",
    codeHint: "Six digits of the application, or a recovery code.",
    firstCodeHint: "The six digits that the application shows now.",
    codeTitle: "Sign-in code", codeLead: "The password is right. The code is left.",
    confirm: "Confirm", recovery: "Recovery codes",
    recoveryLead: """
      Write them down now, away from the telephone: they will not be shown again. Each stands in \
      for the telephone once.
      """, kept: "I have written them down",
    codesLeft: { $0 == 1 ? "One recovery code is left." : "\($0) recovery codes are left." },
    renew: "Ten new recovery codes", drop: "Take the second factor away",
    resetOthers: "Take their second factor away", proof: "Is it you?",
    proofLead: "Before what protects your account changes.", goOn: "Go on",
    changePassword: "Change password", presentPassword: "Present password",
    newPassword: "New password", othersEnd: "Your other sessions will be closed.",
    end: "Close", endAll: "Close all their sessions", noSession: "No open session.",
    signInBy: { "Sign in by \($0)" })
}
