package import Maintenance

/// One invoice as a list shows it.
package struct InvoiceListLine: Sendable, Equatable {
  package var id: ID<Invoice>
  package var agreement: ID<Agreement>
  package var number: String
  package var kind: InvoiceContent.Kind
  package var clientName: String
  package var issued: Day
  package var due: Day
  package var net: Money
  package var gross: Money
  package var balance: Money
}

/// Which invoices a list shows.
package struct InvoiceFilter: Sendable, Equatable {
  package enum Standing: String, CaseIterable, Sendable {
    /// Something is left to pay.
    case open = "a_payer"
    /// And its day is past.
    case late = "en_retard"
  }

  package var agreement: ID<Agreement>?
  package var standing: Standing?

  package init(agreement: ID<Agreement>? = nil, standing: Standing? = nil) {
    self.agreement = agreement
    self.standing = standing
  }
}

extension Reader {
  /// The invoice as its facts explain it; nothing when there is none.
  package func invoice(_ id: ID<Invoice>) throws -> Invoice? {
    let facts = try facts(of: .invoice, id.number)
    return facts.isEmpty ? nil : try Invoice(replaying: facts)
  }

  package func invoice(number: String) throws -> Invoice? {
    let ids = try connection.rows(
      "SELECT id FROM invoice WHERE number = $1 ORDER BY id LIMIT 1", [.text(number)]
    ) { ID<Invoice>(number: $0.integer(0)) }
    return try ids.first.flatMap { try invoice($0) }
  }

  /// The last number of a series and its day; nothing before the first.
  package func lastInvoice(
    in series: InvoiceSeries
  ) throws -> (number: InvoiceNumber, issued: Day)? {
    try connection.rows(
      "SELECT ordinal, issued_day FROM invoice WHERE series = $1 ORDER BY ordinal DESC LIMIT 1",
      [.text(series.name)]
    ) { (InvoiceNumber(series, Int($0.integer(0))), Day(number: Int($0.integer(1)))) }.first
  }

  /// The invoices that hold a claim on this subject, the first day first.
  package func invoices(holding subject: String, of agreement: ID<Agreement>) throws -> [Invoice] {
    let ids = try connection.rows(
      """
      SELECT invoice FROM invoice_claim WHERE agreement = $1 AND subject = $2 ORDER BY first_day
      LIMIT 10
      """, [.integer(agreement.number), .text(subject)]
    ) { ID<Invoice>(number: $0.integer(0)) }
    return try ids.compactMap { try invoice($0) }
  }

  /// What invoices of the agreement have billed among these subjects: one look-up for each 500.
  /// `except` one whose place is to be taken.
  package func billed(
    _ asked: [BillingClaim], of agreement: ID<Agreement>, except replaced: ID<Invoice>? = nil
  ) throws -> [BillingClaim] {
    let subjects = Set(asked.map(\.subject)).sorted()
    let days = asked.flatMap { [$0.first.number, $0.last.number] }
    guard let first = days.min(), let last = days.max() else { return [] }
    return try stride(from: 0, to: subjects.count, by: 500).flatMap { start in
      let some = subjects[start..<min(start + 500, subjects.count)]
      let places = (5...some.count + 4).map { "$\($0)" }.joined(separator: ", ")
      return try connection.rows(
        """
        SELECT subject, first_day, last_day FROM invoice_claim
        WHERE agreement = $1 AND first_day <= $2 AND last_day >= $3 AND invoice <> $4
          AND subject IN (\(places))
        """,
        [
          .integer(agreement.number), .integer(Int64(last)), .integer(Int64(first)),
          .integer(replaced?.number ?? 0),
        ]
          + some.map(SQLValue.text)
      ) { row in
        let days = Day(number: Int(row.integer(1)))...Day(number: Int(row.integer(2)))
        return BillingClaim(row.text(0), days)
      }
    }
  }

  /// Newest first, those issued before `before`; `late` and `open` ones by their last day instead,
  /// the most urgent first, without pages.
  package func invoices(
    _ filter: InvoiceFilter, before: ID<Invoice>? = nil, today: Day, limit: Int
  ) throws -> [InvoiceListLine] {
    var conditions = ["id < $1"]
    var values: [SQLValue] = [.integer(before?.number ?? .max)]
    if let agreement = filter.agreement {
      values.append(.integer(agreement.number))
      conditions.append("agreement = $\(values.count)")
    }
    if let standing = filter.standing {
      conditions.append("balance_cents > 0")
      if standing == .late {
        values.append(.integer(Int64(today.number)))
        conditions.append("due_day < $\(values.count)")
      }
    }
    values.append(.integer(Int64(limit)))
    return try connection.rows(
      """
      SELECT id, agreement, number, kind, client_name, issued_day, due_day, net_cents, gross_cents,
        balance_cents
      FROM invoice WHERE \(conditions.joined(separator: " AND "))
      ORDER BY \(filter.standing == nil ? "id DESC" : "due_day, id") LIMIT $\(values.count)
      """, values, InvoiceListLine.init)
  }

  /// Those issued in these days, by number: at most `limit`.
  package func invoices(issued days: ClosedRange<Day>, limit: Int) throws -> [Invoice] {
    let ids = try connection.rows(
      """
      SELECT id FROM invoice WHERE issued_day BETWEEN $1 AND $2 ORDER BY issued_day, id LIMIT $3
      """,
      [
        .integer(Int64(days.lowerBound.number)), .integer(Int64(days.upperBound.number)),
        .integer(Int64(limit)),
      ]
    ) { ID<Invoice>(number: $0.integer(0)) }
    return try ids.compactMap { try invoice($0) }
  }

  /// What is left to pay, and how much of it is late, over all agreements.
  package func receivables(today: Day) throws -> (open: Money, late: Money, count: Int) {
    try connection.rows(
      """
      SELECT CAST(COALESCE(SUM(balance_cents), 0) AS BIGINT),
        CAST(COALESCE(SUM(CASE WHEN due_day < $1 THEN balance_cents ELSE 0 END), 0) AS BIGINT),
        COUNT(*)
      FROM invoice WHERE balance_cents > 0
      """, [.integer(Int64(today.number))]
    ) { row in
      (Money(cents: row.integer(0)), Money(cents: row.integer(1)), Int(row.integer(2)))
    }.first ?? (.zero, .zero, 0)
  }
}

extension InvoiceListLine {
  fileprivate init(_ row: Row) throws {
    guard let kind = InvoiceContent.Kind(rawValue: row.text(3)) else {
      throw StoreFault.unreadable(reason: "the kind of invoice \(row.integer(0))")
    }
    self.init(
      id: ID(number: row.integer(0)), agreement: ID(number: row.integer(1)), number: row.text(2),
      kind: kind, clientName: row.text(4), issued: Day(number: Int(row.integer(5))),
      due: Day(number: Int(row.integer(6))), net: Money(cents: row.integer(7)),
      gross: Money(cents: row.integer(8)), balance: Money(cents: row.integer(9)))
  }
}
