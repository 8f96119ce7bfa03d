extension Ticket {
  /// Assets that one ticket may be about.
  package static let mostAssets = 50

  /// Says which assets it is about, all of them: the verdict is judged again from the opening.
  package func concerning(
    _ assets: [String], reason: String, under terms: Terms, prepaidMinutesLeft: Int?,
    by actor: Actor, at instant: Instant
  ) throws -> Change<Ticket> {
    try refuseWhenResolved()
    guard Set(assets) != Set(request.assets) else { throw TicketRefusal.nothingChanges }
    var request = request
    request.assets = assets
    let verdict = try terms.judged(
      request, at: openedAt, prepaidMinutesLeft: prepaidMinutesLeft
    ).verdict
    return try change(
      TicketFact.assetsChanged,
      [
        "assets": .list(assets.map(Datum.text)), "verdict": verdict.datum,
        "reason_text": .text(try required(reason)),
      ], by: actor, at: instant)
  }
}

extension Contract {
  /// A piece of equipment that the inventory lists, and the group it is of.
  package func asset(_ id: String) -> (asset: Asset, group: AssetGroup)? {
    for group in scope.groups {
      if let asset = group.assets.first(where: { $0.id == id }) { return (asset, group) }
    }
    return nil
  }
}

extension Terms {
  /// The least favourable verdict to the client among those of each asset, where it stands and in
  /// its group; the first of several that are alike. That of the request when it names no asset.
  func verdict(on question: CoverageQuestion, of assets: [String]) throws -> Verdict {
    guard assets.count <= Ticket.mostAssets, Set(assets).count == assets.count else {
      throw TicketRefusal.tooManyAssets
    }
    let verdicts = try assets.map { id -> Verdict in
      guard let (asset, group) = contract.asset(id) else { throw TicketRefusal.unknownAsset }
      var question = question
      question.site = asset.site ?? question.site
      question.group = group.id
      var verdict = verdict(on: question)
      verdict.asset = id
      return verdict
    }
    guard var worst = verdicts.first else { return verdict(on: question) }
    for verdict in verdicts.dropFirst() where verdict.severity > worst.severity { worst = verdict }
    return worst
  }
}

extension Verdict {
  /// The higher, the worse for the client.
  fileprivate var severity: Int {
    let rank =
      switch charge {
      case .included: 0
      case .prepaid: 1
      case .billable: 2
      case .quote: 3
      case .outOfHours: 4
      case .excluded: 5
      case .notInForce: 6
      }
    return rank * 2 + (decision == .outOfHours ? 1 : 0)
  }
}
