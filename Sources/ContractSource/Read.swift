import Maintenance

/// Reads a contract's file and judges it: the whole of what is wrong, in one run.
///
/// Never fails and never traps, whatever the bytes: size, depth and the number of values and of
/// findings are bounded. A file of the examples' size takes a few milliseconds. `file` is the name
/// under which reports show it; `rates` are the
/// published values that some rules compare with.
package func read(
  _ bytes: [UInt8], named file: String, rates: PublishedRates = .known
) -> Reading {
  switch FileBytes.text(bytes) {
  case .failure(let flaw):
    let log = FindingLog(source: SourceText(""))
    log.reportFlaw(flaw)
    return Reading(file: file, contract: Contract(), log)
  case .success(let text):
    let log = FindingLog(source: SourceText(text))
    return Reading(file: file, contract: readContract(text, log: log, rates), log)
  }
}

private func readContract(
  _ text: String, log: FindingLog, _ rates: PublishedRates
) -> Contract {
  contractTree(text, log: log).map { judge($0, log: log, rates: rates) } ?? Contract()
}

/// The keys of a file; nothing when it has none, which is then reported.
func contractTree(_ text: String, log: FindingLog) -> Node? {
  guard let root = Composer.compose(text, log: log) else {
    if log.findings.isEmpty { log.reportEmpty() }
    return nil
  }
  if case .scalar(let scalar) = root.content, scalar.isEmpty {
    log.reportEmpty()
    return nil
  }
  guard case .map = root.content else {
    log.reportNotAMap(at: root.offset)
    return nil
  }
  return root
}

/// Decodes a tree and applies every rule to what it says.
func judge(_ root: Node, log: FindingLog, rates: PublishedRates = .known) -> Contract {
  let contract = Fields.read(root, path: "", log: log) { Contract($0, log: log) } ?? Contract()
  Examination(contract: contract, log: log, rates: rates).run()
  return contract
}

extension Reading {
  init(file: String, contract: Contract, _ log: FindingLog) {
    self.init(
      file: file, contract: contract, findings: log.sortedFindings(), isReadable: log.isReadable)
  }
}
