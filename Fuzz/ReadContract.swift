import ContractSource

/// What libFuzzer runs on each input: a contract is read and told, whatever the bytes.
///
/// A trap stops the run, and so does a reading that breaks its promises.
@_cdecl("LLVMFuzzerTestOneInput")
public func readContract(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let reading = read(Array(UnsafeBufferPointer(start: bytes, count: count)), named: "fuzz")
  let places = reading.findings.map(\.position)
  precondition(places.allSatisfy { $0.line >= 1 && $0.column >= 1 }, "a finding outside the file")
  precondition(places == places.sorted(), "findings out of order")
  precondition(places.count <= 201, "too many findings")
  precondition(reading.isReadable || reading.errorCount > 0, "unreadable without an error")
  precondition(!FindingReport(reading).text.isEmpty, "nothing to tell")
  return 0
}
