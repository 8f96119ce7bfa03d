/// What a text must be to name a company, an account, a place: read strictly or not at all.
protocol StrictIdentifier {
  init(_ text: String) throws(IdentifierFlaw)
}

/// The number, when there is one and it is right.
func number<Number: StrictIdentifier>(_ text: String?, as: Number.Type) -> Number? {
  guard let text else { return nil }
  do throws(IdentifierFlaw) {
    return try Number(text)
  } catch {
    return nil
  }
}

/// What is wrong with a number, when there is one and it is wrong.
func flaw<Number: StrictIdentifier>(_ text: String?, as: Number.Type) -> IdentifierFlaw? {
  guard let text else { return nil }
  do throws(IdentifierFlaw) {
    _ = try Number(text)
    return nil
  } catch {
    return error
  }
}

/// Why a text is not the number it stands for, as what follows « : » in a sentence.
struct IdentifierFlaw: Error, Equatable {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }

  static let capitals = IdentifierFlaw("il s’écrit en capitales")
  static let wrongKey = IdentifierFlaw("sa clé de contrôle ne convient pas à ses autres signes")
}
