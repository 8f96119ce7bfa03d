/// Findings that no one may accept, and why: what the parties say of them changes nothing.
enum FirmRules {
  static let all: [(why: String, ids: [String])] = [
    (
      "sans cela, on ne sait ni qui s’engage, ni à quoi, ni à quel prix",
      ["PAR-01", "PAR-11", "OBJ-01", "OBJ-02", "OBJ-04", "PRX-01", "DUR-01", "DOC-06"]
    ),
    ("un numéro faux ne désigne personne", ["PAR-05", "PAR-06", "PAR-09", "PAR-17", "PAY-13"]),
    (
      "la loi l’impose, quoi que conviennent les parties",
      [
        "PAR-15", "DUR-05", "PAY-01", "PAY-02", "PAY-03", "PAY-05", "PAY-06", "PAY-07", "PRX-13",
        "PRX-20", "LIT-01", "MAP-01", "RES-05", "DAT-01", "DAT-02",
      ]
    ),
    (
      "le contrat aurait deux lectures, ou ne pourrait pas s’exécuter",
      [
        "PRX-04", "PRX-05", "PRX-09", "PRX-11", "PRX-16", "PRX-18", "PAY-10", "PAY-11", "OBJ-03",
        "OBJ-11", "SLA-01", "SLA-02", "SLA-03", "SLA-04", "SLA-12", "PEN-02", "REF-01", "REF-02",
        "REF-03", "COH-01", "COH-02", "COH-03", "COH-04", "COH-05", "COH-06", "ACC-01", "ACC-02",
        "ACC-03",
      ]
    ),
  ]

  /// Why that rule's findings cannot be accepted; nothing when they can.
  static func reason(_ rule: String) -> String? {
    if rule.hasPrefix("FMT-") { return "ce qui ne se lit pas ne s’exécute pas" }
    return all.first { $0.ids.contains(rule) }?.why
  }
}
