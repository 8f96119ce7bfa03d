import Testing

@testable import ContractSource

struct TextEditingTests {
  private let source = """
    # En tête
    reference: A-1 # gardé
    parties:
      client:
        siren: "111"
        siege: { voie: 1 rue A, commune: Lyon }
      # après le client
    heures:
      lundi:
        - "08:00-12:00"
    parc:
      - { groupe: postes, nombre: 2 }
    besoins: >-
      Deux
      lignes
    fin: oui

    """

  private func edited(_ path: String, _ value: TextEditing.Value) throws -> String {
    var text = try #require(TextEditing(source))
    let isSet = text.set(path, to: value)
    #expect(isSet)
    return text.text
  }

  @Test func `a change touches its value and nothing else`() throws {
    let changed = try edited("parties.client.siren", .text("222"))
    #expect(changed == source.replacing("\"111\"", with: "\"222\""))
    let flow = try edited("parties.client.siege.voie", .text("2, rue B"))
    #expect(flow == source.replacing("1 rue A", with: "\"2, rue B\""))
    let item = try edited("parc[0].nombre", .text("12"))
    #expect(item == source.replacing("nombre: 2", with: "nombre: 12"))
    let folded = try edited("besoins", .text("Un"))
    #expect(folded == source.replacing(">-\n  Deux\n  lignes", with: "Un"))
  }

  @Test func `a new key goes to the end of its group, with the groups that miss`() throws {
    let inBlock = try edited("parties.client.effectif", .text("7"))
    #expect(
      inBlock
        == source.replacing("commune: Lyon }", with: "commune: Lyon }\n    effectif: 7"))
    let inFlow = try edited("parties.client.siege.code_postal", .text("01000"))
    #expect(
      inFlow == source.replacing("commune: Lyon }", with: "commune: Lyon, code_postal: \"01000\" }")
    )
    let nested = try edited("duree.reconduction.mode", .text("tacite"))
    #expect(nested.contains("\nduree: { reconduction: { mode: tacite } }\n"))
  }

  @Test func `a list is written over a list`() throws {
    let changed = try edited("heures.lundi", .list(["09:00-12:00", "13:00-17:00"]))
    #expect(changed.contains("  lundi: [\"09:00-12:00\", \"13:00-17:00\"]\nparc:"))
  }

  @Test func `a key goes away with its line, and a group with its last key`() throws {
    var text = try #require(TextEditing(source))
    text.remove("reference")
    #expect(text.text == source.replacing("reference: A-1 # gardé\n", with: ""))
    text.remove("parties.client.siege.voie")
    #expect(text.text.contains("siege: { commune: Lyon }"))
    text.remove("heures.lundi")
    #expect(!text.has("heures"))
  }

  @Test func `the same value leaves the text as it is`() throws {
    #expect(try edited("parties.client.siren", .text("111")) == source)
    #expect(try edited("heures.lundi", .list(["08:00-12:00"])) == source)
  }

  @Test(arguments: [
    "a: b", "- x", "12 # 3", " x ", "null", "ligne\nautre", "\"", "\\", "[a]", "a, b", "é: ",
    "0123",
    "{{x}}", "@a", "&a", "*a", "!a", "%", "x:", "\t", "'",
  ])
  func `whatever is typed is read again as typed`(_ typed: String) throws {
    for path in ["fin", "parties.client.siege.voie", "parties.client.siren", "parc[0].groupe"] {
      var text = try #require(TextEditing(source))
      let isSet = text.set(path, to: .text(typed))
      #expect(isSet)
      #expect(text.value(at: path) == typed)
      #expect(text.value(at: "reference") == "A-1")
      #expect(text.text.contains("# après le client"))
    }
  }

  @Test func `what is no contract cannot be taken apart`() {
    #expect(TextEditing("a: [") == nil)
    #expect(TextEditing("a: &x 1\nb: *x") == nil)
    #expect(TextEditing(String(repeating: "[", count: 200)) == nil)
  }
}
