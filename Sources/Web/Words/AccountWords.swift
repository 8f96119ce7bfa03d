import Maintenance

/// Words of signing in and of people's accounts.
struct AccountWords: Sendable {
  var title: String
  var lead: @Sendable (Int) -> String
  var signIn: String
  var signOut: String
  var own: String
  var email: String
  var password: String
  var passwordHint: String
  var name: String
  var role: String
  var roles: [Role: String]
  var contract: String
  var contractHint: String
  var noContract: String
  var add: String
  var welcome: @Sendable (String) -> String
  var first: String
  var firstHint: String
  var enter: String
  var link: @Sendable (String) -> String
  var linkHint: String
  var newLink: String
  var disable: String
  var enable: String
  var disabled: String
  var sessions: String
  var browser: String
  var since: String
  var seen: String
  var here: String
  var endOthers: String
  /// What a client's person does on a ticket.
  var answer: String
  /// A password that was forgotten.
  var forgotten: String
  var forgottenLead: String
  var sendLink: String
  var linkSent: String
  var refusals: [AccountRefusal: String]
}

extension AccountWords {
  static let french = AccountWords(
    title: "Comptes",
    lead: {
      $0 == 0
        ? "Personne n’a encore de compte."
        : $0 == 1 ? "Une personne a un compte." : "\($0) personnes ont un compte."
    },
    signIn: "Se connecter", signOut: "Se déconnecter", own: "Mon compte", email: "Courriel",
    password: "Mot de passe", passwordHint: "Au moins douze caractères\u{A0}; une phrase convient.",
    name: "Nom", role: "Rôle",
    roles: [
      .owner: "Dirigeant", .manager: "Responsable", .technician: "Technicien",
      .accountant: "Comptable", .auditor: "Auditeur (lit et vérifie)",
      .signatory: "Client\u{A0}: signataire", .requester: "Client\u{A0}: demandeur",
      .reader: "Client\u{A0}: lecteur",
    ], contract: "Contrat",
    contractHint: """
      Pour une personne du client\u{A0}: celui qu’elle verra. D’autres, ou leurs sites seuls, se \
      choisissent ensuite sur sa fiche.
      """,
    noContract: "Aucun (personne du prestataire)", add: "Ouvrir un compte",
    welcome: { "Bienvenue, \($0)" }, first: "Premier accès",
    firstHint: "Ce lien ouvre le compte du premier dirigeant, qui invitera les autres.",
    enter: "Choisir ce mot de passe et entrer", link: { "Lien d’accès de \($0)" },
    linkHint: "À transmettre à cette personne seule\u{A0}: il sert une fois, pendant un jour.",
    newLink: "Nouveau lien", disable: "Désactiver", enable: "Réactiver", disabled: "Désactivé",
    sessions: "Sessions ouvertes", browser: "Navigateur", since: "Depuis", seen: "Vue",
    here: "celle-ci", endOthers: "Fermer les autres sessions", answer: "Répondre",
    forgotten: "Mot de passe oublié",
    forgottenLead: "Nous vous écrivons un lien pour en choisir un autre.",
    sendLink: "Recevoir un lien",
    linkSent: """
      Si cette adresse a un compte, un lien vient de lui être écrit. Il sert une fois, pendant un \
      jour.
      """,
    refusals: [
      .badEmail: "Cette adresse n’est pas une adresse de courriel.",
      .badName: "Le nom manque, ou est trop long.",
      .emailTaken: "Cette adresse a déjà un compte.",
      .noAgreement: """
      Une personne du client a besoin d’un contrat\u{A0}; une personne du prestataire n’en a pas.
      """,
      .noSite: "Choisissez des sites, ou tout le contrat.",
      .accountChanged: "Ce compte vient d’être changé par une autre personne. Le voici à jour.",
      .unknownSite: "Ce site n’est pas au contrat.",
      .wholeContract: "Qui signe pour le client voit tout le contrat\u{A0}: pas de site à part.",
      .lastOwner: "C’est le dernier dirigeant\u{A0}: personne ne pourrait plus gérer les comptes.",
      .unchanged: "Rien ne change.", .passwordTooShort: "Douze caractères au moins.",
      .passwordTooLong: "Cent vingt-huit caractères au plus.",
      .wrongCredentials: "L’adresse ou le mot de passe ne convient pas.",
      .tooManyAttempts: "Trop d’essais\u{A0}: attendez un quart d’heure.",
      .linkSpent: "Ce lien a déjà servi, ou n’est plus valable.",
      .wrongCode: "Ce code ne convient pas, ou a déjà servi. Attendez le suivant.",
      .noSecondFactor: "Il n’y a pas de second facteur.",
      .secondFactorRequired: "Le dirigeant exige un second facteur\u{A0}: il ne se retire pas.",
      .noScope: "Ce jeton n’ouvrirait rien\u{A0}: choisissez une portée.",
      .badEnd: "Un jeton finit dans l’année, un jour au moins plus tard.",
      .tooManyTokens: "Cinquante jetons au plus\u{A0}: révoquez ceux qui ne servent plus.",
      .unknownIdentity: """
      Aucun compte n’est lié à cette identité\u{A0}: ouvrez d’abord l’invitation reçue.
      """, .identityTaken: "Cette identité est déjà liée à un autre compte.",
      .signOnFailed: "Le fournisseur d’identité n’a pas répondu, ou sa réponse n’est pas sûre.",
      .noSealingKey: "Ce service n’a pas de clé pour garder un second facteur.",
    ])

