import Maintenance
import TestSupport
import Testing

@testable import Web

struct HTMLTests {
  @Test func `what the source writes stays markup and values become text`() {
    let name = "<script>alert('Zoé & \"Léa\"')</script>"
    let piece: HTML = "<p title=\"\(name)\">\(name)</p>"
    #expect(
      piece.text == """
        <p title="&lt;script&gt;alert(&#39;Zoé &amp; &quot;Léa&quot;&#39;)&lt;/script&gt;">\
        &lt;script&gt;alert(&#39;Zoé &amp; &quot;Léa&quot;&#39;)&lt;/script&gt;</p>
        """)
  }

  @Test func `no text whatever leaves its place in the page`() {
    var chance = SplitMix64(seed: 7)
    let alphabet = Array("<>&\"'=/ \n\u{0}aé\u{202E}😀`-!".unicodeScalars)
    for _ in 0..<2000 {
      var value = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &chance) {
        value.append(alphabet[Int.random(in: 0..<alphabet.count, using: &chance)])
      }
      let piece: HTML = "<a title=\"\(String(value))\">\(String(value))</a>"
      let bytes = piece.bytes
      #expect(bytes.count { $0 == UInt8(ascii: "<") } == 2)
      #expect(bytes.count { $0 == UInt8(ascii: ">") } == 2)
      #expect(bytes.count { $0 == UInt8(ascii: "\"") } == 2)
      #expect(!bytes.contains(UInt8(ascii: "'")))
      let shown = String(value).filter { $0 != "\0" }
      #expect(piece.text.unescaped == "<a title=\"\(shown)\">\(shown)</a>")
    }
  }

  @Test func `pieces repeat, choose and leave out`() {
    let none: HTML? = nil
    let list: HTML =
      "<ul>\(each: [1, 2], { "<li>\($0)</li>" })\(none)\(when: false, "<li>no</li>")</ul>"
    #expect(list.text == "<ul><li>1</li><li>2</li></ul>")
  }

  @Test(arguments: ["//ailleurs.example", "https://ailleurs.example", "/\\ailleurs", "", "/a b"])
  func `an address that leads elsewhere is no path`(_ address: String) {
    #expect(Path(asked: address) == nil)
    #expect(Path(asked: "/tickets?page=2") != nil)
  }

  @Test func `a value in a path stays one segment`() {
    let path: Path = "/contrats/\("../é?a=b")/registre"
    #expect(path.text == "/contrats/..%2F%C3%A9%3Fa%3Db/registre")
    #expect(path.asking("lang", "en").asking("q", "a&b").text.hasSuffix("?lang=en&q=a%26b"))
    #expect(path.at("clause-7.2").text.hasSuffix("/registre#clause-7.2"))
  }
}

extension String {
  fileprivate var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
