import ContractSource
import Maintenance
import Testing

struct ExamplesTests {
  @Test(arguments: RepositoryFiles.names)
  func `an example has neither error nor warning`(_ name: String) throws {
    let reading = read(try RepositoryFiles.bytes(name), named: name)
    #expect(reading.isReadable)
    #expect(reading.findings.map { "\($0.position) \($0.rule) \($0.message)" } == [])
  }
}
