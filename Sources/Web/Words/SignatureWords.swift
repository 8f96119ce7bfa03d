import Maintenance

/// Words of documents that are signed by a link and a code.
struct SignatureWords: Sendable {
  var purposes: [Envelope.Purpose: String]
  var stages: [Envelope.Stage: String]
  var document: String
  var readAll: String
  var openPDF: String
  var sign: String
  /// What kind of signature it is, and what is recorded.
  var simple: String
  var askCode: String
  var askCodeAgain: String
  var code: String
  var codeHint: @Sendable (String) -> String
  /// In which capacity.
  var consent: @Sendable (String) -> String
  var refuse: String
  var youSigned: @Sendable (String) -> String
  var copyComes: String
  var notYourTurn: String
  var over: String
  var pdfDigest: String
  var sealedDigest: @Sendable (String) -> String
  var sealed: String
  var evidence: String
  var sealHint: String
  var sealing: String
  var signatories: String
  var turn: String
  var invited: @Sendable (String) -> String
  var journal: String
  var onSite: String
  var onSiteLead: String
  var onSiteHint: String
  var openHere: String
  /// What the code of its address is, for who does not see it.
  var openCode: String
  var byMail: String
  var byMailLead: String
  var days: String
  var follow: String
  var bring: String
  var bringHint: String
  var signedFile: String
  var signatory: String
  var issuer: String
  var sound: String
  var unsound: String
  var trusted: String
  var untrusted: String
  var stamped: String
  var slip: Asked
  var report: Asked
  var facts: [String: String]
  var refusals: [EnvelopeRefusal: String]
}

extension SignatureWords {
  /// Of a paper that is put to signature from where it is made.
  struct Asked: Sendable {
    var title: String
    var lead: String
  }

  static let french = SignatureWords(
    purposes: [
      .contract: "Contrat", .amendment: "Avenant", .acceptance: "Procès-verbal de recette",
      .slip: "Bon d’intervention",
    ],
    stages: [
      .waiting: "À signer", .signed: "Signé", .refused: "Refusé", .expired: "Délai passé",
      .withdrawn: "Retiré", .brought: "Signé ailleurs",
    ], document: "Document", readAll: "Lisez-le en entier avant de signer.",
    openPDF: "Ouvrir le PDF, tel qu’il sera scellé", sign: "Signer",
    simple: """
      C’est une signature électronique simple. Sont notés au registre\u{A0}: l’ouverture, l’envoi \
      du code, votre consentement, l’instant, votre adresse réseau et votre navigateur.
      """,
    askCode: "Recevoir mon code par courriel", askCodeAgain: "Recevoir un autre code",
    code: "Code reçu", codeHint: { "Six chiffres, valables jusqu’à \($0), trois essais." },
    consent: {
      """
      J’ai lu ce document en entier et je consens à le signer par voie électronique, en qualité \
      de \($0).
      """
    }, refuse: "Refuser de signer", youSigned: { "Vous avez signé \($0)." },
    copyComes: "Le document scellé vous parvient par courriel quand tous ont signé.",
    notYourTurn: "Un autre signataire doit d’abord signer\u{A0}: vous recevrez un courriel.",
    over: "Ce document n’est plus à signer.", pdfDigest: "Empreinte du PDF (SHA-256)",
    sealedDigest: { "Empreinte du PDF scellé (PAdES\u{A0}\($0))" },
    sealed: "Document scellé", evidence: "Dossier de signature",
    sealHint: """
      Le cachet prouve que le fichier n’a pas changé, et rien d’autre\u{A0}: son certificat est \
      celui de ce service.
      """,
    sealing: "Toutes les signatures sont données\u{202F}; le document est en cours de scellement.",
    signatories: "Signataires", turn: "À son tour", invited: { "Lien envoyé \($0)" },
    journal: "Journal", onSite: "Faire signer ici",
    onSiteLead: """
      Donne un lien à ouvrir sur un écran présent\u{202F}; le code part à l’adresse du signataire.
      """,
    onSiteHint: """
      Ce lien n’est montré qu’une fois, et vaut pour ce signataire seul. Sur votre propre écran, \
      restez présent\u{A0}: votre session y est ouverte.
      """,
    openHere: "Ouvrir sur cet écran", openCode: "L’adresse, à scanner avec un téléphone",
    byMail: "Faire signer par courriel",
    byMailLead: """
      Le premier reçoit un lien et un code, puis le second\u{202F}; avec la dernière signature, le \
      texte entre en vigueur à sa date.
      """, days: "Jours pour signer", follow: "Suivre la signature",
    bring: "Apporter un fichier signé ailleurs",
    bringHint: """
      Un PDF\u{A0}: ses signatures sont vérifiées et montrées, puis vous enregistrez celles des \
      parties.
      """, signedFile: "PDF signé", signatory: "Certificat de", issuer: "Délivré par",
    sound: "Intact", unsound: "Altéré", trusted: "Autorité connue",
    untrusted: "Autorité non reconnue ici", stamped: "Horodaté",
    slip: Asked(
      title: "Faire signer un bon d’intervention",
      lead: "Le travail noté sur ce ticket, à signer par courriel ou sur un écran présent."),
    report: Asked(
      title: "Faire signer le procès-verbal",
      lead: """
        La décision telle qu’elle est inscrite, à signer par chaque partie par courriel ou sur un \
        écran présent. Le document signé est scellé et archivé.
        """),
    facts: [
      "signature.requested": "Mis à la signature", "signature.invited": "Lien envoyé",
      "signature.opened": "Document ouvert", "signature.code_sent": "Code envoyé",
      "signature.code_refused": "Code erroné", "signature.code_given": "Code donné",
      "signature.consented": "Consentement", "signature.refused": "Refusé",
      "signature.expired": "Délai passé", "signature.withdrawn": "Retiré",
      "signature.sealed": "Scellé", "signature.brought": "Fichier signé ailleurs, apporté",
    ],
    refusals: [
      .noSignatory: "Il faut de un à six signataires.",
      .badEmail: "Cette adresse n’est pas une adresse de courriel.",
      .unnamed: "Le nom ou la qualité manque, ou est trop long.",
      .wrongParties: "Un contrat est signé par ses deux parties, chacune une fois.",
      .expiresOutOfBounds: "De un à quatre-vingt-dix jours pour signer.",
      .over: "Ce document n’est plus à signer.", .notYourTurn: "Un autre signe d’abord.",
      .tooManyCodes: "Dix codes ont déjà été envoyés\u{A0}: demandez un autre lien.",
      .wrongCode: "Ce code n’est pas celui qui a été envoyé.",
      .codeSpent: "Ce code ne vaut plus\u{A0}: demandez-en un autre.",
      .noConsent: "Cochez la case\u{A0}: sans consentement, rien n’est signé.",
      .reasonMissing: "Le motif manque, ou est trop long.",
      .noMail: "Aucun serveur d’envoi n’est réglé\u{A0}: ni lien ni code n’arriveraient.",
      .waitsAlready: "Ce texte est déjà chez ses signataires.",
      .unsigned: "Ce fichier n’est pas un PDF lisible qui porte une signature.",
    ])

