@testable import ContractSource
import Testing

struct IdentifiersTests {
  @Test(arguments: ["732829320", "552081317", "443061841", "356000000"])
  func `a real SIREN is right and no neighbour of it is`(_ siren: String) {
    #expect(Identifiers.isSIREN(siren))
    for digit in 0...9 where !siren.hasSuffix("\(digit)") {
      #expect(!Identifiers.isSIREN(siren.dropLast() + "\(digit)"))
    }
  }

  @Test func `an establishment of La Poste passes by its plain sum`() {
    #expect(Identifiers.isSIRET("35600000000048"))
    #expect(Identifiers.isSIRET("35600000049837"))
    #expect(!Identifiers.isSIRET("35600000049838"))
    #expect(!Identifiers.isSIRET("99930112000014"))
  }

  @Test(arguments: [("732829320", "44"), ("552081317", "03"), ("443061841", "64")])
  func `the VAT key follows from the SIREN`(siren: String, key: String) {
    #expect(Identifiers.vatKey(siren: siren) == key)
  }

  @Test func `an IBAN has its length and its key`() {
    #expect(Identifiers.isIBAN("FR14 2004 1010 0505 0001 3M02 606"))
    #expect(!Identifiers.isIBAN("FR14 2004 1010 0505 0001 3M02 607"))
    #expect(!Identifiers.isIBAN("FR14 2004 1010 0505 0001 3M02 60"))
    #expect(!Identifiers.isIBAN("É"))
    #expect(!Identifiers.isIBAN(""))
  }
}
