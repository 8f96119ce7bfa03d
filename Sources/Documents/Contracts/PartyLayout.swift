import Maintenance

/// One side of a contract as the cover and the signatures print it.
struct PartyLayout: Encodable {
  let name: String
  let legalForm: String?
  let capital: Int?
  let siren: String?
  let registryTown: String?
  let vatNumber: String?
  let street: String
  let postcode: String
  let town: String
  let representative: String
  let capacity: String
  let notices: String?

  init(_ party: Party) {
    name = party.name
    legalForm = party.legalForm
    capital = party.capital
    siren = party.siren
    registryTown = party.registryTown
    vatNumber = party.vatNumber
    street = party.seat.street
    postcode = party.seat.postcode
    town = party.seat.town
    representative = party.representative.name
    capacity = party.representative.capacity
    notices = party.noticesAddress
  }
}