  static let english = AccountWords(
    title: "Accounts",
    lead: {
      $0 == 0
        ? "Nobody has an account yet."
        : $0 == 1 ? "One person has an account." : "\($0) people have an account."
    },
    signIn: "Sign in", signOut: "Sign out", own: "My account", email: "E-mail",
    password: "Password", passwordHint: "Twelve characters at least; a sentence does well.",
    name: "Name", role: "Role",
    roles: [
      .owner: "Owner", .manager: "Manager", .technician: "Technician",
      .accountant: "Accountant", .auditor: "Auditor (reads and verifies)",
      .signatory: "Client: signatory", .requester: "Client: requester",
      .reader: "Client: reader",
    ], contract: "Contract",
    contractHint: """
      For a client’s person: the one that they will see. Others, or their sites alone, are chosen \
      on the person’s page afterwards.
      """,
    noContract: "None (the provider’s person)", add: "Open an account",
    welcome: { "Welcome, \($0)" }, first: "First access",
    firstHint: "This link opens the first owner’s account, who will invite the others.",
    enter: "Choose this password and enter", link: { "Access link of \($0)" },
    linkHint: "For this person alone: it works once, for a day.", newLink: "New link",
    disable: "Disable", enable: "Enable", disabled: "Disabled", sessions: "Open sessions",
    browser: "Browser", since: "Since", seen: "Seen", here: "this one",
    endOthers: "Close the other sessions", answer: "Answer",
    forgotten: "Forgotten password",
    forgottenLead: "We write you a link by which to choose another.", sendLink: "Send me a link",
    linkSent: """
      If this address has an account, a link was just written to it. It works once, for a day.
      """,
    refusals: [
      .badEmail: "This is no e-mail address.", .badName: "The name is missing, or too long.",
      .emailTaken: "This address has an account already.",
      .noAgreement: "A client’s person needs a contract; a provider’s person has none.",
      .noSite: "Choose sites, or the whole contract.",
      .accountChanged: "Somebody else has just changed this account: here it is now.",
      .unknownSite: "This site is not in the contract.",
      .wholeContract: "Whoever signs for the client sees the whole contract: no site apart.",
      .lastOwner: "This is the last owner: nobody could manage accounts any more.",
      .unchanged: "Nothing changes.", .passwordTooShort: "Twelve characters at least.",
      .passwordTooLong: "A hundred and twenty-eight characters at most.",
      .wrongCredentials: "The address or the password is not right.",
      .tooManyAttempts: "Too many attempts: wait a quarter of an hour.",
      .linkSpent: "This link was used before, or is too old.",
      .wrongCode: "This code is not right, or was used before. Wait for the next one.",
      .noSecondFactor: "There is no second factor.",
      .secondFactorRequired: "The owner asks for a second factor: it cannot be taken away.",
      .noScope: "This token would open nothing: choose a scope.",
      .badEnd: "A token ends within a year, a day from now at least.",
      .tooManyTokens: "Fifty tokens at most: revoke those that are used no more.",
      .unknownIdentity: """
      No account is bound to this identity: open the invitation that you received first.
      """, .identityTaken: "This identity is bound to another account already.",
      .signOnFailed: "The identity provider did not answer, or its answer cannot be believed.",
      .noSealingKey: "This service has no key by which to keep a second factor.",
    ])
}
