/// Which contracts a client's person sees, and of which of their sites.
package struct Reach: Hashable, Sendable {
  package var agreements: [ID<Agreement>]
  /// Ids of the sites to which somebody is held under a contract; under the others, to none.
  package var sites: [ID<Agreement>: Set<String>]

  package static let mostAgreements = 100
  /// Under one contract.
  package static let mostSites = 100

  package init(_ agreements: [ID<Agreement>] = [], sites: [ID<Agreement>: Set<String>] = [:]) {
    self.agreements = agreements
    self.sites = sites
  }

  package func sees(_ agreement: ID<Agreement>, at site: String) -> Bool {
    agreements.contains(agreement) && (sites[agreement]?.contains(site) ?? true)
  }

  init(_ fact: Fact) throws(ReplayFault) {
    let texts = (fact.body["agreements"]?.list ?? []).compactMap(\.text)
    agreements = texts.compactMap { ID<Agreement>($0) }
    sites = [:]
    guard agreements.count == texts.count else {
      throw ReplayFault("\(fact.kind): unreadable agreements")
    }
    guard case .fields(let held)? = fact.body["sites"] else { return }
    for (text, ids) in held {
      guard let agreement = ID<Agreement>(text), let ids = ids.list else {
        throw ReplayFault("\(fact.kind): unreadable sites")
      }
      sites[agreement] = Set(ids.compactMap(\.text))
    }
  }

  /// As facts bear it.
  var fields: [String: Datum] {
    var fields: [String: Datum] = ["agreements": .list(agreements.map { .text($0.text) })]
    guard !sites.isEmpty else { return fields }
    let held = sites.map { ($0.text, Datum.list($1.sorted().map(Datum.text))) }
    fields["sites"] = .fields(Dictionary(uniqueKeysWithValues: held))
    return fields
  }
}
