import ContractSource
import Maintenance
import Store

/// Every word that pages show, in one language; the compiler holds that each language has all.
struct Words: Sendable {
  /// ISO 639-1.
  var code: String
  /// The language one may change to.
  var other: String
  var shell: ShellWords
  var time: TimeWords
  var tickets: TicketWords
  var clocks: ClockWords
  var coverage: CoverageWords
  var contracts: ContractWords
  var versionText: VersionTextWords
  var duties: DutyWords
  var dealings: DealingWords
  var list: ListWords
  var batch: BatchWords
  var keys: KeyWords
  var levels: LevelWords
  var availability: AvailabilityWords
  var advice: AdviceWords
  var deliveries: DeliveryWords
  var signing: SigningWords
  var stamps: StampWords
  var backups: BackupWords
  var attachments: AttachmentWords
  var workshop: WorkshopWords
  var accounts: AccountWords
  var doors: DoorWords
  var tokens: TokenWords
  var people: PeopleWords
  var reads: ReadWords
  var invoice: InvoiceWords
  var invoicing: InvoicingWords
  var billing: BillingWords
  var bank: BankWords
  var handover: HandoverWords
  var purchases: PurchaseWords
  var mail: MailWords
  var signatures: SignatureWords
  var credits: CreditWords
  var counts: CountWords
  var ledger: LedgerWords
  var runs: RunWords
  var margin: MarginWords
  var register: RegisterWords
  var onCall: OnCallWords
  var live: LiveWords
  var entry: EntryWords
  var templates: TemplateWords
  var faults: FaultWords

  static func of(_ code: String) -> Words {
    code == "en" ? .english : .french
  }
}

struct ShellWords: Sendable {
  var skip: String
  var navigation: String
  var trail: String
  var today: String
  var contracts: String
  var tickets: String
  var register: String
  var demo: String
  var otherLanguage: String
  var older: String
  var client: String
  var who: String
}

/// How days, hours and amounts are written.
struct TimeWords: Sendable {
  /// Monday first.
  var weekdays: [String]
  /// January first.
  var months: [String]
  /// Day of the month, name of the month, year, name of the weekday.
  var day: @Sendable (Int, String, Int, String) -> String
  var dayOfMonth: @Sendable (Int, String) -> String
  /// Hour and minute.
  var hour: @Sendable (Int, Int) -> String
  var at: @Sendable (_ day: String, _ hour: String) -> String
  var today: String
  var tomorrow: String
  var yesterday: String
  /// Hours and minutes of a duration.
  var duration: @Sendable (Int, Int) -> String
  /// Days and hours of a longer one.
  var days: @Sendable (Int, Int) -> String
  /// What is that long from now, and what was.
  var ahead: @Sendable (String) -> String
  var behind: @Sendable (String) -> String
  /// `1 234,50 €` from the whole part already grouped and the cents.
  var money: @Sendable (_ whole: String, _ cents: String) -> String
  var group: String
  var decimal: String
  /// With the space that goes before it.
  var colon: String
}

struct TicketWords: Sendable {
  var title: String
  var ticket: @Sendable (Int) -> String
  var new: String
  var open: String
  var none: String
  var noneHint: String
  var headings: Headings
  var stages: [Ticket.Stage: String]
  var natures: [TicketNature: String]
  var channels: [Channel: String]
  var causes: [FailureCause: String]
  var form: Form
  var acts: Acts
  var facts: [String: String]
  var timeline: String
  var request: String
  var deadlineNone: String
  var assignee: String
  var unassigned: String
  /// «2 tickets dépassent leur délai…»
  var todayLead: @Sendable (_ late: Int, _ soon: Int, _ open: Int) -> String
  var refusals: @Sendable (TicketRefusal) -> String
  var openedCount: @Sendable (Int) -> String

  struct Headings: Sendable {
    var ticket: String
    var client: String
    var priority: String
    var stage: String
    var due: String
    var opened: String
    var coverage: String
  }

  struct Form: Sendable {
    var title: String
    var lead: String
    var subject: String
    var text: String
    var requester: String
    var channel: String
    var site: String
    var group: String
    var nature: String
    var impact: String
    var urgency: String
    var exclusion: String
    var noExclusion: String
    /// Before the channels that the contract opens.
    var noPortal: String
    var exclusionHint: String
    var levels: String
    var submit: String
  }

  struct Acts: Sendable {
    var title: String
    var take: String
    var wait: String
    var waitReason: String
    var resume: String
    var workaround: String
    var workaroundHint: String
    var resolve: String
    var cause: String
    var work: String
    var minutes: String
    var note: String
    var done: String
  }
}

struct ClockWords: Sendable {
  var title: String
  var milestones: [Milestone: String]
  var standings: [ClockReading.Standing: String]
  /// What follows a duration; working time says that it is.
  var left: @Sendable (_ isWorkingTime: Bool) -> String
  var late: @Sendable (_ isWorkingTime: Bool) -> String
  var due: @Sendable (String) -> String
  var reached: @Sendable (String) -> String
  var stopped: String
  var promised: @Sendable (_ delay: String, _ elapsed: String) -> String
  var explain: String
  var from: String
  var to: String
  var counted: String
  var cause: String
  var causes: @Sendable (ServiceCalendar.Cause) -> String
  var pauses: [PauseReason: String]
  var delayUnits: @Sendable (Delay) -> String
  var bindings: [ServiceLevel.Binding: String]
  var none: String
  var stale: String
  var sum: String
}

struct ContractWords: Sendable {
  var title: String
  var lead: @Sendable (Int) -> String
  var new: String
  var newLead: String
  var text: String
  var file: String
  var check: String
  var none: String
  var noneHint: String
  var headings: Headings
  var inForce: @Sendable (Int, String) -> String
  var notInForce: String
  var proposed: String
  var proposedLead: @Sendable (String) -> String
  var pdf: String
  var source: String
  var state: String
  var articles: String
  var articleWord: String
  var annex: @Sendable (Int, String) -> String
  var basis: String
  var versions: String
  var invoice: String
  var register: String
  var openTicket: String
  var standings: [ArticleState.Standing: String]
  var remark: @Sendable (ArticleState.Remark, Formats, Contract) -> String
  var livingLead: @Sendable (_ held: Int, _ missed: Int, _ overdue: Int) -> String
  var severities: [Finding.Severity: String]
  var findings: @Sendable (_ errors: Int, _ warnings: Int) -> String
  var noFinding: String
  var remarks: String
  var line: @Sendable (Int) -> String
  var refusal: @Sendable (AgreementRefusal, Formats) -> String

  struct Headings: Sendable {
    var client: String
    var reference: String
    var version: String
    var openTickets: String
    var late: String
    var since: String
  }
}

struct InvoiceWords: Sendable {
  var title: @Sendable (String) -> String
  var lead: @Sendable (String) -> String
  var draft: String
  var line: String
  var quantity: String
  var unitPrice: String
  var amount: String
  var article: String
  var net: String
  var vat: @Sendable (String) -> String
  var gross: String
  var none: String
  var tickets: String
  var previous: String
  var next: String
  var balance: @Sendable (String, String) -> String
  var overdrawn: @Sendable (String) -> String
  /// A month, a day or «du … au …».
  var period: @Sendable (String) -> String
  var days: @Sendable (String, String) -> String
}
