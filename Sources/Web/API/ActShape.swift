import Maintenance
import Operations

/// One act upon a ticket as programs send it: its name, its fields, and what it means.
struct ActShape: Sendable {
  var name: String
  var fields: [APIField]
  var read: @Sendable (APIBody) throws -> TicketAct

  init(
    _ name: String, _ fields: [APIField], _ read: @escaping @Sendable (APIBody) throws -> TicketAct
  ) {
    self.name = name
    self.fields = fields
    self.read = read
  }

  /// The act and the version that its sender saw, if it says so.
  static func act(_ value: JSON) throws -> (act: TicketAct, seen: Int?) {
    guard let name = value["act"]?.text, let shape = all.first(where: { $0.name == name }) else {
      throw APIBody.problem(
        "expected one of \(all.map(\.name).joined(separator: ", "))", field: "act")
    }
    let body = try APIBody(value, shape.wholeBody)
    return (try shape.read(body), body.whole("seen"))
  }

  var wholeBody: [APIField] {
    [APIField(name: "act", kind: .choice([name])), .whole("seen", 1...1_000_000).optional] + fields
  }

  static let all: [ActShape] = progress + revisions + dealings

  private static let number = APIField.whole("number", 1...1_000_000_000)
  private static let note = APIField.text("note", least: 0).optional
  private static let reason = APIField.text("reason")
  private static let price = APIField.whole("priceCents", 1...100_000_000)

  private static let progress = [
    ActShape("takeCharge", []) { _ in .takeCharge },
    ActShape("assign", [.text("to", most: 200)]) { .assign(to: $0.text("to")) },
    ActShape("pause", [.choice("reason", PauseReason.self), note]) {
      .pause(try $0.choice("reason"), note: $0.text("note"))
    },
    ActShape("resume", []) { _ in .resume },
    ActShape("workAround", [.text("note"), .text("owner", most: 200), .day("due")]) {
      .workAround(note: $0.text("note"), debt: try debt($0))
    },
    ActShape("resolve", [.choice("cause", FailureCause.self), .text("note")]) {
      .resolve(try $0.choice("cause"), note: $0.text("note"))
    },
    ActShape(
      "work",
      [
        .whole("minutes", 1...1440), APIField(name: "from", kind: .wallTime).optional,
        .choice("place", Ticket.Work.Place.self).optional, note,
      ]
    ) { body in
      .work(
        minutes: body.whole("minutes") ?? 0, from: body.optional("from").flatMap(WallTime.init),
        place: body.optional("place").flatMap(Ticket.Work.Place.init) ?? .remote,
        note: body.text("note"))
    },
    ActShape("answer", [.text("note")]) { .write($0.text("note"), to: .client) },
    ActShape("note", [.text("note")]) { .write($0.text("note"), to: .provider) },
  ]

  private static let revisions = [
    ActShape(
      "qualify",
      [
        .text("site", most: 200), .text("group", most: 200), .choice("nature", TicketNature.self),
        .text("impact", most: 200), .text("urgency", most: 200),
        .text("exclusion", most: 200).optional, .text("accord", most: 200).optional, reason,
      ]
    ) { body in
      .qualify(
        Qualification(
          site: body.text("site"), group: body.text("group"), nature: try body.choice("nature"),
          impact: body.text("impact"), urgency: body.text("urgency"),
          exclusion: body.optional("exclusion")),
        accord: body.text("accord"), reason: body.text("reason"))
    },
    ActShape("concern", [APIField(name: "assets", kind: .texts(most: Ticket.mostAssets)), reason]) {
      .concern($0.texts("assets"), reason: $0.text("reason"))
    },
    ActShape("override", [.choice("decision", Verdict.Decision.self), reason]) {
      .override(try $0.choice("decision"), reason: $0.text("reason"))
    },
    ActShape("moveDebt", [.text("owner", most: 200), .day("due"), reason]) {
      .moveDebt(try debt($0), reason: $0.text("reason"))
    },
    ActShape("reopen", [reason]) { .reopen(reason: $0.text("reason")) },
    ActShape("confirm", [.text("by", most: 200)]) { .confirm(from: $0.text("by")) },
    ActShape("link", [number, .choice("kind", TicketLink.Kind.self)]) {
      .link($0.whole("number") ?? 0, try $0.choice("kind"))
    },
  ]

  private static let dealings = [
    ActShape("propose", [.text("text"), price, .day("validUntil")]) {
      .propose(
        $0.text("text"), price: Money(cents: Int64($0.whole("priceCents") ?? 0)),
        until: try $0.day("validUntil"))
    },
    ActShape("answerProposal", [number] + answer) {
      .answerProposal(
        $0.whole("number") ?? 0, try $0.choice("answer"), from: $0.text("by"),
        reason: $0.text("reason"))
    },
    ActShape(
      "warn",
      [.text("risk"), .text("consequence"), .text("recommendation"), price.optional]
    ) {
      .warn(
        risk: $0.text("risk"), consequence: $0.text("consequence"),
        recommendation: $0.text("recommendation"),
        price: $0.whole("priceCents").map { Money(cents: Int64($0)) })
    },
    ActShape("remind", [number]) { .remind($0.whole("number") ?? 0) },
    ActShape("answerWarning", [number] + answer) {
      .answerWarning(
        $0.whole("number") ?? 0, try $0.choice("answer"), from: $0.text("by"),
        reason: $0.text("reason"))
    },
  ]

  private static let answer: [APIField] = [
    .choice("answer", ClientAnswer.Kind.self), .text("by", least: 0, most: 200).optional,
    .text("reason", least: 0).optional,
  ]

  private static func debt(_ body: APIBody) throws -> WorkaroundDebt {
    WorkaroundDebt(owner: body.text("owner"), due: try body.day("due"))
  }
}
