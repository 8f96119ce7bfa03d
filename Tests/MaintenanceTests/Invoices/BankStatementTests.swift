import Maintenance
import Testing

struct BankStatementTests {
  @Test(arguments: [
    "Date;Libellé;Montant\n24/11/2026;VIR F2026-00001;1 183,20\n",
    "Releve\n\nDate operation;Libelle;Debit;Credit\r\n24/11/26;VIR F2026-00001;;1183,20\r\n",
    "\u{FEFF}date,label,amount\n2026-11-24,\"VIR F2026-00001\",1183.20\n",
    "Date\tLibellé\tMontant\n24/11/2026\tVIR F2026-00001\t+1183.2",
  ])
  func `files of several banks say the same`(_ file: String) throws {
    let statement = try BankStatement(Array(file.utf8))
    #expect(statement.unread == [])
    #expect(statement.lines.map(\.day) == [day("2026-11-24")])
    #expect(statement.lines.map(\.label) == ["VIR F2026-00001"])
    #expect(statement.lines.map(\.amount) == [Money(cents: 118_320)])
  }

  @Test func `Windows-1252 is read as the bank wrote it`() throws {
    let bytes =
      Array("Date;Libell".utf8) + [0xE9] + Array(";Montant\n24/11/2026;Caf".utf8)
      + [0xE9] + Array(" d".utf8) + [0x92] + Array("en face;10,00 ".utf8) + [0x80]
    #expect(try BankStatement(bytes).lines.map(\.label) == ["Café d’en face"])
  }

  @Test func `what cannot be read is told by its line, and debits are not income`() throws {
    let file = "Date;Libellé;Débit;Crédit\n31/02/2026;x;;1\n24/11/2026;loyer;900,00;\n;;;\n"
    let statement = try BankStatement(Array(file.utf8))
    #expect(statement.unread == [2, 4])
    #expect(statement.lines.map(\.amount) == [Money(cents: -90_000)])
    #expect(statement.matches([]) == [])
  }

  @Test func `no heading, too many lines and too many bytes are refused`() {
    #expect(throws: BankStatement.Fault.noHeading) { try BankStatement(Array("a;b\n1;2".utf8)) }
    #expect(throws: BankStatement.Fault.tooManyLines) {
      try BankStatement([UInt8](repeating: 10, count: 6000))
    }
    #expect(throws: BankStatement.Fault.tooLarge) {
      try BankStatement([UInt8](repeating: 65, count: 1_100_000))
    }
  }

  @Test func `a line pays the invoice that it names, or the only one of its amount`() throws {
    let first = try InvoiceTests().issued()
    let second = try InvoiceTests().issued(ordinal: 2)
    func grounds(_ label: String, _ amount: String, _ invoices: [Invoice]) throws
      -> [BankMatch.Ground]
    {
      let file = "Date;Libellé;Montant\n05/12/2026;\(label);\(amount)\n"
      return try BankStatement(Array(file.utf8)).matches(invoices).map(\.ground)
    }
    #expect(try grounds("vir f2026 00002 lumen", "1183,20", [first, second]) == [.number])
    #expect(try grounds("VIR LUMEN", "1183,20", [first, second]) == [.none])
    #expect(try grounds("VIR LUMEN", "1183,20", [first]) == [.amount])
    #expect(try grounds("VIR F2026-00001", "9999,00", [first, second]) == [.none])
    let paid = try first.paid(
      Invoice.Payment(
        day: day("2026-12-05"), amount: Money(cents: 118_320), means: "virement",
        reference: "VIR LUMEN"), by: SampleContract.technician, on: day("2026-12-05"),
      at: paris("2026-12-05 10:00")
    ).state
    #expect(try grounds("VIR LUMEN", "1183,20", [paid, second]) == [.recorded])
  }
}
