import Maintenance

/// What changes the ticket: to whom it goes, what it is, how it is charged, what it is tied to.
extension ActForms {
  var assign: HTML {
    folded(
      "affectations", words.dealings.assign,
      line(
        "affectations", "personne", words.dealings.person, initially: ticket.assignee ?? ""))
  }

  var qualify: HTML {
    let act = "qualifications"
    let form = words.tickets.form
    let contract = terms.contract
    let matrix = contract.serviceLevels.matrix
    let request = ticket.request
    let exclusions = contract.scope.exclusions.map { ($0.id, $0.text) }
    return folded(
      act, words.dealings.qualify,
      """
      \(seen)
      \(pick(
        act, "impact", form.impact, chosen: request.impact, labelled(matrix.impacts)))
      \(pick(
        act, "urgence", form.urgency, chosen: request.urgency, labelled(matrix.urgencies)))
      \(pick(
        act, "nature", form.nature, chosen: request.nature.rawValue,
        TicketNature.allCases.map { ($0.rawValue, words.tickets.natures[$0] ?? $0.rawValue) }))
      \(pick(
        act, "site", form.site, chosen: request.site,
        contract.scope.sites.map { ($0.id, $0.name.typesetInFrench) }))
      \(pick(
        act, "groupe", form.group, chosen: request.group,
        labelled(contract.scope.groups.map(\.id))))
      \(pick(
        act, "exclusion", form.exclusion, chosen: request.exclusion ?? "",
        [("", form.noExclusion)] + exclusions))
      \(line(
        act, "accord", words.dealings.accord, hint: words.dealings.accordHint, isRequired: false))
      \(note(act, words.dealings.reason, name: "motif"))
      """)
  }

  var override: HTML {
    let act = "derogations"
    let price = terms.contract.price
    let decisions: [Verdict.Decision] =
      [.included, .quote, .excluded]
      + (price.timeAndMaterials == nil ? [] : [.billable])
      + (price.prepaid == nil ? [] : [.prepaid])
    let options = decisions.filter { $0 != ticket.verdict.charge }.map {
      ($0.rawValue, words.coverage.decisions[$0] ?? $0.rawValue)
    }
    return folded(
      act, words.dealings.override,
      """
      \(seen)\(pick(act, "decision", words.dealings.charge, options))
      \(note(act, words.dealings.reason, name: "motif", hint: words.dealings.overrideHint))
      """)
  }

  var link: HTML {
    let act = "liens"
    let kinds = TicketLink.Kind.allCases.map {
      ($0.rawValue, words.dealings.links[$0] ?? $0.rawValue)
    }
    return folded(
      act, words.dealings.link,
      """
      \(pick(act, "lien", words.dealings.link, chosen: TicketLink.Kind.related.rawValue, kinds))
      \(field(
        words.dealings.linkNumber, id: "numero-liens",
        """
        <input type="number" inputmode="numeric" name="numero" id="numero-liens" min="1" \
        value="\(typed(act)?["numero"] ?? "")" required>
        """))
      """)
  }

  var moveDebt: HTML {
    guard let debt = ticket.debt else { return "" }
    let act = "dettes"
    return folded(
      act, words.dealings.moveDebt,
      """
      \(line(act, "responsable", words.dealings.debtOwner, initially: debt.owner))
      \(day(act, "echeance", words.dealings.debtDue, initially: debt.due))
      \(note(act, words.dealings.reason, name: "motif"))
      """)
  }

  private func labelled(_ ids: [String]) -> [(String, String)] {
    ids.map { ($0, frame.formats.label($0)) }
  }
}
