package import Maintenance

/// An approved platform (XP Z12-013, flow service), reached by whoever runs the program.
package struct ApprovedPlatform: Sendable {
  /// Its address, kept with each hand-over.
  package let name: String
  /// Invoices issued from this day on are handed over without being asked.
  package let from: Day?
  /// Seconds between two looks at what it has to say.
  let pause: Int
  /// Gives the platform's name for the file, which it has from then on.
  let submit: @Sendable (FlowFile) async throws -> String
  let search: @Sendable (FlowSearch) async throws -> [PlatformFlow]
  /// The file of a flow as it was sent.
  let original: @Sendable (_ flow: String) async throws -> [UInt8]

  package init(
    name: String, from: Day?, pause: Int = 300,
    submit: @escaping @Sendable (FlowFile) async throws -> String,
    search: @escaping @Sendable (FlowSearch) async throws -> [PlatformFlow],
    original: @escaping @Sendable (String) async throws -> [UInt8]
  ) {
    self.name = name
    self.from = from
    self.pause = pause
    self.submit = submit
    self.search = search
    self.original = original
  }
}

/// A file for the platform, and what it is told of it.
package struct FlowFile: Sendable {
  package enum Syntax: String, Sendable {
    case facturX = "Factur-X"
    /// A message of the life cycle.
    case cdar = "CDAR"
  }

  /// Our name for it: the same file sent twice is known by it. 36 letters at most.
  package let tracking: String
  package let name: String
  package let syntax: Syntax
  /// Such as `B2B`, as the flow service spells it.
  package let rule: String
  package let sha256: String
  package let bytes: [UInt8]
}

/// What is asked for: the flow of one file, or those that changed after a mark.
package enum FlowSearch: Sendable {
  case tracking(String)
  /// An ISO 8601 instant of the platform, as it wrote it itself.
  case updatedAfter(String)
}

/// What the platform says of a flow.
package struct PlatformFlow: Sendable {
  package var flow: String
  package var tracking: String?
  /// `CustomerInvoice`, `CustomerInvoiceLC`…
  package var type: String
  /// ISO 8601, by its clock.
  package var updatedAt: String
  package var acknowledgement: Handover.Acknowledgement?

  package init(
    flow: String, tracking: String?, type: String, updatedAt: String,
    acknowledgement: Handover.Acknowledgement?
  ) {
    self.flow = flow
    self.tracking = tracking
    self.type = type
    self.updatedAt = updatedAt
    self.acknowledgement = acknowledgement
  }
}

/// Why a platform did not do what was asked.
package enum PlatformFault: Error, Hashable, CustomStringConvertible {
  /// The file is at fault: sending it again changes nothing.
  case refused(String)
  /// It is not there, has too much to do, or does not know us: later may go well.
  case unavailable(String)

  package var description: String {
    switch self {
    case .refused(let reason), .unavailable(let reason): reason
    }
  }
}
