extension Holiday {
  /// As the law writes it, without article: «1er mai», «lundi de Pâques».
  package var french: String {
    switch self {
    case .newYear: "1er\u{A0}janvier"
    case .easterMonday: "lundi de Pâques"
    case .labourDay: "1er\u{A0}mai"
    case .victory1945: "8\u{A0}mai"
    case .ascension: "Ascension"
    case .whitMonday: "lundi de Pentecôte"
    case .nationalDay: "14\u{A0}juillet"
    case .assumption: "Assomption"
    case .allSaints: "Toussaint"
    case .armistice1918: "11\u{A0}novembre"
    case .christmas: "Noël"
    case .goodFriday: "Vendredi saint"
    case .saintStephen: "26\u{A0}décembre"
    case .abolitionOfSlavery: "commémoration de l’abolition de l’esclavage"
    default: localFrench
    }
  }

  private var localFrench: String {
    switch self {
    case .gospelArrival: "arrivée de l’Évangile"
    case .autonomyDay: "fête de l’autonomie"
    case .matarii: "Matari’i"
    case .citizenshipDay: "fête de la citoyenneté"
    case .saintPeterChanel: "saint Pierre Chanel"
    case .saintsPeterAndPaul: "saints Pierre et Paul"
    case .territoryDay: "fête du Territoire"
    case .ashWednesday: "mercredi des Cendres"
    case .shroveMonday: "lundi gras"
    case .shroveTuesday: "mardi gras"
    case .midLent: "jeudi de la Mi-Carême"
    case .victorSchoelcher: "21\u{A0}juillet (Victor Schœlcher)"
    default: "2\u{A0}novembre (jour des Défunts)"
    }
  }
}
