import ContractSource
import Maintenance
import Testing

struct ContractFieldsTests {
  @Test func `the terms of an example are what its text says`() throws {
    let contract = read(try RepositoryFiles.bytes("atelier-lumen"), named: "a").contract
    #expect(contract.reference == "VI-2026-031")
    #expect(contract.kinds == [.preventive, .corrective, .managed])
    #expect(contract.scope.sites.map(\.travelZone) == [1, 2])
    #expect(contract.scope.exclusions.map(\.consequence) == [.refused, .refused, .quote, .quote])
    #expect(contract.operations.map(\.groups.count) == [3, 2, 1])
    #expect(contract.support.hours.spans(on: .friday).last?.end == 17 * 60)
    #expect(contract.support.onCall?.priorities == ["P1"])
    #expect(contract.serviceLevels.level("P1")?.delays[.workaround] == Delay(2, .hours))
    #expect(contract.serviceLevels.level("P3")?.binding == .means)
    #expect(contract.serviceLevels.matrix.priority(impact: "service", urgency: "genante") == "P3")
    #expect(contract.clientDuties.map(\.suspendsClocks) == [true, false, false])
    #expect(contract.price.fees.map(\.amount.cents) == [2750, 11_000])
    #expect(contract.price.prepaid?.hours == 24)
    #expect(contract.price.travel?.zones[2] == .amount(Money(cents: 4800)))
    #expect(contract.price.indexation?.baseValue == FixedPoint("315.2"))
    #expect(contract.payment.lateInterest == .timesLegalRate(FixedPoint(3)))
    #expect(contract.term.initialEnd == Day(year: 2027, month: 9, day: 30))
    #expect(contract.personalData?.processors.map(\.country) == ["FR"])
    #expect(contract.disputes.steps.map(\.mode) == [.contacts, .mediation])
  }

  @Test func `what cannot be read leaves a placeholder and spares the rest`() throws {
    let reading = try ContractCase(("montant: 27.50", "montant: cher")).text().reading
    #expect(reading.contract.price.fees.map(\.amount) == [.zero])
    #expect(reading.contract.price.fees.map(\.group) == ["postes"])
    #expect(reading.isReadable)
  }
}
