/// Who is writing an answer to which ticket, for some seconds.
struct M0117TicketWriter: Migration {
  let name = "M0117TicketWriter"
  let statements = [
    // One row for each page on which somebody types.
    """
    CREATE TABLE ticket_writer (
      page TEXT PRIMARY KEY,
      ticket {integer} NOT NULL,
      name TEXT NOT NULL,
      until_ms {integer} NOT NULL
    ) {strict}
    """
  ]
}
