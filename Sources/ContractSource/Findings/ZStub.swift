package struct FindingReport {
  let reading: Reading
  package init(_ reading: Reading) { self.reading = reading }
  package var text: String { reading.findings.map(\.message).joined(separator: "\n") }
  package func json() throws -> String { text }
  package var exitCode: Int32 { reading.isReadable ? (reading.errorCount > 0 ? 1 : 0) : 2 }
}
