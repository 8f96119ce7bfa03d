import ArgumentParser
import ContractSource

/// `diligence schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Affiche le schéma JSON du format de contrat, pour un éditeur.",
    discussion: """
      JSON Schema 2020-12. Un éditeur qui le connaît propose les clés, montre leur sens et \
      souligne ce qui n’est pas du format ; « diligence check » dit tout le reste.
      """)

  func run() {
    print(JSONSchema.text(), terminator: "")
  }
}
