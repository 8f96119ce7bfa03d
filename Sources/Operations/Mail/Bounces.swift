package import Maintenance
import Store

extension Operations {
  /// Flags the addresses that a report refuses for good; gives them.
  ///
  /// Only those to which we wrote the message that it names, or any message if it names none: a
  /// report is easily forged.
  package func receive(_ report: DeliveryReport) async throws -> [String] {
    let instant = now()
    return try await database.write { transaction in
      var flagged: [String] = []
      for recipient in report.recipients where recipient.isPermanent {
        let original = try report.originalID.flatMap { try transaction.reader.mail(messageID: $0) }
        let isKnown =
          try original.map { $0.recipient == recipient.address }
          ?? (report.originalID == nil && transaction.reader.wroteTo(recipient.address))
        guard isKnown else { continue }
        try transaction.flag(recipient.address, because: recipient.diagnostic, at: instant)
        flagged.append(recipient.address)
      }
      return flagged
    }
  }
}
