import Hummingbird
import Maintenance
import Operations

/// A contract that a client's person may be given, with the sites to which they may be held.
struct ReachChoice {
  var agreement: ID<Agreement>
  var reference: String
  var clientName: String
  /// Empty where the contract has one alone, or none yet.
  var sites: [Site]

  init(_ agreement: Agreement, _ terms: Terms?) {
    self.agreement = agreement.id
    reference = agreement.reference
    clientName = agreement.clientName
    let sites = terms?.contract.scope.sites ?? []
    self.sites = sites.count > 1 ? sites : []
  }
}

extension Operations {
  func reachChoice(_ id: ID<Agreement>) async throws -> ReachChoice {
    do {
      let (agreement, terms) = try await agreementTerms(id)
      return ReachChoice(agreement, terms)
    } catch Missing.versionInForce {
      return ReachChoice(try await versions(of: id).agreement, nil)
    }
  }
}

extension Reach {
  /// What was ticked among contracts and sites, and one contract more that was chosen.
  init(_ form: Form) throws {
    var texts = form.list("contrats[]")
    if let more = form["contrat"], !more.isEmpty, !texts.contains(more) { texts.append(more) }
    let ids = texts.compactMap { ID<Agreement>($0) }
    guard ids.count == texts.count else { throw HTTPError(.badRequest) }
    self.init(ids)
    for agreement in ids { sites[agreement] = try Reach.sites(of: agreement, form) }
  }

  /// Nothing when no site was ticked.
  static func sites(of agreement: ID<Agreement>, _ form: Form) throws -> Set<String>? {
    let sites = try form.list("sites[]").compactMap { text -> String? in
      let halves = text.split(separator: ":", maxSplits: 1)
      guard halves.count == 2, let id = ID<Agreement>(String(halves[0])) else {
        throw HTTPError(.badRequest)
      }
      return id == agreement ? String(halves[1]) : nil
    }
    return sites.isEmpty ? nil : Set(sites)
  }
}

extension Frame {
  /// A person's role, and with it what a client's person sees: `boxes`.
  func roleForm(
    _ account: Account, among roles: [Role], to path: Path, _ boxes: HTML
  ) -> HTML {
    let accounts = words.accounts
    let id = "role-\(account.id.text)"
    let options = roles.map { (value: $0.rawValue, word: accounts.roles[$0] ?? $0.rawValue) }
    return """
      <form class="act" method="post" action="\(shell.once(path))">
      \(field(accounts.role, id: id, choice(
        "role", id: id, chosen: account.role.rawValue, options)))
      \(boxes)<button type="submit">\(words.people.change)</button></form>
      """
  }

  /// Contracts to tick, each with its sites.
  func contractBoxes(_ choices: [ReachChoice], _ reach: Reach) -> HTML {
    """
    \(each: choices, { choice in
      """
      <label class="check"><input type="checkbox" name="contrats[]" value="\(choice.agreement)"\
      \(when: reach.agreements.contains(choice.agreement), " checked")>\
      <span>\(choice.reference) <span class="sub">\(choice.clientName)</span></span></label>
      \(siteBoxes(choice, reach.sites[choice.agreement] ?? []))
      """
    })
    """
  }

  /// The sites to which somebody may be held under a contract.
  func siteBoxes(_ choice: ReachChoice, _ chosen: Set<String>) -> HTML {
    guard !choice.sites.isEmpty else { return "" }
    return """
      <fieldset class="checks"><legend>\(words.people.sites(choice.reference))</legend>\
      <p class="hint">\(words.people.sitesHint)</p>\
      \(each: choice.sites, { site in
        """
        <label class="check"><input type="checkbox" name="sites[]" \
        value="\(choice.agreement):\(site.id)"\(when: chosen.contains(site.id), " checked")>\
        <span>\(site.name.isEmpty ? site.id : site.name.typesetInFrench)</span></label>
        """
      })</fieldset>
      """
  }
}
