import Maintenance
import Testing

/// Two hundred months and more, to the cent, against what another program computed.
struct PricingTableTests {
  @Test func `the table is there`() throws {
    #expect(try PricingRow.all("fees").count + PricingRow.all("time").count > 200)
  }

  @Test(arguments: try PricingRow.all("fees"))
  func `a flat fee comes to the cent`(_ row: PricingRow) throws {
    #expect(try row.draft().net.cents == row.cents)
  }

  @Test(arguments: try PricingRow.all("time"))
  func `work by the hour comes to the cent`(_ row: PricingRow) throws {
    #expect(try row.draft().net.cents == row.cents)
  }

  @Test(arguments: try PricingRow.all("fees") + PricingRow.all("time"))
  func `each line is its price times its quantity, to a cent`(_ row: PricingRow) throws {
    for line in try row.draft().lines {
      let exact =
        Int128(line.unitPrice.millionths) * Int128(line.quantity.millionths)
        / Int128(line.priceBase)
      let cents = exact / 10_000_000_000
      #expect(abs(Int128(line.net.cents) - cents) <= 1, "\(line.designation)")
      #expect(!line.citation.number.isEmpty)
      #expect(!line.claims.isEmpty)
    }
  }
}
