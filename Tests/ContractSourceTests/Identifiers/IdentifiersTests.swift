import Testing

@testable import ContractSource

struct IdentifiersTests {
  @Test(arguments: ["732829320", "552081317", "443061841", "356000000"])
  func `a real SIREN is right and no neighbour of it is`(_ siren: String) {
    #expect(flaw(siren, as: SIREN.self) == nil)
    for digit in 0...9 where !siren.hasSuffix("\(digit)") {
      #expect(flaw(siren.dropLast() + "\(digit)", as: SIREN.self) == .wrongKey)
    }
  }

  @Test func `an establishment of La Poste passes by its plain sum, its head office by Luhn`() {
    #expect(flaw("35600000000048", as: SIRET.self) == nil)
    #expect(flaw("356 000 000 49837", as: SIRET.self) == nil)
    #expect(flaw("35600000049838", as: SIRET.self) == .wrongKey)
    #expect(flaw("99930112000014", as: SIRET.self) == .wrongKey)
  }

  @Test(arguments: [("732829320", "44"), ("552081317", "03"), ("443061841", "64")])
  func `the VAT key follows from the SIREN`(siren: String, key: String) throws {
    #expect(VATNumber.key(of: try SIREN(siren)) == key)
  }

  @Test(arguments: [
    "FR40303265045", "FR23 334 175 221", "FRK7399859412", "FR4Z123456782", "FR53000004605",
    "DE123456789", "CHE123456788TVA",
  ])
  func `a VAT number is read by its state's rule`(_ number: String) {
    #expect(flaw(number, as: VATNumber.self) == nil)
  }

  @Test(arguments: [
    ("FR84323140391", "sa clé"), ("FRIO334175221", "ni I ni O"), ("40303265045", "État"),
    ("FR4030326504", "10 signes après « FR » au lieu de 11"), ("fr40303265045", "capitales"),
    ("DE12345678", "ce n’est pas la forme"), ("ZZ123456789", "État"),
  ])
  func `what is wrong with a VAT number is said`(number: String, reason: String) throws {
    let said = try #require(flaw(number, as: VATNumber.self)).reason
    #expect(said.contains(reason))
  }

  @Test(arguments: [
    ("FR14 2004 1010 0505 0001 3M02 607", "clé de contrôle"),
    ("FR14 2004 1010 0505 0001 3M02 60", "26 signes au lieu de 27"),
    ("FR14 2004 1010 0505 0001 3M02 6A6", "place d’un chiffre"), ("É", "« É »"), ("", "aucun IBAN"),
  ])
  func `what is wrong with an IBAN is said`(number: String, reason: String) throws {
    #expect(flaw("FR14 2004 1010 0505 0001 3M02 606", as: IBAN.self) == nil)
    let said = try #require(flaw(number, as: IBAN.self)).reason
    #expect(said.contains(reason))
  }

  @Test func `a bank answers to the accounts of its country and its territories`() throws {
    let iban = try IBAN("FR1420041010050500013M02606")
    #expect(try BIC("PSSTFRPPLYO").answers(to: iban))
    #expect(try BIC("CEPAGPGX").answers(to: iban))
    #expect(try !BIC("COBADEFF").answers(to: iban))
    #expect(flaw("PSSTFRP", as: BIC.self)?.reason == "il a 7 signes au lieu de 8 ou 11")
  }

  @Test func `an association has W and nine signs`() {
    #expect(flaw("W751234567", as: AssociationNumber.self) == nil)
    #expect(flaw("W2A1000123", as: AssociationNumber.self) == nil)
    for wrong in ["751234567", "W75123456", "WA51234567", "W75123456A"] {
      #expect(flaw(wrong, as: AssociationNumber.self) != nil)
    }
  }

  @Test func `the registry's town stands alone`() {
    for town in [
      "Lyon", "Saint-Étienne", "Villefranche-Tarare", "L’Isle-d’Abeau", "Bourg en Bresse",
    ] {
      #expect(flaw(town, as: RegistryTown.self) == nil)
    }
    for wrong in ["RCS Lyon", "Lyon 999 301 120", "greffe de Lyon", "-", "Lyon B 3"] {
      #expect(flaw(wrong, as: RegistryTown.self) != nil)
    }
  }

  static let cases = [
    ContractCase(
      ("iban: FR7699999000010000000031834", "iban: ⟦PAY-13⟧FR7699999000010000000031835")),
    ContractCase(
      (
        "    iban: FR7699999000010000000031834",
        "    iban: FR7699999000010000000031834\n    bic: ⟦PAY-13 avertissement⟧COBADEFF"
      )),
    ContractCase(("rcs: Lyon", "rcs: ⟦PAR-07⟧RCS Lyon")),
    ContractCase(("rcs: Lyon", "rcs: Lyon\n    rna: ⟦PAR-05⟧W12345678")),
    ContractCase(("tva: FR32999301120", "tva: ⟦PAR-09⟧FR44732829320")),
    ContractCase(("tva: FR32999301120", "tva: ⟦PAR-09⟧BE12345678")),
    ContractCase(("tva: FR32999301120", "tva: BE0123456749")),
  ]

  @Test(arguments: cases)
  func `a number is judged where it stands in the contract`(_ changed: ContractCase) throws {
    try changed.text().expectMarks()
  }
}
