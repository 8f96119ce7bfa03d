/// An issued invoice on its way through an approved platform (CGI 289 bis and 290 B): the file that
/// was handed over, what the platform and the buyer said of it, the payments that were reported.
package struct Handover: Evidenced, Hashable {
  package let id: ID<Handover>
  package private(set) var version = 1
  package let agreement: ID<Agreement>
  package let invoice: ID<Invoice>
  /// Of the invoice.
  package let number: String
  /// The platform's address.
  package let platform: String
  /// SHA-256 in hexadecimal of the Factur-X that is handed over.
  package let sha256: String
  /// How often it was asked for: a file that the platform would not take may be sent once more.
  package private(set) var attempt = 1
  /// The platform's name for the file, once it has it.
  package private(set) var flow: String?
  /// Why the platform would not take the file.
  package private(set) var refusal: String?
  package private(set) var acknowledgement: Acknowledgement?
  package private(set) var statuses: [Status] = []
  package private(set) var collections: [Collection] = []

  /// What the platform's first checks found.
  package struct Acknowledgement: Hashable, Sendable {
    package var isAccepted: Bool
    package var reasons: [String]

    package init(isAccepted: Bool, reasons: [String]) {
      self.isAccepted = isAccepted
      self.reasons = reasons
    }
  }

  /// A status of the life cycle (XP Z12-012), as a message of the platform tells it.
  package struct Status: Hashable, Sendable {
    /// Of the message.
    package var flow: String
    /// 200 to 213, and those that later releases of the norm add.
    package var code: Int
    /// By the platform's clock.
    package var at: Instant
    package var reasonCode: String?
    package var reason: String?

    package init(flow: String, code: Int, at: Instant, reasonCode: String?, reason: String?) {
      self.flow = flow
      self.code = code
      self.at = at
      self.reasonCode = reasonCode
      self.reason = reason
    }
  }

  /// Money that came, to be told as «Encaissée» (212): VAT on services falls due with it
  /// (CGI 269, 2, c).
  package struct Collection: Hashable, Sendable {
    /// The payment of the invoice, from one.
    package var payment: Int
    package var day: Day
    /// When it was recorded.
    package var at: Instant
    package var shares: [VATShare]
    package fileprivate(set) var flow: String?
    package fileprivate(set) var refusal: String?
  }

  /// The part of a payment, VAT included, that belongs to one rate.
  package struct VATShare: Hashable, Sendable {
    package var rate: FixedPoint
    package var amount: Money
  }

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == HandoverFact.asked else {
      throw ReplayFault("a hand-over starts with \(HandoverFact.asked), not \(fact.kind)")
    }
    guard let invoice = ID<Invoice>(try fact.text("invoice")) else {
      throw ReplayFault("\(fact.kind): unreadable invoice")
    }
    id = ID(number: fact.subject.id)
    agreement = fact.subject.agreement
    self.invoice = invoice
    number = try fact.text("number")
    platform = try fact.text("platform")
    sha256 = try fact.text("sha256")
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case HandoverFact.askedAgain:
      attempt += 1
      (flow, refusal, acknowledgement) = (nil, nil, nil)
    case HandoverFact.taken:
      let flow = try fact.text("flow")
      try answer(fact) {
        $0.flow = flow
      } of: {
        $0.flow = flow
      }
    case HandoverFact.refused:
      let reason = try fact.text("why")
      try answer(fact) {
        $0.refusal = reason
      } of: {
        $0.refusal = reason
      }
    case HandoverFact.acknowledged:
      acknowledgement = Acknowledgement(
        isAccepted: try fact.text("outcome") == "ok",
        reasons: fact.body["reasons"]?.list?.compactMap(\.text) ?? [])
    case HandoverFact.status:
      guard let at = Instant(iso: try fact.text("said_at")) else {
        throw ReplayFault("\(fact.kind): unreadable said_at")
      }
      statuses.append(
        Status(
          flow: try fact.text("flow"), code: Int(try fact.integer("code")), at: at,
          reasonCode: fact.body["reason_code"]?.text, reason: fact.body["why"]?.text))
    case HandoverFact.collected:
      collections.append(try Collection(fact))
    default:
      throw ReplayFault("a hand-over knows no fact \(fact.kind)")
    }
    version += 1
  }

  /// Applies what was said of the invoice's file, or of the collection that the fact names.
  private mutating func answer(
    _ fact: Fact, _ ofFile: (inout Handover) -> Void, of collection: (inout Collection) -> Void
  ) throws(ReplayFault) {
    guard let payment = fact.body["payment"]?.integer else { return ofFile(&self) }
    guard let index = collections.firstIndex(where: { $0.payment == Int(payment) }) else {
      throw ReplayFault("\(fact.kind): a payment that was not reported")
    }
    collection(&collections[index])
  }
}

extension Handover.Collection {
  fileprivate init(_ fact: Fact) throws(ReplayFault) {
    payment = Int(try fact.integer("payment"))
    day = try fact.day("day")
    at = fact.at
    shares = (fact.body["shares"]?.list ?? []).compactMap { share in
      guard let rate = share["rate"]?.integer, let cents = share["cents"]?.integer else {
        return nil
      }
      return Handover.VATShare(
        rate: FixedPoint(millionths: rate), amount: Money(cents: cents))
    }
  }
}

enum HandoverFact {
  static let asked = "handover.asked"
  static let askedAgain = "handover.asked_again"
  static let taken = "handover.taken"
  static let refused = "handover.refused"
  static let acknowledged = "handover.acknowledged"
  static let status = "handover.status"
  static let collected = "handover.collected"
}

extension Handover {
  /// One of the files that go to the platform.
  package enum File: Hashable, Sendable {
    case invoice
    /// Tells the payment of this number.
    case collection(Int)
  }

  /// What is to be sent next; nothing while the platform has all that there is.
  package var next: File? {
    if flow == nil { return refusal == nil ? .invoice : nil }
    return collections.first { $0.flow == nil && $0.refusal == nil }
      .map { .collection($0.payment) }
  }

  /// Our name for a file, by which the platform knows one that it already has: 36 letters at most.
  package func tracking(_ file: File) -> String {
    switch file {
    case .invoice: attempt == 1 ? id.text : "\(id.text)-\(attempt)"
    case .collection(let payment): "\(id.text)-E\(payment)"
    }
  }

  /// The hand-over that a name was given for.
  package static func id(tracking: String) -> ID<Handover>? {
    ID(String(tracking.prefix(13)))
  }

  /// By the platform's clock.
  package var latest: Status? { statuses.max { ($0.at, $0.flow) < ($1.at, $1.flow) } }

  /// Somebody must look at it: the file or the invoice was turned down.
  package var needsAttention: Bool {
    if refusal != nil || acknowledgement?.isAccepted == false { return true }
    if collections.contains(where: { $0.refusal != nil }) { return true }
    return latest.map { LifeCycle(rawValue: $0.code)?.isAgainst ?? false } ?? false
  }
}

/// Statuses of an invoice's life cycle that people are told by name (XP Z12-012).
package enum LifeCycle: Int, CaseIterable, Sendable {
  case deposited = 200
  case sent = 201
  case received = 202
  case madeAvailable = 203
  case inCharge = 204
  case approved = 205
  case partlyApproved = 206
  case disputed = 207
  case suspended = 208
  case completed = 209
  case refused = 210
  case paymentSent = 211
  case collected = 212
  case rejected = 213

  /// Whether the buyer or a platform objects.
  package var isAgainst: Bool {
    [.partlyApproved, .disputed, .suspended, .refused, .rejected].contains(self)
  }
}
