import Hummingbird
import TestSupport
import Testing

@testable import Web

struct FormTests {
  private static let multipart = "multipart/form-data; boundary=limite"
  private static let urlEncoded = "application/x-www-form-urlencoded"

  @Test func `fields are decoded as browsers encode them`() throws {
    let form = try Form(
      Array("objet=Panne+%C3%A0+l%27atelier&vide=&seul&texte=a%0D%0Ab&pour=100%".utf8),
      type: FormTests.urlEncoded)
    #expect(form["objet"] == "Panne à l'atelier")
    #expect(form["vide"] == "" && form["seul"] == "")
    #expect(form["texte"] == "a\nb")
    #expect(form["pour"] == "100%")
    #expect(form["absent"] == nil)
  }

  @Test func `a file comes with its bytes, a field with its text`() throws {
    let body = """
      --limite\r\nContent-Disposition: form-data; name="texte"\r\n\r\nun\r\ndeux\r\n\
      --limite\r\nContent-Disposition: form-data; name="fichier"; filename="a.yaml"\r\n\
      Content-Type: text/yaml\r\n\r\na: 1\r\n\r\n--limite--\r\n
      """
    let form = try Form(Array(body.utf8), type: FormTests.multipart)
    #expect(form["texte"] == "un\ndeux")
    #expect(form.file("fichier") == Array("a: 1\r\n".utf8))
    #expect(form.file("texte") == nil)
  }

  @Test(arguments: [
    "a=1&a=2", "a=%00", "a=%ff", (0..<70).map { "f\($0)=1" }.joined(separator: "&"),
  ])
  func `a form that is ambiguous or no text is refused`(_ body: String) {
    #expect(throws: HTTPError.self) { try Form(Array(body.utf8), type: FormTests.urlEncoded) }
  }

  @Test(arguments: [
    "--limite--limite--limite", "--limite", "", "--limite\r\n\r\n\r\n--limite--",
    "--limite\r\n--limite",
  ])
  func `a body without parts is refused`(_ body: String) {
    #expect(throws: HTTPError.self) {
      try Form(Array(body.utf8), type: FormTests.multipart + (body.isEmpty ? ";" : ""))
    }
  }

  @Test(arguments: 0..<30)
  func `no body stops the server, and each gives a bounded form or a refusal`(_ seed: Int) {
    var numbers = SplitMix64(seed: UInt64(seed))
    for turn in 0..<200 { expectFormOrRefusal(turn, &numbers) }
  }

  private func expectFormOrRefusal(_ turn: Int, _ numbers: inout SplitMix64) {
    let pieces = [
      "--limite", "\r\n", "\r\n\r\n", "--", "Content-Disposition: form-data; name=\"a\"",
      "; filename=\"b\"", "%", "%4", "%C3", "&", "=", "+", "\"", " name=\"", "\u{0}", "é",
    ]
    var body: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      body += Array((pieces.randomElement(using: &numbers) ?? "").utf8)
    }
    if let index = body.indices.randomElement(using: &numbers) {
      body[index] = UInt8.random(in: 0...255, using: &numbers)
    }
    let types = [
      FormTests.multipart, FormTests.urlEncoded, "multipart/form-data; boundary=\"",
      "multipart/form-data; boundary=", "text/plain", "",
    ]
    let type = types[turn % types.count]
    do {
      let form = try Form(body, type: type)
      #expect(form.fields.count <= 64)
    } catch {
      #expect(error is HTTPError)
    }
  }
}
