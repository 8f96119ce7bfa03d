import Maintenance
import Operations

/// Words of a contract's margin and of what an hour costs.
struct MarginWords: Sendable {
  var title: String
  /// First and last day.
  var lead: @Sendable (String, String) -> String
  var revenue: String
  var cost: String
  var amount: String
  var person: String
  var hours: String
  var unknown: String
  var partial: String
  var none: String
  var costs: String
  var costsLead: String
  var who: String
  var role: String
  var from: String
  var hourly: String
  var set: String
  var refusal: @Sendable (LaborCostRefusal) -> String
}

extension MarginWords {
  static let french = MarginWords(
    title: "Marge", lead: { "Du \($0) au \($1), hors taxes\u{A0}; le client ne la voit jamais." },
    revenue: "Facturé", cost: "Coût du travail", amount: "Marge", person: "Personne",
    hours: "Temps", unknown: "coût inconnu",
    partial: "Du travail n’a pas de coût connu\u{A0}: la marge est surestimée.",
    none: "Aucun travail sur cette période.", costs: "Coûts horaires internes",
    costsLead: "Le coût d’une personne passe avant celui de son rôle.",
    who: "Nom de la personne", role: "Ou rôle", from: "À partir du", hourly: "Coût d’une heure",
    set: "Noter le coût",
    refusal: { refusal in
      switch refusal {
      case .outOfBounds: "Un montant de 0 à 1\u{202F}000\u{A0}€ est attendu."
      case .nobody: "Une personne ou un rôle est attendu."
      case .dayOutOfBounds: "Un jour d’il y a dix ans au plus à un an d’avance est attendu."
      }
    })

  static let english = MarginWords(
    title: "Margin", lead: { "From \($0) to \($1), before VAT; the client never sees it." },
    revenue: "Invoiced", cost: "Cost of work", amount: "Margin", person: "Person",
    hours: "Time", unknown: "cost not known",
    partial: "Some work has no known cost: the margin is too high.",
    none: "No work in this period.", costs: "Internal hourly costs",
    costsLead: "A person’s cost goes before that of their role.",
    who: "Name of the person", role: "Or role", from: "From", hourly: "Cost of an hour",
    set: "Record the cost",
    refusal: { refusal in
      switch refusal {
      case .outOfBounds: "An amount from 0 to 1,000 € is expected."
      case .nobody: "A person or a role is expected."
      case .dayOutOfBounds: "A day from ten years ago to a year ahead is expected."
      }
    })
}
