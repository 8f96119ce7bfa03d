/// What an hour of work costs the provider, by person or role, from a day on.
struct M0141LaborCost: Migration {
  let name = "M0141LaborCost"
  let statements = [
    // A day is counted from 1970-01-01; a role is written `role:technicien`.
    """
    CREATE TABLE labor_cost (
      who TEXT NOT NULL,
      from_day {integer} NOT NULL,
      hourly_cents {integer} NOT NULL,
      PRIMARY KEY (who, from_day)
    ) {strict}
    """
  ]
}
