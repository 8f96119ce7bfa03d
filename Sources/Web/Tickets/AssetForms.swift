import Maintenance

extension Frame {
  /// The assets that the contract's inventory lists, to be ticked, at some sites or at all; nothing
  /// when it lists none.
  func assetChoice(
    _ contract: Contract, at sites: Set<String>? = nil, chosen: Set<String>
  ) -> HTML? {
    let groups = contract.scope.groups.compactMap { group -> AssetGroup? in
      var group = group
      group.assets.removeAll { asset in
        asset.site.flatMap { site in sites.map { !$0.contains(site) } } ?? false
      }
      return group.assets.isEmpty ? nil : group
    }
    guard !groups.isEmpty else { return nil }
    return """
      <div class="assets">\(each: groups, { group in
        """
        <fieldset><legend>\(group.label?.typesetInFrench ?? formats.label(group.id))</legend>\
        \(each: group.assets, { asset(contract, $0, isChosen: chosen.contains($0.id)) })</fieldset>
        """
      })</div>
      """
  }

  private func asset(_ contract: Contract, _ asset: Asset, isChosen: Bool) -> HTML {
    let site = contract.scope.sites.first { $0.id == asset.site }?.name.typesetInFrench
    return """
      <label class="check"><input type="checkbox" name="materiels[]" value="\(asset.id)"\
      \(when: isChosen, " checked")><span>\(assetName(asset))\
      \(site.map { " <span class=\"sub\">\($0)</span>" })</span></label>
      """
  }

  func assetName(_ asset: Asset) -> String {
    asset.label.isEmpty ? formats.label(asset.id) : asset.label.typesetInFrench
  }

  /// As the contract calls it; its id when a later version has it no more.
  func assetName(_ id: String, in contract: Contract) -> String {
    contract.asset(id).map { assetName($0.asset) } ?? id
  }

  /// Which assets a new request is about, folded away.
  func assetsOfRequest(
    _ typed: [String: String], _ contract: Contract, under agreement: ID<Agreement>
  ) -> HTML? {
    let chosen = Set(Form.list(typed["materiels[]"]))
    let sites = Set(Visit.sites(of: agreement, contract).map(\.id))
    return assetChoice(contract, at: sites, chosen: chosen).map { boxes in
      """
      <details class="fold"\(when: !chosen.isEmpty, " open")>\
      <summary>\(words.entry.assets)</summary><p class="hint">\(words.entry.assetsHint)</p>\
      \(boxes)</details>
      """
    }
  }

  /// For a request that came in by telephone or mail before it is entered.
  func receiptOfRequest(_ typed: [String: String]) -> HTML {
    let entry = words.entry
    let isTyped = !(typed["recu"] ?? "").isEmpty
    return """
      <details class="fold"\(when: isTyped, " open")><summary>\(entry.earlier)</summary>
      <div class="columns">\(field(entry.received, id: "recu", hint: entry.receivedHint, """
        <input type="datetime-local" name="recu" id="recu" value="\(typed["recu"] ?? "")" \
        aria-describedby="recu-aide">
        """))\(field(entry.why, id: "recu_motif", """
        <input name="recu_motif" id="recu_motif" maxlength="200" autocomplete="off" \
        value="\(typed["recu_motif"] ?? "")">
        """))</div></details>
      """
  }
}

extension ActForms {
  /// Says anew which assets the ticket is about.
  var concern: HTML {
    let act = "materiels"
    let chosen = typed(act).map { Form.list($0["materiels[]"]) } ?? ticket.request.assets
    let boxes = frame.assetChoice(terms.contract, chosen: Set(chosen))
    return boxes.map { boxes in
      folded(
        act, words.entry.assets,
        "\(seen)\(boxes)\(note(act, words.dealings.reason, name: "motif"))")
    } ?? ""
  }
}
