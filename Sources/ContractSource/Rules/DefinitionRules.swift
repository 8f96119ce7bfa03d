import Maintenance

/// Words of the trade that the parties use in their own articles.
enum DefinitionRules {
  static let all = [definitions]

  static let definitions = Rule("DOC-05", .warning, basis: "C. civ., art. 1163 et 1190") {
    examination in
    let texts = examination.ownTexts
    return undefined(in: texts) + unused(in: texts, all: examination.texts)
  }

  /// Abbreviations that two readers may read differently; the library's text uses none of them.
  private static let abbreviations: [String: String] = [
    "gti": "garantie de temps d’intervention", "gtr": "garantie de temps de rétablissement",
    "hno": "heures non ouvrées", "sla": "niveaux de service", "mco": "maintien en condition",
    "pra": "plan de reprise d’activité", "pca": "plan de continuité d’activité",
    "rpo": "perte de données admise", "rto": "délai de reprise", "tma": "tierce maintenance",
  ]

  private static func undefined(in texts: [WrittenText]) -> [Remark] {
    var told: Set<String> = []
    return texts.flatMap { written in
      words(written.folded).compactMap { word in
        guard let meaning = abbreviations[word],
          !texts.contains(where: { defines(word, $0.folded) }), told.insert(word).inserted
        else { return nil }
        let term = word.uppercased()
        return Remark(
          path: written.path, message: "« \(term) » est employé sans définition",
          help: "Définissez-le à sa première mention : « \(meaning) (\(term)) ».")
      }
    }
  }

  private static func defines(_ term: String, _ folded: String) -> Bool {
    [
      "(\(term))", "\(term) (", "\(term) designe", "\(term) » designe", "\(term) signifie",
      "\(term) :",
    ]
    .contains(where: folded.contains)
  }

  /// «X» désigne…, when nothing else says X.
  private static func unused(in texts: [WrittenText], all: [WrittenText]) -> [Remark] {
    texts.flatMap { written -> [Remark] in
      let parts = written.folded.split(separator: "«", omittingEmptySubsequences: false)
        .dropFirst()
      return parts.prefix(50).compactMap { part in
        guard let end = part.firstIndex(of: "»") else { return nil }
        let term = part[..<end].trimmed
        let after = part[part.index(after: end)...].trimmed
        guard after.hasPrefix("designe") || after.hasPrefix("signifie"), !term.isEmpty else {
          return nil
        }
        let uses = all.reduce(0) { $0 + $1.folded.ranges(of: term).count }
        guard uses < 2 else { return nil }
        return Remark(
          path: written.path,
          message: "« \(clipped(term)) » est défini et n’est employé nulle part",
          help: "Retirez la définition, ou employez le terme.")
      }
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
