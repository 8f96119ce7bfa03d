/// Why the press gave no document.
package enum PressFault: Error, Hashable {
  /// No Python environment, or no worker, at that path.
  case missing(path: String)
  /// The worker said no: its message, then its hints and the place in the template.
  case refused(message: String, hints: [String], place: String?)
  /// The worker ended without an answer: how, and the end of what it wrote on standard error.
  case broken(String)
  case tooSlow(Duration)
  case tooLarge(byteLimit: Int)
  /// So many jobs wait already; this one was not taken.
  case busy(waiting: Int)
}

extension PressFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "the press is not installed (\(path) is missing): run bin/setup"
    case .refused(let message, let hints, let place):
      ([place.map { "\(message) (\($0))" } ?? message] + hints.map { "hint: \($0)" })
        .joined(separator: "; ")
    case .broken(let account):
      "the press broke: \(account)"
    case .tooSlow(let limit):
      "the press took more than \(limit) and was stopped"
    case .tooLarge(let byteLimit):
      "the document is larger than \(byteLimit) bytes"
    case .busy(let waiting):
      "the press has \(waiting) jobs before this one: try again later"
    }
  }
}
