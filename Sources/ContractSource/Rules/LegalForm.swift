/// What follows from the legal form that a party gives itself.
enum LegalForm {
  /// Forms whose documents must state the share capital (C. com. R123-238).
  static func statesCapital(_ form: String) -> Bool {
    [
      "sarl", "eurl", "sas", "sasu", "sa", "sca", "se", "selarl", "selas", "selafa", "scop",
      "societe a responsabilite limitee", "societe par actions simplifiee", "societe anonyme",
    ].contains(fold(form))
  }

  /// Companies, which are entered in the commercial register.
  static func isRegistered(_ form: String) -> Bool {
    statesCapital(form) || ["snc", "scp", "sci", "scm", "scs", "gie"].contains(fold(form))
  }

  /// Forms that no one takes for a merchant's, when the party does not say what it is.
  static func isCivil(_ form: String) -> Bool {
    ["association", "scp", "sci", "scm", "syndicat", "fondation", "commune"].contains(fold(form))
  }
}
