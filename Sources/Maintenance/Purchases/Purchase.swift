/// A supplier's invoice kept with a contract, for what is subcontracted or resold under it.
///
/// What it says is told, never trusted: nothing else is computed from it.
package struct Purchase: Evidenced, Hashable {
  package let id: ID<Purchase>
  package private(set) var version = 1
  package let agreement: ID<Agreement>
  package let said: Said
  /// Of the file as it came, in hexadecimal.
  package let sha256: String
  package let isPDF: Bool
  package let note: String
  package let keptBy: Actor
  package let keptAt: Instant

  /// What the file says of itself.
  package struct Said: Hashable, Sendable {
    package var number: String
    /// UNTDID 1001: 380 an invoice, 381 a credit note.
    package var type: String
    package var issued: Day
    package var due: Day?
    package var seller: String
    package var sellerSIREN: String?
    package var sellerVAT: String?
    package var buyer: String
    package var buyerSIREN: String?
    package var currency: String
    /// Hundredths of the currency.
    package var net: Money
    package var vat: Money
    package var gross: Money
    package var lines: [Line]
    /// How it breaks its own schema; empty when it does not.
    package var schemaFault: String

    package init(
      number: String, type: String, issued: Day, due: Day?, seller: String,
      sellerSIREN: String?, sellerVAT: String?, buyer: String, buyerSIREN: String?,
      currency: String, net: Money, vat: Money, gross: Money, lines: [Line],
      schemaFault: String
    ) {
      self.number = number
      self.type = type
      self.issued = issued
      self.due = due
      self.seller = seller
      self.sellerSIREN = sellerSIREN
      self.sellerVAT = sellerVAT
      self.buyer = buyer
      self.buyerSIREN = buyerSIREN
      self.currency = currency
      self.net = net
      self.vat = vat
      self.gross = gross
      self.lines = lines
      self.schemaFault = schemaFault
    }
  }

  package struct Line: Hashable, Sendable {
    package var name: String
    package var net: Money

    package init(name: String, net: Money) {
      self.name = name
      self.net = net
    }
  }

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == PurchaseFact.kept else {
      throw ReplayFault("a purchase starts with \(PurchaseFact.kept), not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    agreement = fact.subject.agreement
    said = try Said(fact)
    sha256 = try fact.text("sha256")
    isPDF = try fact.text("file") == "pdf"
    note = try fact.text("note")
    keptBy = fact.actor
    keptAt = fact.at
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    throw ReplayFault("a purchase is kept once: \(fact.kind) comes after")
  }
}

enum PurchaseFact {
  static let kept = "purchase.kept"
}

/// Why a supplier's invoice is not kept.
package enum PurchaseRefusal: Error, Hashable, Sendable {
  /// The file cannot be read: the press's own words.
  case unreadable(String)
  /// A datum that every invoice has is missing, or is none: its name.
  case lacks(String)
  case alreadyKept
  case noteTooLong
}

/// What speaks against believing a supplier's invoice.
package enum PurchaseDoubt: String, CaseIterable, Hashable, Sendable {
  /// Net and VAT do not add up to the whole.
  case totalsDiffer
  /// Lines do not add up to the net amount; rebates of the whole may explain it.
  case linesDiffer
  /// It is addressed to somebody else.
  case otherBuyer
  case otherCurrency
  case inTheFuture
  case dueBeforeIssue
  case breaksItsSchema
}

extension Purchase {
  package static let longestNote = 500

  /// In the order of the cases.
  package func doubts(provider siren: String?, on today: Day) -> [PurchaseDoubt] {
    let sum = said.lines.reduce(Money.zero) { $0 + $1.net }
    return PurchaseDoubt.allCases.filter { doubt in
      switch doubt {
      case .totalsDiffer: said.net + said.vat != said.gross
      case .linesDiffer: !said.lines.isEmpty && sum != said.net
      case .otherBuyer: said.buyerSIREN != nil && siren != nil && said.buyerSIREN != siren
      case .otherCurrency: said.currency != "EUR"
      case .inTheFuture: said.issued > today
      case .dueBeforeIssue: said.due.map { $0 < said.issued } ?? false
      case .breaksItsSchema: !said.schemaFault.isEmpty
      }
    }
  }
}

extension Purchase.Said {
  /// Keeps it with a contract, as it came.
  package func kept(
    sha256: String, isPDF: Bool, note: String, id: ID<Purchase>, under agreement: ID<Agreement>,
    by actor: Actor, at instant: Instant
  ) throws -> Change<Purchase> {
    guard note.utf8.count <= Purchase.longestNote else { throw PurchaseRefusal.noteTooLong }
    let body: [String: Datum?] = [
      "number": .text(number), "type": .text(type), "issued": .text(issued.iso),
      "due": due.map { .text($0.iso) }, "seller": .text(seller),
      "seller_siren": sellerSIREN.map(Datum.text), "seller_vat": sellerVAT.map(Datum.text),
      "buyer": .text(buyer), "buyer_siren": buyerSIREN.map(Datum.text),
      "currency": .text(currency), "net": .integer(net.cents), "vat": .integer(vat.cents),
      "gross": .integer(gross.cents),
      "lines": .list(
        lines.map { .fields(["name": .text($0.name), "net": .integer($0.net.cents)]) }),
      "schema_fault": .text(schemaFault), "sha256": .text(sha256),
      "file": .text(isPDF ? "pdf" : "xml"), "note": .text(note),
    ]
    return try Change(from: [
      Fact(
        kind: PurchaseFact.kept, at: instant, actor: actor,
        subject: Subject(kind: .purchase, id: id.number, agreement: agreement),
        body: .fields(present: body))
    ])
  }

  fileprivate init(_ fact: Fact) throws(ReplayFault) {
    self.init(
      number: try fact.text("number"), type: try fact.text("type"),
      issued: try fact.day("issued"), due: fact.body["due"]?.text.flatMap(Day.init(iso:)),
      seller: try fact.text("seller"), sellerSIREN: fact.body["seller_siren"]?.text,
      sellerVAT: fact.body["seller_vat"]?.text, buyer: try fact.text("buyer"),
      buyerSIREN: fact.body["buyer_siren"]?.text, currency: try fact.text("currency"),
      net: Money(cents: try fact.integer("net")), vat: Money(cents: try fact.integer("vat")),
      gross: Money(cents: try fact.integer("gross")),
      lines: (fact.body["lines"]?.list ?? []).compactMap { line in
        guard let name = line["name"]?.text, let net = line["net"]?.integer else { return nil }
        return Purchase.Line(name: name, net: Money(cents: net))
      }, schemaFault: try fact.text("schema_fault"))
  }
}
