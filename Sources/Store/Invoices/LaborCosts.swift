package import Maintenance

extension Reader {
  /// Every cost that was set, by person or role and day.
  package func laborCosts() throws -> [LaborCost] {
    try connection.rows(
      "SELECT who, from_day, hourly_cents FROM labor_cost ORDER BY who, from_day LIMIT 10000", []
    ) {
      LaborCost(
        who: LaborCost.Who(stored: $0.text(0)), from: Day(number: Int($0.integer(1))),
        hourly: Money(cents: $0.integer(2)))
    }
  }
}

extension Transaction {
  /// Sets what an hour costs from a day on; set again for the same day, it is replaced.
  package func set(_ cost: LaborCost) throws {
    try connection.execute(
      """
      INSERT INTO labor_cost (who, from_day, hourly_cents) VALUES ($1, $2, $3)
      ON CONFLICT (who, from_day) DO UPDATE SET hourly_cents = $3
      """,
      [.text(cost.who.stored), .integer(Int64(cost.from.number)), .integer(cost.hourly.cents)])
  }
}
