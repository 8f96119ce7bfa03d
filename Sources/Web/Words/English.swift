import Maintenance
import Store

extension Words {
  static let english = Words(
    code: "en", other: "fr", shell: .english, time: .english, tickets: .english,
    clocks: .english, coverage: .english, contracts: .english, versionText: .english,
    duties: .english, dealings: .english, list: .english, batch: .english, keys: .english,
    levels: .english,
    availability: .english, advice: .english, deliveries: .english, signing: .english,
    stamps: .english, backups: .english, attachments: .english,
    workshop: .english, accounts: .english, doors: .english, tokens: .english, people: .english,
    reads: .english, invoice: .english, invoicing: .english,
    billing: .english, bank: .english, handover: .english, purchases: .english, mail: .english,
    signatures: .english, credits: .english,
    counts: .english, ledger: .english, runs: .english, margin: .english,
    register: .english, onCall: .english, live: .english, entry: .english, templates: .english,
    faults: .english)
}

extension ShellWords {
  static let english = ShellWords(
    skip: "Skip to content", navigation: "Main navigation", trail: "Breadcrumb", today: "Today",
    contracts: "Contracts", tickets: "Tickets", register: "Register",
    demo: "Demo: fictitious provider and clients", otherLanguage: "Français",
    older: "Older", client: "Client", who: "By")
}

extension TimeWords {
  static let english = TimeWords(
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    day: { day, month, year, weekday in "\(weekday) \(day)\u{A0}\(month) \(year)" },
    dayOfMonth: { day, month in "\(day)\u{A0}\(month)" },
    hour: { hour, minute in "\(padded(hour, 2)):\(padded(minute, 2))" },
    at: { day, hour in "\(day), \(hour)" }, today: "today", tomorrow: "tomorrow",
    yesterday: "yesterday",
    duration: { hours, minutes in
      hours == 0 ? "\(minutes)\u{A0}min" : "\(hours)\u{A0}h\u{A0}\(padded(minutes, 2))"
    },
    days: { days, hours in hours == 0 ? "\(days)\u{A0}d" : "\(days)\u{A0}d\u{A0}\(hours)\u{A0}h" },
    ahead: { "in \($0)" }, behind: { "\($0) late" },
    money: { whole, cents in "€\(whole).\(cents)" }, group: ",", decimal: ".",
    colon: ":")
}

extension InvoiceWords {
  static let english = InvoiceWords(
    title: { "Invoice of \($0)" }, lead: { "Draft: \($0) including VAT, as of now." },
    draft: "Draft", line: "Description", quantity: "Quantity", unitPrice: "Unit price",
    amount: "Amount before VAT", article: "Article", net: "Total before VAT",
    vat: { "VAT at \($0)%" }, gross: "Total including VAT",
    none: "Nothing to bill for this month.", tickets: "Tickets counted",
    previous: "Previous month", next: "Next month",
    balance: { left, bought in "Prepaid hours: \(left) left of \(bought)." },
    overdrawn: { "Prepaid hours spent: \($0) drawn beyond them, to be agreed." },
    period: { "Period: \($0)" }, days: { "\($0) to \($1)" })
}

