package import Maintenance

/// What whoever is being answered may see, when they are a client's person.
///
/// On PostgreSQL, what is read within it is read by a role that row security holds to those
/// contracts and sites, whatever the query: a second wall behind the pages' own. SQLite has none.
package enum ClientScope {
  @TaskLocal package static var reach: Reach?

  /// The sites to which the person being answered is held under a contract; nothing when to none.
  package static func sites(of agreement: ID<Agreement>) -> Set<String>? {
    reach?.sites[agreement]
  }
}

/// Row security of PostgreSQL for what is read on behalf of a client's person.
///
/// A table that is in neither list cannot be read so: a test fails until it is.
enum ClientWall {
  static let role = "diligence_client"
  /// Another when what the policies say changes, so that those of an older version give way.
  private static let policy = "client_2"
  private static let scope =
    "ANY (string_to_array(current_setting('diligence.agreements', true), ',')::bigint[])"
  /// Of those, the contracts of which the person sees some sites alone.
  private static let held =
    "ANY (string_to_array(current_setting('diligence.held', true), ',')::bigint[])"
  /// Whose rows are of a contract as a whole.
  private static let whole = "agreement = \(scope) AND NOT agreement = \(held)"

  /// What the role reads, and the rows that it finds there.
  static let shown: [(table: String, rows: String)] = [
    ("agreement", "id = \(scope)"),
    (
      "ticket",
      """
      agreement = \(scope) AND (NOT agreement = \(held) OR agreement || ':' || site
        = ANY (string_to_array(current_setting('diligence.sites', true), chr(10))))
      """
    ),
    // Visits are told to whoever is held to a site, by their contract's text.
    ("duty", "agreement = \(scope)"), ("invoice", whole), ("invoice_claim", whole),
    ("handover", whole), ("advice", whole), ("delivery", whole), ("outage", whole),
    ("envelope", whole),
    (
      "handover_attempt",
      "EXISTS (SELECT 1 FROM handover WHERE handover.id = handover_attempt.handover)"
    ),
    // The global log's row and tiles are hashes of hashes, which proofs need.
    ("log_head", "log = 0 OR log = \(scope)"), ("tile", "log = 0 OR log = \(scope)"),
    (
      "entry",
      """
      log = \(scope) AND (NOT log = \(held) OR subject_kind IN ('agreement', 'duty', 'erasure')
        OR subject_kind = 'ticket' AND EXISTS (SELECT 1 FROM ticket WHERE ticket.id = subject))
      """
    ),
    ("part", "EXISTS (SELECT 1 FROM entry WHERE entry.pos = part.pos)"),
    // Found by the digest that an entry names, or not at all.
    ("confidential_read", whole),
    ("contract_text", "true"), ("register_key", "true"), ("time_stamp", "true"),
  ]

  /// What the role never reads.
  static let hidden = [
    "account", "credential", "web_session", "access_link", "second_factor", "recovery_code",
    "api_token", "sign_on", "contract_draft", "command", "stamp_request", "nightly_job",
    "on_call_shift", "escalation_due", "ticket_writer", "answer_template", "mention",
    "outgoing_mail", "mail_address", "mail_secret", "ticket_follower", "signing_link",
    "signing_code", "billing_run", "billing_run_item", "labor_cost", "platform_reading",
    "purchase", "saved_view", "schema_migration",
  ]

  /// Makes the role where there is none, and the policies of each table that has none yet.
  static func build(on connection: any Connection) throws {
    guard connection.dialect == .postgres else { return }
    try connection.execute(
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(role)') THEN
          BEGIN
            CREATE ROLE \(role) NOLOGIN NOBYPASSRLS;
          EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
          END;
        END IF;
        -- Since PostgreSQL 16 who made a role is a member of it, and may yet not take it.
        IF NOT pg_has_role(current_user, '\(role)', CASE
          WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)
        THEN
          BEGIN
            EXECUTE format('GRANT \(role) TO %I', current_user);
          EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
          END;
        END IF;
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO \(role)', current_schema());
      EXCEPTION WHEN insufficient_privilege THEN RAISE EXCEPTION
        'as administrator: CREATE ROLE \(role) NOLOGIN; GRANT \(role) TO %', current_user;
      END $$
      """, [])
    let present = try connection.rows(
      "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()", []
    ) { $0.text(0) }
    let walled = try connection.rows(
      """
      SELECT tablename::text FROM pg_policies
      WHERE schemaname = current_schema() AND policyname = '\(policy)'
      """, []
    ) { $0.text(0) }
    for (table, rows) in shown where present.contains(table) && !walled.contains(table) {
      for statement in [
        "DROP POLICY IF EXISTS client ON \(table)",
        "DROP POLICY IF EXISTS provider ON \(table)",
        "ALTER TABLE \(table) ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE \(table) FORCE ROW LEVEL SECURITY",
        "CREATE POLICY provider ON \(table) TO CURRENT_USER USING (true) WITH CHECK (true)",
        "CREATE POLICY \(policy) ON \(table) FOR SELECT TO \(role) USING (\(rows))",
        "GRANT SELECT ON \(table) TO \(role)",
      ] { try connection.execute(statement, []) }
    }
  }
}

extension Connection {
  /// Holds the rest of this transaction to what a client's person may see.
  func confine(to reach: Reach?) throws {
    guard let reach, dialect == .postgres else { return }
    let list = reach.agreements.map { String($0.number) }.joined(separator: ",")
    let held = reach.sites.keys.map { String($0.number) }.joined(separator: ",")
    let sites = reach.sites.flatMap { agreement, ids in ids.map { "\(agreement.number):\($0)" } }
    try send(
      """
      SELECT set_config('diligence.agreements', $1, true),
        set_config('diligence.held', $2, true), set_config('diligence.sites', $3, true)
      """, [.text(list), .text(held), .text(sites.joined(separator: "\n"))])
    try send("SET LOCAL ROLE \(ClientWall.role)", [])
  }
}
