import Maintenance

/// Words of issued invoices: the list, the month's run, one invoice.
struct InvoicingWords: Sendable {
  var title: String
  var toIssue: String
  /// The file of accounting entries of a year.
  var journal: @Sendable (Int) -> String
  var lead: @Sendable (_ open: String, _ late: String, _ count: Int) -> String
  var nothingOpen: String
  var all: String
  var standings: [Invoice.Standing: String]
  var kinds: [InvoiceContent.Kind: String]
  var number: String
  var issued: String
  var due: String
  var gross: String
  var balance: String
  var state: String
  var none: String
  var runLead: @Sendable (_ ready: Int, _ amount: String) -> String
  var runNothing: String
  var month: String
  var lines: String
  var ready: String
  var waiting: String
  var remark: String
  var issue: String
  var issueAll: @Sendable (Int) -> String
  var pdf: String
  var xml: String
  var ubl: String
  var draft: String
  var payments: String
  var noPayment: String
  var recordPayment: String
  var day: String
  var amount: String
  var means: String
  var meansNames: [String: String]
  var reference: String
  var send: String
  var sendHint: String
  var sentTo: String
  var remind: String
  var tones: [Invoice.Reminder.Tone: String]
  var tone: String
  var credit: String
  var creditHint: String
  var reason: String
  var history: String
  var late: @Sendable (_ days: Int, _ interest: String, _ indemnity: String) -> String
  /// First and last day, balance, rate a year.
  var lateRate: @Sendable (String, String, String, String) -> String
  var lateUnknown: @Sendable (String) -> String
  var corrects: String
  var corrected: String
  var lacks: [InvoiceLack.Datum: String]
  var refusal: @Sendable (InvoiceRefusal, Formats) -> String
}

extension InvoicingWords {
  /// One sentence a refusal; `lacks` names the data, which the contract's file gives.
  static func sentence(
    _ refusal: InvoiceRefusal, _ formats: Formats, _ words: Refusals,
    _ lacks: [InvoiceLack.Datum: String]
  ) -> String {
    switch refusal {
    case .incomplete(let missing):
      words.incomplete(
        missing.map { "\(lacks[$0.datum] ?? $0.path) (\($0.path))" }.joined(separator: ", "))
    case .nothingToBill: words.nothingToBill
    case .monthNotOver(let day): words.monthNotOver(formats.day(day))
    case .negativeTotal(let money): words.negativeTotal(formats.money(money))
    case .tooManyLines(let count): words.tooManyLines(count)
    case .earlierThanLast(let day): words.earlierThanLast(formats.day(day))
    case .invalid(let rules): words.invalid(rules.prefix(5).joined(separator: " · "))
    case .amountOutOfBounds: words.amountOutOfBounds
    case .beyondBalance(let money): words.beyondBalance(formats.money(money))
    case .dayOutOfBounds: words.dayOutOfBounds
    case .textTooLong: words.textTooLong
    case .noReason: words.noReason
    case .isCreditNote: words.isCreditNote
    case .unknownLine(let line): words.unknownLine(line)
    case .beyondLine(let line, let left): words.beyondLine(line, formats.money(left))
    case .notReplaceable: words.notReplaceable
    case .depositNotIssued: words.depositNotIssued
    }
  }

  struct Refusals: Sendable {
    var incomplete: @Sendable (String) -> String
    var nothingToBill: String
    var monthNotOver: @Sendable (String) -> String
    var negativeTotal: @Sendable (String) -> String
    var tooManyLines: @Sendable (Int) -> String
    var earlierThanLast: @Sendable (String) -> String
    var invalid: @Sendable (String) -> String
    var amountOutOfBounds: String
    var beyondBalance: @Sendable (String) -> String
    var dayOutOfBounds: String
    var textTooLong: String
    var noReason: String
    var isCreditNote: String
    var unknownLine: @Sendable (Int) -> String
    var beyondLine: @Sendable (Int, String) -> String
    var notReplaceable: String
    var depositNotIssued: String
  }
}
