/// The index by which an opening finds what was drawn from prepaid hours, without a look at all
/// other work.
struct M0004WorkByCharge: Migration {
  let name = "M0004WorkByCharge"
  let statements = [
    "CREATE INDEX ticket_by_charged_work ON ticket (agreement, charge, last_worked_ms)"
  ]
}
