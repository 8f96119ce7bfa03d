import Maintenance

extension InvoicingWords {
  static let english = InvoicingWords(
    title: "Invoices", toIssue: "To be billed", journal: { "Sales entries \($0) (FEC)" },
    lead: { open, late, count in
      """
      \(open) to be received on \(count) \(count == 1 ? "invoice" : "invoices"), \
      \(late) of it late.
      """
    },
    nothingOpen: "No invoice awaits payment.", all: "All",
    standings: [
      .due: "Due", .late: "Late", .paid: "Paid", .credited: "Cancelled by credit note",
      .correction: "Credit note", .refundable: "To be refunded", .replaced: "Replaced",
    ],
    kinds: [
      .invoice: "Invoice", .creditNote: "Credit note", .replacement: "Corrected invoice",
      .deposit: "Deposit invoice", .depositCredit: "Credit note on a deposit",
    ],
    number: "Number", issued: "Issued", due: "To be paid by", gross: "Total with VAT",
    balance: "Left to pay", state: "State", none: "No invoice.",
    runLead: { ready, amount in
      ready == 1
        ? "One invoice can be issued, \(amount) before VAT."
        : "\(ready) invoices can be issued, \(amount) before VAT."
    },
    runNothing: "Nothing is to be billed today.", month: "Month", lines: "Lines",
    ready: "To bill before VAT", waiting: "Waiting before VAT", remark: "Remark",
    issue: "Issue the invoice", issueAll: { "Issue the \($0) invoices" },
    pdf: "PDF (Factur-X)", xml: "XML (CII)", ubl: "XML (UBL)", draft: "See the detail",
    payments: "Payments", noPayment: "No payment yet.", recordPayment: "Record a payment",
    day: "Day", amount: "Amount", means: "Means",
    meansNames: [
      "virement": "Transfer", "prelevement": "Direct debit", "cheque": "Cheque",
      "carte": "Card", "especes": "Cash",
    ],
    reference: "Reference", send: "Record that it was sent",
    sendHint: "To whom the invoice was handed over, and how.", sentTo: "Recipient",
    remind: "Record a reminder",
    tones: [
      .courteous: "Courteous reminder", .firm: "Firm reminder", .formalNotice: "Formal notice",
    ],
    tone: "Tone", credit: "Issue a credit note",
    creditHint: """
      It takes back all that is left of the invoice; what was billed is to be billed again.
      """,
    reason: "Reason", history: "History",
    late: { days, interest, indemnity in
      "\(days) days late: interest \(interest), indemnity \(indemnity)."
    },
    lateRate: { "From \($0) to \($1): \($2) at \($3) a year." },
    lateUnknown: { "The interest cannot be computed: \($0) is missing." },
    corrects: "Corrects invoice", corrected: "Corrected by credit note",
    lacks: englishLacks, refusal: { sentence($0, $1, .english, englishLacks) })
}

private let englishLacks: [InvoiceLack.Datum: String] = [
  .sellerName: "the provider’s name", .sellerAddress: "the provider’s address",
  .sellerSIREN: "the provider’s SIREN", .sellerVATNumber: "the provider’s VAT number",
  .sellerIBAN: "the provider’s IBAN", .buyerName: "the client’s name",
  .buyerAddress: "the client’s address", .buyerSIREN: "the client’s SIREN",
  .buyerVATNumber: "the client’s VAT number",
]

extension InvoicingWords.Refusals {
  fileprivate static let english = InvoicingWords.Refusals(
    incomplete: {
      "The contract does not give all that an invoice must say: \($0). An amendment adds it."
    },
    nothingToBill: "Nothing is to be billed for this month.",
    monthNotOver: { "This month is billed from its last day on, \($0)." },
    negativeTotal: { "The total would be negative (\($0)): a credit note is needed." },
    tooManyLines: { "The invoice would have \($0) lines: a thousand at most." },
    earlierThanLast: { "The last invoice bears the date \($0): numbers follow dates." },
    invalid: { "The invoice breaks rules and is not issued: \($0)" },
    amountOutOfBounds: "The amount cannot be read or is out of bounds.",
    beyondBalance: { "The amount is above what is left, \($0)." },
    dayOutOfBounds: "This day is not possible here.", textTooLong: "A text is too long.",
    noReason: "The reason is missing.",
    isCreditNote: "A credit note is neither paid nor corrected.",
    unknownLine: { "The invoice has no line \($0), or it is named twice." },
    beyondLine: { "Line \($0): \($1) before VAT is left to take back, no more." },
    notReplaceable: """
      An invoice that is paid, credited or not that of a month is not replaced: issue a credit note.
      """,
    depositNotIssued: """
      A deposit would be deducted whose own invoice is not issued: issue that one first.
      """)
}
