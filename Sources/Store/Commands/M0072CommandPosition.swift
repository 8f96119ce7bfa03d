/// Where the entries of a command begin, so that a backup finds the commands that it lacks.
struct M0072CommandPosition: Migration {
  let name = "M0072CommandPosition"
  let statements = [
    // Those from before it cannot be told apart: they count as the first.
    "ALTER TABLE command ADD COLUMN pos {integer} NOT NULL DEFAULT 0",
    "CREATE INDEX command_by_pos ON command (pos)",
  ]
}
