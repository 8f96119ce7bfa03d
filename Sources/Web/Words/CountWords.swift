import Maintenance

/// Words of the page where a contract's counts and packs of hours are told.
struct CountWords: Sendable {
  var title: String
  var lead: String
  var group: String
  var agreed: String
  var count: String
  var from: String
  var told: String
  var none: String
  var record: String
  var pack: String
  var packDay: String
  var order: String
  var refusal: @Sendable (CountRefusal) -> String
}

extension CountWords {
  static let french = CountWords(
    title: "Parc et carnets",
    lead: "Ce qui change entre deux avenants\u{A0}: la facture du mois en tient compte.",
    group: "Groupe", agreed: "Au contrat", count: "Nombre", from: "À partir du",
    told: "Nombres notés et convenus", none: "Rien n’a encore été noté.", record: "Noter le nombre",
    pack: "Carnet d’heures", packDay: "Commandé le", order: "Noter la commande",
    refusal: { refusal in
      switch refusal {
      case .notInForce: "Aucune version du contrat n’est en vigueur."
      case .unknownGroup(let group): "Le contrat n’a pas de groupe «\u{A0}\(group)\u{A0}»."
      case .noClause: "Le contrat ne dit rien des variations du parc\u{A0}: il faut un avenant."
      case .outOfBounds: "Le nombre attendu va de 0 à 100\u{202F}000."
      case .dayOutOfBounds:
        "Le jour attendu est sous le contrat, et un an à l’avance au plus pour le parc."
      case .noPacks: "Le contrat ne vend pas de carnet d’heures."
      case .tooMany: "Ce contrat a déjà deux mille faits de ce genre."
      }
    })

  static let english = CountWords(
    title: "Fleet and hours",
    lead: "What changes between two amendments: the month’s invoice follows it.",
    group: "Group", agreed: "In the contract", count: "Number", from: "From",
    told: "Numbers recorded and agreed", none: "Nothing was recorded yet.",
    record: "Record the number",
    pack: "Prepaid hours", packDay: "Ordered on", order: "Record the order",
    refusal: { refusal in
      switch refusal {
      case .notInForce: "No version of the contract is in force."
      case .unknownGroup(let group): "The contract has no group “\(group)”."
      case .noClause: "The contract says nothing of changes of the fleet: an amendment is needed."
      case .outOfBounds: "A number from 0 to 100,000 is expected."
      case .dayOutOfBounds:
        "A day under the contract is expected, at most a year ahead for the fleet."
      case .noPacks: "The contract sells no prepaid hours."
      case .tooMany: "This contract has two thousand facts of that kind already."
      }
    })
}
