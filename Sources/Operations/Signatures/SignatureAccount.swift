import Documents
import Maintenance
import Store

/// How a document came to be signed, in French, for a judge; its journal goes along as JSON.
struct SignatureAccount {
  let reading: EnvelopeReading
  let sealed: SealedDocument
  let at: Instant

  init(_ reading: EnvelopeReading, sealed: SealedDocument, at instant: Instant) {
    self.reading = reading
    self.sealed = sealed
    at = instant
  }

  private var envelope: Envelope { reading.envelope }

  var document: EvidenceDocument {
    var document = EvidenceDocument(
      title: "Dossier de signature", reference: reading.reference, subtitle: envelope.title,
      paragraphs: [
        """
        Signature électronique simple (règlement eIDAS, article 25 ; Code civil, article 1367) : \
        chaque signataire a été identifié par son adresse de courriel, où sont allés le lien et le \
        code à six chiffres, et a consenti à ces octets en cochant les mots repris ci-dessous.
        """,
        """
        Le cachet (PAdES \(sealed.level)) prouve que le fichier n’a pas changé depuis ; il n’est \
        ni une signature avancée ni une signature qualifiée, et aucune autorité ne répond de son \
        titulaire. Le fichier scellé commence par les octets mêmes qui ont été montrés.
        """,
      ], sections: [digests, people, journal], checkpoint: "", publicKey: "",
      day: reading.zone.day(at: at).number)
    document.attachment = json
    return document
  }

  private var digests: EvidenceDocument.Section {
    var rows = [["Document montré et signé (PDF)", envelope.document.pdf]]
    rows.append(["Texte montré à lire", envelope.document.text])
    if let manifest = envelope.document.manifest {
      rows.append(["Texte et données du contrat, ensemble", manifest])
    }
    rows.append(["Certificat du cachet", sealed.certificate])
    return EvidenceDocument.Section(
      "Empreintes", lead: "SHA-256, en hexadécimal.",
      [EvidenceDocument.Table(["De", "*Empreinte"], rows)])
  }

  private var people: EvidenceDocument.Section {
    EvidenceDocument.Section(
      "Signataires", lead: "",
      [
        EvidenceDocument.Table(
          ["Partie", "*Nom", "*Qualité", "*Courriel", "Signé le (UTC)"],
          envelope.signatories.map { person in
            [
              person.side.rawValue, person.name, person.capacity, person.email,
              person.signedAt?.iso ?? "–",
            ]
          })
      ])
  }

  private var journal: EvidenceDocument.Section {
    let rows = reading.facts.map { fact in
      [
        fact.at.iso, SignatureAccount.words[fact.kind] ?? fact.kind, fact.actor.name,
        SignatureAccount.detail(fact),
      ]
    }
    return EvidenceDocument.Section(
      "Journal",
      lead: "Chaque ligne est une inscription du registre du contrat, chaînée aux autres.",
      [EvidenceDocument.Table(["Instant (UTC)", "*Fait", "*Par", "**Détail"], rows)])
  }

  private static let words = [
    "signature.requested": "Mis à la signature", "signature.invited": "Lien envoyé",
    "signature.opened": "Document ouvert", "signature.code_sent": "Code envoyé",
    "signature.code_refused": "Code erroné", "signature.code_given": "Code donné",
    "signature.consented": "Consentement",
  ]

  private static func detail(_ fact: Fact) -> String {
    var parts: [String] = []
    for (key, label) in [
      ("words", ""), ("email", "courriel "), ("message", "message "), ("address", "depuis "),
      ("agent", "navigateur "),
    ] {
      guard let text = fact.body[key]?.text, !text.isEmpty else { continue }
      parts.append(label + text)
    }
    return parts.joined(separator: " ; ")
  }

  /// The facts as the register words them, for programs.
  private var json: String {
    let facts = reading.facts.map { fact -> String in
      "{\"at\":\(quoted(fact.at.iso)),\"kind\":\(quoted(fact.kind)),"
        + "\"actor\":\(quoted(fact.actor.name)),\"body\":\(written(fact.body))}"
    }
    return "{\"envelope\":\(quoted(envelope.id.text)),\"facts\":[\n"
      + facts.joined(separator: ",\n") + "\n]}\n"
  }

  private func written(_ datum: Datum) -> String {
    switch datum {
    case .text(let text): quoted(text)
    case .integer(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): "[" + items.map(written).joined(separator: ",") + "]"
    case .fields(let fields):
      "{"
        + fields.sorted { $0.key < $1.key }
        .map { "\(quoted($0.key)):\(written($0.value))" }.joined(separator: ",") + "}"
    }
  }

  private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case _ where scalar.value < 32:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
