import Maintenance
import Store

extension Letter {
  /// The link to a document that waits for somebody's signature.
  static func invitation(
    to envelope: Envelope, for person: Envelope.Signatory, _ token: String, _ language: Language,
    _ mailbox: Mailbox
  ) -> Letter {
    let words = SignatureLetterWords.of(language)
    return Letter(
      subject: words.invitation(envelope.title),
      greeting: LetterWords.of(language).greeting(person.name),
      paragraphs: [words.invitationText(mailbox.name, person.capacity), words.secret],
      particulars: [
        (words.document, envelope.title),
        (words.until, LetterWords.of(language).instant(envelope.expires, in: .paris)),
      ], link: Link(words.open, "\(mailbox.site)/signature/\(token)"),
      footer: LetterWords.of(language).footer(mailbox.name))
  }

  static func code(
    _ code: String, for envelope: Envelope, _ person: Envelope.Signatory, _ language: Language,
    _ mailbox: Mailbox
  ) -> Letter {
    let words = SignatureLetterWords.of(language)
    return Letter(
      subject: words.codeSubject, greeting: LetterWords.of(language).greeting(person.name),
      paragraphs: [words.code(code), words.codeLife],
      particulars: [(words.document, envelope.title)],
      footer: LetterWords.of(language).footer(mailbox.name))
  }

  /// The sealed document with the account of its signatures, to each who signed.
  static func copy(
    of envelope: Envelope, for person: Envelope.Signatory, _ language: Language, _ mailbox: Mailbox
  ) -> Letter {
    let words = SignatureLetterWords.of(language)
    return Letter(
      subject: words.copy(envelope.title), greeting: LetterWords.of(language).greeting(person.name),
      paragraphs: [words.copyText],
      particulars: [("SHA-256", envelope.seal?.pdf ?? "")],
      footer: LetterWords.of(language).footer(mailbox.name))
  }
}

private struct SignatureLetterWords: Sendable {
  var invitation: @Sendable (String) -> String
  var invitationText: @Sendable (_ firm: String, _ capacity: String) -> String
  var secret: String
  var document: String
  var until: String
  var open: String
  var codeSubject: String
  var code: @Sendable (String) -> String
  var codeLife: String
  var copy: @Sendable (String) -> String
  var copyText: String

  static func of(_ language: Language) -> SignatureLetterWords {
    language == .english ? .english : .french
  }

  static let french = SignatureLetterWords(
    invitation: { "À signer\u{A0}: \($0)" },
    invitationText: {
      "\($0) vous demande de signer ce document en qualité de \($1). Lisez-le entier, puis signez."
    },
    secret: "Ce lien est personnel\u{A0}: qui l’a peut lire le document. Ne le transmettez pas.",
    document: "Document", until: "À signer avant le", open: "Lire et signer",
    codeSubject: "Votre code de signature", code: { "Votre code\u{A0}: \($0)" },
    codeLife: "Il vaut dix minutes et trois essais. Personne ne vous le demandera par téléphone.",
    copy: { "Signé\u{A0}: \($0)" },
    copyText: """
      Toutes les signatures sont données. Voici le document scellé et son dossier de \
      signature\u{A0}: conservez-les, ils font preuve.
      """)

  static let english = SignatureLetterWords(
    invitation: { "To sign: \($0)" },
    invitationText: {
      "\($0) asks you to sign this document as \($1). Read all of it, then sign."
    },
    secret: "This link is personal: whoever has it can read the document. Do not pass it on.",
    document: "Document", until: "To be signed before", open: "Read and sign",
    codeSubject: "Your signing code", code: { "Your code: \($0)" },
    codeLife: "It holds for ten minutes and three tries. Nobody will ask for it by telephone.",
    copy: { "Signed: \($0)" },
    copyText: """
      All signatures are given. Here are the sealed document and the account of its signatures: \
      keep them, they are evidence.
      """)
}
