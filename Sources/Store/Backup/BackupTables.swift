/// How each table of the database comes into a backup; a test holds this list against the schema.
enum BackupTables {
  /// Small ones, carried whole each time that they differ from what the set holds already. Of the
  /// heads, what the entries do not say.
  static let whole: [(name: String, columns: [String]?)] = [
    ("log_head", ["log", "origin"]), ("register_key", nil), ("contract_draft", nil),
    ("time_stamp", nil), ("credential", nil), ("mail_address", nil), ("mail_secret", nil),
    ("answer_template", nil), ("mention", nil),
    ("second_factor", nil), ("recovery_code", nil),
    ("saved_view", nil),
    ("ticket_follower", nil), ("signing_link", nil),
    ("labor_cost", nil),
    ("api_token", nil), ("sign_on", nil),
    ("confidential_read", nil),
  ]
  /// Numbered by the global order: each segment carries what the ones before it do not hold.
  static let byPosition = ["entry", "part", "command"]
  /// Named by facts, by digest.
  static let texts = "contract_text"
  /// What waits to be done, and is asked for again.
  static let passing = [
    "stamp_request", "nightly_job", "web_session", "access_link", "escalation_due", "ticket_writer",
    "handover_attempt", "platform_reading",
    "outgoing_mail", "signing_code",
    "billing_run", "billing_run_item",
  ]
  /// Made again from the facts.
  static let rebuilt = [
    "tile", "agreement", "ticket", "duty", "ticket_words", "words_settled", "outage", "advice",
    "delivery", "invoice", "invoice_claim", "account",
    "on_call_shift",
    "handover", "purchase",
    "envelope",
  ]

  /// A column as either engine describes it.
  struct Column {
    let name: String
    private let type: String

    init(name: String, type: String) {
      (self.name, self.type) = (name, type.lowercased())
    }

    func value(_ row: Row, _ place: Int) -> SQLValue {
      if row.cursor.isNull(place) { return .null }
      if type.contains("int") { return .integer(row.integer(place)) }
      return type == "blob" || type == "bytea" ? .blob(row.blob(place)) : .text(row.text(place))
    }
  }

  static func columns(of table: String, on connection: any Connection) throws -> [Column] {
    let sql =
      switch connection.dialect {
      case .sqlite: "SELECT name, type FROM pragma_table_info($1) ORDER BY cid"
      case .postgres:
        """
        SELECT column_name::text, data_type::text FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position
        """
      }
    return try connection.rows(sql, [.text(table)]) {
      Column(name: $0.text(0), type: $0.text(1))
    }
  }
}
