/// One thing that a contract commits to, in the trade's words: «GTR P1», «4 heures».
///
/// A whole contract is a list of them (`Contract.commitments`): what two versions do not share is
/// their difference.
package struct Commitment: Hashable, Sendable {
  /// For whom a greater value is better, when that is certain.
  package enum Gain: Sendable {
    case moreForClient
    case lessForClient
  }

  /// The same in every version for the same thing: `niveaux_de_service.P1.retablissement`.
  package var key: String
  /// The clause that says it, such as `niveaux_de_service.P1`.
  package var clause: String
  package var label: String
  /// In French, typeset.
  package var value: String
  /// To compare two values of the same kind; nothing when they do not rank.
  package var weight: Int64?
  package var gain: Gain?
}

/// A value as a commitment states it.
protocol Stated {
  var stated: String { get }
  var weight: Int64? { get }
}

extension Stated {
  var weight: Int64? { nil }
}

extension String: Stated {
  var stated: String { typesetInFrench }
}

extension Int: Stated {
  var stated: String { french }
  var weight: Int64? { Int64(self) }
}

extension Bool: Stated {
  var stated: String { self ? "oui" : "non" }
  var weight: Int64? { self ? 1 : 0 }
}

extension Delay: Stated {
  var stated: String { french }
  /// A working day counts as eight hours: enough to rank, not to compute.
  var weight: Int64? { Int64(minutes(workingDay: 480)) }
}

extension Money: Stated {
  var stated: String { french }
  var weight: Int64? { cents }
}

extension Day: Stated {
  var stated: String { french }
}

extension Month: Stated {
  var stated: String { french }
}

/// A share in percent, printed with its sign.
struct Percent: Stated {
  var value: FixedPoint

  init?(_ value: FixedPoint?) {
    guard let value else { return nil }
    self.value = value
  }

  var stated: String { value.frenchPercent }
  var weight: Int64? { value.millionths }
}

extension FixedPoint: Stated {
  var stated: String { french }
  var weight: Int64? { millionths }
}

/// A word of the format, as French spells it.
struct Named<Word: RawRepresentable>: Stated where Word.RawValue == String {
  var word: Word

  init?(_ word: Word?) {
    guard let word else { return nil }
    self.word = word
  }

  var stated: String { spelled(word.rawValue) }
}

/// Collects commitments, in the order of the contract.
struct CommitmentList {
  private(set) var commitments: [Commitment] = []

  /// Notes nothing for a value that the contract does not have.
  mutating func add(
    _ key: String, _ clause: String, _ label: String, _ value: (any Stated)?,
    _ gain: Commitment.Gain? = nil
  ) {
    guard let value, !value.stated.isEmpty else { return }
    commitments.append(
      Commitment(
        key: key, clause: clause, label: label.typesetInFrench, value: value.stated,
        weight: value.weight, gain: gain))
  }

  /// A list said at once, its order included.
  mutating func add(_ key: String, _ clause: String, _ label: String, list: [String]) {
    add(key, clause, label, list.isEmpty ? nil : list.map(spelled).joined(separator: ", "))
  }

  /// A yes that is worth saying; no is what stands when nothing is said.
  mutating func add(
    _ key: String, _ clause: String, _ label: String, when condition: Bool,
    _ gain: Commitment.Gain? = nil
  ) {
    if condition { add(key, clause, label, true, gain) }
  }
}
