import Testing

/// French as the Imprimerie nationale prints it: narrow no-break space before ; ! ?, no-break space
/// before : % € and inside « ».
struct TypographyTests {
  @Test(arguments: [
    ("vrai ? oui ; non !", "vrai\u{202f}? oui\u{202f}; non\u{202f}!"),
    ("ceci : 20 % de 1 234 567,50 €", "ceci\u{a0}: 20\u{a0}% de 1\u{202f}234\u{202f}567,50\u{a0}€"),
    ("« mot » et «mot»", "«\u{a0}mot\u{a0}» et «\u{a0}mot\u{a0}»"),
    ("l'an, d'« Oui », 5'", "l’an, d’«\u{a0}Oui\u{a0}», 5'"),
    ("sous 4 h, 30 min, 2 jours ouvrés", "sous 4\u{a0}h, 30\u{a0}min, 2\u{a0}jours ouvrés"),
    ("art. 7 de l'article 12, n° 5", "art.\u{a0}7 de l’article\u{a0}12, n°\u{a0}5"),
    ("le 1er mars 2027, le 3 mars 2027", "le 1er mars 2027, le 3\u{a0}mars 2027"),
    ("08:30-12:30 https://a.example/?b=c;d", "08:30-12:30 https://a.example/?b=c;d"),
    ("SIREN 999 123 458, 69003 Lyon", "SIREN 999\u{202f}123\u{202f}458, 69003 Lyon"),
    ("a\tb\u{200b}c\u{202e}d\r\ne", "a bcd\ne"),
  ])
  func `spaces are those of French, once and for all`(_ given: String, _ wanted: String)
    async throws
  {
    #expect(try await Project.french(given) == wanted)
    #expect(try await Project.french(wanted) == wanted)
  }

  @Test func `an address that a line holds is left whole`() async throws {
    let address = "contrats@vigie-informatique-de-lyon.example"
    #expect(try await Project.french(address) == address)
  }
}
