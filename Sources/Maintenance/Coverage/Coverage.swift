extension Terms {
  /// Whether the contract covers the request, at what price, and by which articles.
  ///
  /// The first rule that matches decides, in the order that the definitions article tells the
  /// client: force, exclusion, scope, hours, allowance, rate, quote.
  package func verdict(on question: CoverageQuestion) -> Verdict {
    notInForce(question) ?? exclusion(question) ?? outOfScope(question) ?? hours(question)
      ?? charge(question)
  }

  private func notInForce(_ question: CoverageQuestion) -> Verdict? {
    let day = contract.zone.day(at: question.at)
    guard day < contract.term.start || isOver(on: day) else { return nil }
    let end = contract.term.certainEnd.flatMap { day > $0 ? $0 : nil }
    let reason =
      end.map { Reason(.ended, [$0.iso]) }
      ?? Reason(.notInForce, [contract.term.start.iso])
    return Verdict(.notInForce, because: [citation("duree.effet", reason)])
  }

  private func isOver(on day: Day) -> Bool {
    contract.term.certainEnd.map { day > $0 } ?? false
  }

  private func exclusion(_ question: CoverageQuestion) -> Verdict? {
    guard let id = question.exclusion,
      let exclusion = contract.scope.exclusions.first(where: { $0.id == id })
    else { return nil }
    let because = [
      citation("exclusions.\(id)", Reason(.excluded, [id, exclusion.text])),
      citation("exclusions.regime", Reason(.excluded, [id, exclusion.text])),
    ]
    let decision: Verdict.Decision = exclusion.consequence == .quote ? .quote : .excluded
    return Verdict(decision, because: because)
  }

  private func outOfScope(_ question: CoverageQuestion) -> Verdict? {
    if !contract.scope.sites.contains(where: { $0.id == question.site }) {
      return Verdict(.quote, because: [citation("perimetre.sites", Reason(.siteOutOfScope))])
    }
    if !contract.scope.groups.contains(where: { $0.id == question.group }) {
      return Verdict(.quote, because: [citation("perimetre.parc", Reason(.groupOutOfScope))])
    }
    return nil
  }

  private func hours(_ question: CoverageQuestion) -> Verdict? {
    let calendar = calendar(
      priority: question.priority, site: question.site, group: question.group)
    let opening = calendar.opening(at: question.at)
    guard !opening.isOpen else { return nil }
    let later = charge(question)
    let reason = Reason(.outOfHours, [opening.next?.iso ?? ""])
    return Verdict(
      .outOfHours, onceOpen: later.decision, startsAt: opening.next,
      because: [citation("support.heures", reason)] + later.because, hourlyRate: later.hourlyRate)
  }

  private func charge(_ question: CoverageQuestion) -> Verdict {
    var because: [Citation] = []
    if isOnCall(question) {
      because.append(citation("support.astreinte", Reason(.onCall, [question.priority])))
    }
    if covers(question.nature) {
      if let fee = contract.price.fees.first(where: {
        $0.group == question.group || $0.group == nil
      }) {
        let reason = Reason(.includedInFee, [fee.id, fee.label])
        return Verdict(.included, because: [citation("prix.\(fee.id)", reason)] + because)
      }
    } else {
      because.append(
        citation("objet.nature", Reason(.natureNotCovered, [question.nature.rawValue])))
    }
    if contract.price.prepaid != nil, let left = question.prepaidMinutesLeft {
      if left > 0 {
        let reason = Reason(.prepaid, [String(left)])
        return Verdict(.prepaid, because: [citation("prix.carnet", reason)] + because)
      }
      let spent = citation("prix.carnet", Reason(.prepaidSpent))
      switch contract.price.prepaid?.overage {
      case .newPack: return Verdict(.prepaid, because: [spent] + because)
      case .quote, .refused:
        return Verdict(.quote, because: [spent, citation("prix.devis", Reason(.noRate))] + because)
      case .hourlyRate, nil: because.append(spent)
      }
    }
    guard let rate = contract.price.timeAndMaterials?.hourlyRate else {
      return Verdict(.quote, because: [citation("prix.devis", Reason(.noRate))] + because)
    }
    let reason = Reason(.hourlyRate, [String(rate.cents)])
    return Verdict(
      .billable, because: [citation("prix.hors_forfait", reason)] + because, hourlyRate: rate)
  }

  /// Answered outside opening hours, because the priority is on call.
  /// Served now although the site's hours are over, by a priority that the contract puts on call.
  private func isOnCall(_ question: CoverageQuestion) -> Bool {
    guard contract.support.onCall?.priorities.contains(question.priority) == true else {
      return false
    }
    let served = calendar(
      priority: question.priority, site: question.site, group: question.group)
    return served.opening(at: question.at).isOpen
      && !openingCalendar(site: question.site).opening(at: question.at).isOpen
  }

  /// Advice is always owed; the rest follows the kinds of maintenance the contract names.
  private func covers(_ nature: TicketNature) -> Bool {
    switch nature {
    case .advice: true
    case .incident: !contract.kinds.isDisjoint(with: [.corrective, .managed, .application])
    case .request:
      !contract.kinds.isDisjoint(with: [.managed, .application, .perfective, .support])
    case .installation: contract.kinds.contains(.managed)
    }
  }
}
