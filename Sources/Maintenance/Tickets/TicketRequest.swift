/// When a request that is entered later came in, and why it is entered only now.
package struct TicketReceipt: Hashable, Sendable {
  package var at: Instant
  package var reason: String

  package init(at: Instant, reason: String) {
    self.at = at
    self.reason = reason
  }
}

/// What is asked, as it came in.
package struct TicketRequest: Hashable, Sendable {
  package var channel: Channel
  package var site: String
  package var group: String
  package var nature: TicketNature
  package var impact: String
  package var urgency: String
  package var exclusion: String?
  package var title: String
  package var text: String
  package var requester: String
  /// Ids of the contract's inventory; empty when no one asset is meant.
  package var assets: [String]
  /// None when it came in as it was opened.
  package var receipt: TicketReceipt?

  package init(
    channel: Channel, site: String, group: String, nature: TicketNature, impact: String,
    urgency: String, exclusion: String? = nil, title: String, text: String, requester: String,
    assets: [String] = [], receipt: TicketReceipt? = nil
  ) {
    self.channel = channel
    self.site = site
    self.group = group
    self.nature = nature
    self.impact = impact
    self.urgency = urgency
    self.exclusion = exclusion
    self.title = title
    self.text = text
    self.requester = requester
    self.assets = assets
    self.receipt = receipt
  }

  init?(_ body: Datum) {
    guard let channel = body["channel"]?.text.flatMap(Channel.init(rawValue:)),
      let site = body["site"]?.text, let group = body["group"]?.text,
      let nature = body["nature"]?.text.flatMap(TicketNature.init(rawValue:)),
      let impact = body["impact"]?.text, let urgency = body["urgency"]?.text,
      let title = body["title"]?.text, let text = body["text"]?.text,
      let requester = body["requester"]?.text
    else { return nil }
    let received = body["received"]?.text.flatMap(Instant.init(iso:))
    self.init(
      channel: channel, site: site, group: group, nature: nature, impact: impact,
      urgency: urgency, exclusion: body["exclusion"]?.text, title: title, text: text,
      requester: requester, assets: (body["assets"]?.list ?? []).compactMap(\.text),
      receipt: received.map {
        TicketReceipt(at: $0, reason: body["received_reason"]?.text ?? "")
      })
  }

  var fields: [String: Datum] {
    var fields = qualifyingFields
    if !assets.isEmpty { fields["assets"] = .list(assets.map(Datum.text)) }
    fields["received"] = receipt.map { .text($0.at.iso) }
    fields["received_reason"] = receipt.map { .text($0.reason) }
    return fields.merging([
      "channel": .text(channel.rawValue), "title": .text(title), "text": .text(text),
      "requester": .text(requester),
    ]) { first, _ in first }
  }

  /// What decides priority and verdict.
  var qualifyingFields: [String: Datum] {
    var fields: [String: Datum] = [
      "site": .text(site), "group": .text(group), "nature": .text(nature.rawValue),
      "impact": .text(impact), "urgency": .text(urgency),
    ]
    fields["exclusion"] = exclusion.map(Datum.text)
    return fields
  }
}
