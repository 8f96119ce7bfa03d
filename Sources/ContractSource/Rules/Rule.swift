import Maintenance

/// One thing that a contract must, should or may say, and the ground for asking it.
struct Rule: Sendable {
  let id: String
  let severity: Finding.Severity
  /// The law, the standard or the practice; shown with each finding.
  let basis: String
  let remarks: @Sendable (Examination) -> [Remark]

  init(
    _ id: String, _ severity: Finding.Severity, basis: String,
    _ remarks: @escaping @Sendable (Examination) -> [Remark]
  ) {
    self.id = id
    self.severity = severity
    self.basis = basis
    self.remarks = remarks
  }
}

/// What a rule says of one place.
struct Remark {
  /// Of the value, also when the text lacks it.
  var path: String
  var message: String
  var help: String?
  /// Other values that were looked at: when one of them could not be read, nothing is said.
  var readingAlso: [String] = []
  /// When it differs from the rule's own.
  var severity: Finding.Severity?
}

/// A contract under examination: its terms, and what the text really has.
struct Examination {
  let contract: Contract
  let log: FindingLog
  let prose = Prose()
  /// Published values that some rules compare with.
  var rates = PublishedRates.known

  func isWritten(_ path: String) -> Bool {
    log.isWritten(path)
  }

  /// Elements with their paths: `key[0]` when a list was written, `key` for one group alone.
  func each<Element>(_ elements: [Element], at key: String) -> [(Element, String)] {
    elements.enumerated().map { index, element in
      (element, isWritten("\(key)[\(index)]") ? "\(key)[\(index)]" : key)
    }
  }

  /// Every text of the file with its path, in the order of reading.
  var texts: [WrittenText] { log.texts }

  /// What the parties wrote freely: their own articles and the client's duties.
  var ownTexts: [WrittenText] {
    texts.filter {
      ($0.path.hasPrefix("articles[") || $0.path.hasPrefix("client.obligations["))
        && $0.path.hasSuffix(".texte")
    }
  }

  /// Both sides, with the name that sentences give them.
  var parties: [(party: Party, path: String, name: String)] {
    [
      (contract.provider, "parties.prestataire", "du prestataire"),
      (contract.client, "parties.client", "du client"),
    ]
  }

  /// Applies every rule of the catalogue, and reports through the log; what the parties accept
  /// becomes a note that shows their reason.
  func run() {
    for rule in Catalogue.rules {
      for remark in rule.remarks(self) where !isClouded(remark) {
        let accepted = acceptance(of: rule.id, at: remark.path)
        log.report(
          rule.id, accepted == nil ? remark.severity ?? rule.severity : .note, at: nil,
          path: remark.path,
          remark.message + (accepted.map { " (accepté : « \(clipped($0)) »)" } ?? ""),
          help: accepted == nil ? remark.help : nil, basis: rule.basis)
      }
    }
  }

  private func isClouded(_ remark: Remark) -> Bool {
    ([remark.path] + remark.readingAlso).contains(where: log.isBroken)
  }
}

/// One remark when the condition holds.
func remark(
  if condition: Bool, at path: String, _ message: @autoclosure () -> String, help: String? = nil,
  readingAlso: [String] = []
) -> [Remark] {
  condition ? [Remark(path: path, message: message(), help: help, readingAlso: readingAlso)] : []
}
