/// A contract of the library: whole but for the parties, to start one's own from.
enum StartingContract: String, CaseIterable {
  case perSeat = "forfait-par-poste"
  case prepaidHours = "carnet-heures"
  case critical = "critique-24-7"

  var source: [UInt8] {
    switch self {
    case .perSeat: PackageResources.forfait_par_poste_yaml
    case .prepaidHours: PackageResources.carnet_heures_yaml
    case .critical: PackageResources.critique_24_7_yaml
    }
  }
}