  static let english = SignatureWords(
    purposes: [
      .contract: "Contract", .amendment: "Amendment", .acceptance: "Acceptance report",
      .slip: "Intervention slip",
    ],
    stages: [
      .waiting: "To sign", .signed: "Signed", .refused: "Refused", .expired: "Out of time",
      .withdrawn: "Withdrawn", .brought: "Signed elsewhere",
    ], document: "Document", readAll: "Read all of it before you sign.",
    openPDF: "Open the PDF as it will be sealed", sign: "Sign",
    simple: """
      This is a simple electronic signature. The register keeps: that you opened it, that the code \
      was sent, your consent, the instant, your network address and your browser.
      """,
    askCode: "Get my code by e-mail", askCodeAgain: "Get another code", code: "Code received",
    codeHint: { "Six digits, good until \($0), three tries." },
    consent: {
      "I have read all of this document and consent to sign it electronically, as \($0)."
    }, refuse: "Refuse to sign", youSigned: { "You signed \($0)." },
    copyComes: "The sealed document reaches you by e-mail once all have signed.",
    notYourTurn: "Somebody else signs first: you will get an e-mail.",
    over: "This document is not to be signed any more.", pdfDigest: "Digest of the PDF (SHA-256)",
    sealedDigest: { "Digest of the sealed PDF (PAdES \($0))" }, sealed: "Sealed document",
    evidence: "Account of the signatures",
    sealHint: """
      The seal proves that the file has not changed, and nothing else: its certificate is this \
      service’s own.
      """, sealing: "All signatures are given; the document is being sealed.",
    signatories: "Signatories", turn: "Their turn", invited: { "Link sent \($0)" },
    journal: "Journal", onSite: "Have it signed here",
    onSiteLead: """
      Gives a link to open on a screen at hand; the code goes to the signatory’s own address.
      """,
    onSiteHint: """
      This link is shown once, and is good for this signatory alone. On your own screen, stay \
      present: your session is open there.
      """,
    openHere: "Open on this screen", openCode: "The address, to scan with a telephone",
    byMail: "Have it signed by e-mail",
    byMailLead: """
      The first gets a link and a code, then the second; with the last signature the text binds \
      from its day.
      """, days: "Days to sign", follow: "Follow the signature",
    bring: "Bring in a file signed elsewhere",
    bringHint: """
      A PDF: its signatures are verified and shown, then you record those of the parties.
      """, signedFile: "Signed PDF", signatory: "Certificate of", issuer: "Issued by",
    sound: "Intact", unsound: "Altered", trusted: "Known authority",
    untrusted: "Authority not known here", stamped: "Time-stamped",
    slip: Asked(
      title: "Have an intervention slip signed",
      lead: "The work noted on this ticket, to be signed by e-mail or on a screen at hand."),
    report: Asked(
      title: "Have the report signed",
      lead: """
        The decision as it is recorded, to be signed by each party by e-mail or on a screen at \
        hand. What is signed is sealed and kept.
        """),
    facts: [
      "signature.requested": "Put to signature", "signature.invited": "Link sent",
      "signature.opened": "Document opened", "signature.code_sent": "Code sent",
      "signature.code_refused": "Wrong code", "signature.code_given": "Code given",
      "signature.consented": "Consent", "signature.refused": "Refused",
      "signature.expired": "Out of time", "signature.withdrawn": "Withdrawn",
      "signature.sealed": "Sealed", "signature.brought": "File signed elsewhere, brought in",
    ],
    refusals: [
      .noSignatory: "One to six people sign.", .badEmail: "This is no e-mail address.",
      .unnamed: "The name or the capacity is missing, or too long.",
      .wrongParties: "A contract is signed by its two parties, each once.",
      .expiresOutOfBounds: "One to ninety days to sign.",
      .over: "This document is not to be signed any more.", .notYourTurn: "Another signs first.",
      .tooManyCodes: "Ten codes were sent already: ask for another link.",
      .wrongCode: "This is not the code that was sent.",
      .codeSpent: "This code is no longer good: ask for another.",
      .noConsent: "Tick the box: without consent nothing is signed.",
      .reasonMissing: "The reason is missing, or too long.",
      .noMail: "No mail relay is set: neither link nor code would arrive.",
      .waitsAlready: "This text is with its signatories already.",
      .unsigned: "This file is no readable PDF that holds a signature.",
    ])
}
