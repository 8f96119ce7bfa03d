import Maintenance

/// The signatures as the template prints them.
struct SigningLayout: Encodable {
  struct Signatory: Encodable {
    let side: String
    let party: String
    let name: String
    let capacity: String
    let power: String
  }

  let place: String?
  let day: String?
  let originals: String
  let signatories: [Signatory]

  init(_ page: SigningPage) {
    place = page.place
    day = page.day
    originals = page.originals
    signatories = page.signatories.map {
      Signatory(
        side: $0.side, party: $0.party, name: $0.name, capacity: $0.capacity, power: $0.power)
    }
  }
}
