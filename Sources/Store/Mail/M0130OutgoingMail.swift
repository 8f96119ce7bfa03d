/// Messages that wait for the relay and what became of them; and what is known of addresses.
struct M0130OutgoingMail: Migration {
  let name = "M0130OutgoingMail"
  let statements = [
    // A secret message's words are emptied once it is sent or given up.
    """
    CREATE TABLE outgoing_mail (
      id {integer} PRIMARY KEY,
      kind TEXT NOT NULL,
      recipient TEXT NOT NULL,
      recipient_name TEXT NOT NULL,
      language TEXT NOT NULL,
      agreement {integer},
      ticket {integer},
      subject TEXT NOT NULL,
      body TEXT NOT NULL,
      html TEXT NOT NULL,
      message_id TEXT NOT NULL UNIQUE,
      thread TEXT NOT NULL,
      reply_to TEXT NOT NULL,
      files TEXT NOT NULL,
      evidence {integer} NOT NULL,
      automatic {integer} NOT NULL,
      state TEXT NOT NULL,
      created_ms {integer} NOT NULL,
      until_ms {integer} NOT NULL,
      next_ms {integer} NOT NULL,
      lease_ms {integer} NOT NULL,
      attempts {integer} NOT NULL,
      ended_ms {integer},
      reason TEXT NOT NULL,
      sha256 TEXT NOT NULL
    ) {strict}
    """,
    "CREATE INDEX outgoing_mail_due ON outgoing_mail (state, next_ms, id)",
    "CREATE INDEX outgoing_mail_by_state ON outgoing_mail (state, id)",
    "CREATE INDEX outgoing_mail_by_recipient ON outgoing_mail (recipient, created_ms)",
    "CREATE INDEX outgoing_mail_by_ticket ON outgoing_mail (ticket, id)",
    // One row for each address of which there is something to know.
    """
    CREATE TABLE mail_address (
      address TEXT PRIMARY KEY,
      language TEXT,
      failed_ms {integer},
      reason TEXT NOT NULL
    ) {strict}
    """,
    // Who follows a ticket besides whoever asked.
    """
    CREATE TABLE ticket_follower (
      ticket {integer} NOT NULL,
      address TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (ticket, address)
    ) {strict}
    """,
    // Signs the addresses to which people answer; one row, made at first use.
    """
    CREATE TABLE mail_secret (
      id {integer} PRIMARY KEY,
      secret {blob} NOT NULL
    ) {strict}
    """,
  ]
}
