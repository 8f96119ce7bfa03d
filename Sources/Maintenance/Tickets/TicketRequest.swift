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

  package init(
    channel: Channel, site: String, group: String, nature: TicketNature, impact: String,
    urgency: String, exclusion: String? = nil, title: String, text: String, requester: String
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
  }

  init?(_ body: Datum) {
    guard let channel = body["channel"]?.text.flatMap(Channel.init(rawValue:)),
      let site = body["site"]?.text, let group = body["group"]?.text,
      let nature = body["nature"]?.text.flatMap(TicketNature.init(rawValue:)),
      let impact = body["impact"]?.text, let urgency = body["urgency"]?.text,
      let title = body["title"]?.text, let text = body["text"]?.text,
      let requester = body["requester"]?.text
    else { return nil }
    self.init(
      channel: channel, site: site, group: group, nature: nature, impact: impact,
      urgency: urgency, exclusion: body["exclusion"]?.text, title: title, text: text,
      requester: requester)
  }

  var fields: [String: Datum] {
    qualifyingFields.merging([
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
