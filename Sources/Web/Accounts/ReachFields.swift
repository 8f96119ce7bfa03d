import Hummingbird
import Maintenance
import Operations

/// A contract that a client's person may be given, with the sites to which they may be held.
struct ReachChoice {
  var agreement: ID<Agreement>
  var reference: String
  var clientName: String
  /// Empty where nothing is in force yet.
  var sites: [Site]

  init(_ agreement: Agreement, _ terms: Terms?) {
    self.agreement = agreement.id
    reference = agreement.reference
    clientName = agreement.clientName
    sites = terms?.contract.scope.sites ?? []
  }

  /// Its name under the contract; its id when the contract has no such site, or no name for it.
  func name(of id: String) -> String {
    let name = sites.first { $0.id == id }?.name ?? ""
    return name.isEmpty ? id : name.typesetInFrench
  }
}

/// What is ticked of one contract.
struct ReachTicks {
  var isWhole: Bool
  /// Ids.
  var sites: Set<String>

  /// As it stands; the whole for somebody who is new.
  init(_ reach: Reach? = nil, under agreement: ID<Agreement>) {
    sites = reach?.sites[agreement] ?? []
    isWhole = sites.isEmpty
  }

  /// As a form sent it.
  init(_ typed: [String: String], under agreement: ID<Agreement>) {
    isWhole = Form.list(typed["entiers[]"]).contains(agreement.text)
    sites = Set(
      Form.list(typed["sites[]"]).compactMap { text in
        text.split(separator: ":", maxSplits: 1).last.map(String.init)
      })
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
  /// What was ticked among contracts and sites, and one contract more that was chosen, whole.
  init(_ form: Form) throws {
    var texts = form.list("contrats[]")
    let more = form["contrat"].flatMap { $0.isEmpty || texts.contains($0) ? nil : $0 }
    if let more { texts.append(more) }
    let ids = texts.compactMap { ID<Agreement>($0) }
    guard ids.count == texts.count else { throw HTTPError(.badRequest) }
    self.init(ids)
    sites = try Reach.sites(form)
    guard sites.keys.allSatisfy(ids.contains) else { throw AccountRefusal.unknownSite }
    let whole = form.list("entiers[]") + [more].compactMap(\.self)
    guard ids.allSatisfy({ sites[$0] != nil || whole.contains($0.text) }) else {
      throw AccountRefusal.noSite
    }
  }

  /// The same under one contract: nothing for the whole of it, which has to be said.
  static func sites(of agreement: ID<Agreement>, _ form: Form) throws -> Set<String>? {
    let sites = try Reach.sites(form)
    guard sites.keys.allSatisfy({ $0 == agreement }) else { throw AccountRefusal.unknownSite }
    if let own = sites[agreement] { return own }
    guard form.list("entiers[]").contains(agreement.text) else { throw AccountRefusal.noSite }
    return nil
  }

  private static func sites(_ form: Form) throws -> [ID<Agreement>: Set<String>] {
    var sites: [ID<Agreement>: Set<String>] = [:]
    for text in form.list("sites[]") {
      let halves = text.split(separator: ":", maxSplits: 1)
      guard halves.count == 2, let id = ID<Agreement>(String(halves[0])) else {
        throw HTTPError(.badRequest)
      }
      sites[id, default: []].insert(String(halves[1]))
    }
    return sites
  }
}

extension Frame {
  /// A person's role, and with it what a client's person sees: `boxes`.
  func roleForm(
    _ account: Account, among roles: [Role], typed: String? = nil, to path: Path, _ boxes: HTML
  ) -> HTML {
    let accounts = words.accounts
    let id = "role-\(account.id.text)"
    let options = roles.map { (value: $0.rawValue, word: accounts.roles[$0] ?? $0.rawValue) }
    return """
      <form class="act" method="post" action="\(shell.once(path))">
      <input type="hidden" name="vu" value="\(account.version)">
      \(field(accounts.role, id: id, choice(
        "role", id: id, chosen: typed ?? account.role.rawValue, options)))
      \(boxes)<button type="submit">\(words.people.change)</button></form>
      """
  }

  /// Contracts to tick, each with its sites.
  func contractBoxes(_ choices: [ReachChoice], _ reach: Reach) -> HTML {
    """
    <fieldset class="checks"><legend>\(words.people.contracts)</legend>\
    \(each: choices, { choice in
      """
      <label class="check"><input type="checkbox" name="contrats[]" value="\(choice.agreement)"\
      \(when: reach.agreements.contains(choice.agreement), " checked")>\
      <span>\(choice.reference) <span class="sub">\(choice.clientName)</span></span></label>
      \(siteBoxes(choice, ReachTicks(reach, under: choice.agreement)))
      """
    })</fieldset>
    """
  }

  /// The whole of a contract, or the sites to which somebody is held; a site that the contract has
  /// no more stands there while somebody is held to it.
  func siteBoxes(_ choice: ReachChoice, _ ticks: ReachTicks) -> HTML {
    let chosen = ticks.sites
    let known = choice.sites.map(\.id)
    let gone = chosen.subtracting(known).sorted()
    return """
      <fieldset class="checks"><legend>\(words.people.sites(choice.reference))</legend>\
      <p class="hint">\(words.people.sitesHint)</p>\
      <label class="check"><input type="checkbox" name="entiers[]" value="\(choice.agreement)"\
      \(when: ticks.isWhole, " checked")><span>\(words.people.wholeContract)</span></label>\
      \(each: known + gone, { id in
        """
        <label class="check"><input type="checkbox" name="sites[]" \
        value="\(choice.agreement):\(id)"\(when: chosen.contains(id), " checked")>\
        <span>\(choice.name(of: id))</span></label>
        """
      })</fieldset>
      """
  }
}
