import Maintenance
import Testing

struct LetterTests {
  private let letter = Letter(
    subject: "Demande\nBcc: tout@monde.example", greeting: "Bonjour <b>Ana</b>,",
    paragraphs: ["A & B"], particulars: [("Risque", "\"panne\"")],
    link: Letter.Link("Ouvrir", "https://vigie.example/?a=1&b=\"2\""),
    quoted: "ligne 1\nligne 2", footer: "Vigie")

  @Test func `what people write cannot become a header, nor markup`() {
    #expect(letter.subjectLine == "Demande Bcc: tout@monde.example")
    let html = letter.html(in: .french)
    #expect(html.contains("Bonjour &lt;b&gt;Ana&lt;/b&gt;,"))
    #expect(html.contains("<a href=\"https://vigie.example/?a=1&amp;b=&quot;2&quot;\">"))
    #expect(html.contains("ligne 1<br>\nligne 2"))
    #expect(!html.contains("<b>") && !html.contains("src="))
    #expect(letter.text(in: .english).contains("Ouvrir:\nhttps://vigie.example/?a=1&b=\"2\""))
  }

  @Test func `an address is what can stand in a header without quotes`() {
    for address in ["a@b.fr", "ana.ferrand+x@mail.vigie.example"] {
      #expect(MailAddress.isSound(address))
    }
    for address in [
      "", "a", "@b.fr", "a@b", "a@b.fr\n", "a b@c.fr", "a@b@c.fr", "é@b.fr", "a,b@c.fr",
      "<a@b.fr>", "a@.fr", "a@b.", String(repeating: "a", count: 250) + "@b.fr",
    ] {
      #expect(!MailAddress.isSound(address), "\(address)")
    }
  }

  @Test func `attempts are made later and later, and at least every six hours`() {
    let pauses = (1...12).map(MailDelivery.pause)
    #expect(pauses == pauses.sorted())
    #expect(pauses.first == 60 && pauses.last == 21_600)
  }
}