extension RegisterWords {
  static let english = RegisterWords(
    title: "Register", lead: { "\($0) entries, each bound to all the ones before." },
    agreementTitle: { "Register of contract \($0)" }, entry: "Entry", what: "Fact", by: "By",
    at: "Recorded", leaf: "Digest", root: "Root", subject: "About",
    verify: "Verify now",
    verifyHint: """
      Every digest is computed again, and every state is replayed from its facts, then compared \
      with what is stored.
      """,
    nightly: "Verification of the night:",
    verified: { entries, states in
      "\(entries) entries and \(states) states verified: everything agrees."
    },
    broken: { $0 == 1 ? "One difference found." : "\($0) differences found." },
    place: { place in
      switch place {
      case .position(let pos): "entry at position \(pos)"
      case .entry(_, let n, let pos): "entry \(n), at position \(pos)"
      case .part(let pos, let name): "part “\(name)” of the entry at position \(pos)"
      case .head(let log): log == 0 ? "head of the global log" : "head of log \(log)"
      case .tile(let log, let level, let index): "tile \(level)/\(index) of log \(log)"
      case .text(let sha256): "contract text \(sha256)"
      case .row(let table, let id): "row \(table) \(id)"
      case .stamp(let origin, let size): "time stamp on head \(size) of \(origin)"
      }
    },
    reason: { reason in
      switch reason {
      case .missing: "is missing"
      case .unexpected: "should not be there"
      case .differs: "is not what the register says"
      case .unreadable(let why): "cannot be read (\(why))"
      }
    },
    unexplained: { "ticket \($0): its deadlines are not those of its contract" },
    head: "Head of the register", origin: "Log", size: "Entries", none: "No entry yet.",
    agreementSubject: "Contract", key: "Public key",
    keyHint: "Keep a copy elsewhere: it is what checks every proof.",
    checkpoint: "Signed head",
    checkpointHint: "Keep it: no earlier entry can then change without it showing.",
    checkpointCode: "The signed head as a QR code", proof: "Proof", receipt: "receipt",
    evidenceFile: "Evidence file (ZIP)",
    evidenceHint: """
      An account in PDF (in French), entries and proofs, to be checked without us: the program is \
      inside. The register notes that this file was made.
      """,
    evidenceMore: "For whom, why, which days", evidenceFor: "Recipient", evidenceReason: "Reason",
    evidenceFrom: "From", evidenceTo: "To",
    evidenceAnchored: "Also prove its place among all contracts (tells how many entries)",
    erasures: "Erasures",
    erased: { parts, by, ground in
      "\(parts == 1 ? "1 content" : "\(parts) contents") erased by \(by). Ground: \(ground)"
    },
    losses: "Declared losses",
    lost: { signed, found, by, reason in
      "\(signed) entries signed, \(found) found. Declared by \(by): \(reason)"
    },
    keyChanges: "Keys of the register",
    keyRotated: { by, reason in
      "Key replaced by \(by), under the old one's signature. Reason: \(reason)"
    },
    keyRevoked: { trusted, by, reason in
      """
      Key revoked by \(by); its signed heads are believed up to \(trusted) entries. \
      Reason: \(reason)
      """
    },
    clockJumps: "The clock went back",
    clockHint: """
      The server's clock went back between two entries. The order is that of the register; each \
      time is the one that the clock gave.
      """,
    proofOf: { "Proof of entry \($0)" })
}

extension FaultWords {
  static let english = FaultWords(
    notFound: "There is no such page",
    notFoundHint: "The address may be an old one. Nothing was changed.",
    forbiddenOrigin: "Request refused",
    forbiddenOriginHint: """
      It does not come from a page of this service. Nothing was changed: go back to the page and \
      try again.
      """,
    tooLarge: "Too much was sent",
    tooLargeHint: "A contract fits in 1\u{A0}MiB. Nothing was recorded.",
    badForm: "Incomplete form",
    badFormHint: "A field is missing or cannot be read. Nothing was recorded.",
    conflict: "Somebody else acted meanwhile",
    conflictHint: "Nothing was recorded: read the page again, then repeat the act if it is needed.",
    unavailable: "The database does not answer",
    unavailableHint: "Nothing was recorded. Try again in a moment.",
    rolledBack: "An older copy of the database was put back",
    rolledBackHint: """
      The register signed more entries than the database holds, or others. Reading goes on, \
      nothing is written: whoever runs the server puts the whole database back, or declares \
      the loss.
      """,
    diskFull: "The disk of the database is full",
    diskFullHint: """
      Nothing was recorded, and nothing recorded before is lost. Tell whoever runs the server.
      """,
    unknownOutcome: "The database's answer was lost",
    unknownOutcomeHint: """
      The act is recorded whole, or not at all: look at the page before you repeat it.
      """,
    internalFault: "Something failed",
    internalFaultHint: { "Nothing was recorded. Reference to give: \($0)." },
    back: "Go back", kept: "What you typed is kept below.")
}
