import CYaml

/// Why the scanner gave up, in French, at the offset where it did.
struct SyntaxProblem {
  /// The scanner has its own bound, which a line of brackets meets before ours.
  var isTooDeep: Bool
  var offset: Int
  /// Where what could not be ended began, such as a quote; else the same place.
  var start: Int
  var message: String
  var help: String?

  /// `base`: the offset in the source at which the parser began.
  init(_ parser: yaml_parser_t, source: SourceText, base: Int) {
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    isTooDeep = problem.contains("Maximum nesting level")
    if parser.error == YAML_READER_ERROR {
      offset = base + source.offset(ofByte: Int(clamping: parser.problem_offset), from: base)
      start = offset
      message = "ce caractère de contrôle n’est pas permis dans un texte"
      help = "Effacez-le : il vient souvent d’un copier-coller."
      return
    }
    offset = base + Int(clamping: parser.problem_mark.index)
    let context = parser.context.map { String(cString: $0) } ?? ""
    start =
      Self.spans.contains(where: context.contains)
      ? min(offset, base + Int(clamping: parser.context_mark.index)) : offset
    // A quote without an end is found at the end of the file, which helps nobody.
    if problem.contains("unexpected end of stream") { offset = start }
    let known = Self.known.first { problem.contains($0.problem) }
    message = known?.message ?? "ce texte n’est pas du YAML correct (\(problem))"
    help = known?.help
  }

  /// Contexts of libyaml that begin where the fault is, and may end far below it.
  private static let spans = ["quoted scalar", "flow", "simple key"]

  private struct Known {
    var problem: String
    var message: String
    var help: String?
  }

  /// Fragments of libyaml's problems, most precise first.
  private static let known = [
    Known(
      problem: "cannot start any token", message: "ce caractère ne peut pas commencer une valeur",
      help: "Une tabulation, « @ » ou « ` » ? Indentez avec des espaces, mettez le texte entre "
        + "guillemets."),
    Known(
      problem: "mapping values are not allowed",
      message: "une clé n’est pas permise à cet endroit",
      help: "Vérifiez l’indentation ; mettez entre guillemets un texte qui contient « : »."),
    Known(
      problem: "could not find expected ':'",
      message: "il manque « : » après la clé qui précède", help: nil),
    Known(
      problem: "did not find expected key", message: "une clé est attendue ici",
      help: "Vérifiez l’indentation de la ligne et celle de la précédente."),
    Known(
      problem: "did not find expected ',' or '}'",
      message: "il manque « , » ou « } » dans le groupe ouvert plus haut", help: nil),
    Known(
      problem: "did not find expected ',' or ']'",
      message: "il manque « , » ou « ] » dans la liste ouverte plus haut", help: nil),
    Known(
      problem: "did not find expected '-'", message: "un élément de liste « - » est attendu ici",
      help: "Vérifiez l’indentation."),
    Known(
      problem: "unexpected end of stream", message: "un guillemet ouvert n’est jamais fermé",
      help: nil),
    Known(
      problem: "unexpected document indicator",
      message: "un guillemet ouvert n’est pas fermé avant « --- »", help: nil),
    Known(
      problem: "tab character", message: "une tabulation sert d’indentation",
      help: "Indentez avec des espaces."),
    Known(
      problem: "unknown escape character", message: "cet échappement « \\ » n’existe pas",
      help: "Entre guillemets droits, doublez la barre : « \\\\ »."),
    Known(
      problem: "found undefined tag handle", message: "les étiquettes YAML ne sont pas admises",
      help: nil),
    Known(
      problem: "block sequence entries are not allowed",
      message: "un élément de liste n’est pas permis à cet endroit",
      help: "Mettez « - » à la ligne, sous la clé."),
    Known(
      problem: "did not find expected node content", message: "une valeur est attendue ici",
      help: nil),
    Known(
      problem: "did not find expected <document start>",
      message: "ce texte ne fait pas partie du document qui précède",
      help: "Vérifiez l’indentation."),
  ]
}
