/// One commitment that two versions do not share.
package struct CommitmentChange: Hashable, Sendable {
  package enum Favour: String, Sendable {
    case client
    case provider = "prestataire"
  }

  package var label: String
  /// None when the later version adds it.
  package var before: Commitment?
  /// None when the later version drops it.
  package var after: Commitment?
  /// Number of the clause on each side, such as `7.2`; none where its text has no such clause.
  package var numberBefore: String?
  package var numberAfter: String?

  /// Who gains, when that is certain: only a value that both versions state ranks.
  package var favour: Favour? {
    guard let before, let after, let first = before.weight, let second = after.weight,
      first != second, let gain = after.gain
    else { return nil }
    return (second > first) == (gain == .moreForClient) ? .client : .provider
  }

  /// «GTR P1 : 4 heures → 2 heures».
  package var french: String {
    switch (before, after) {
    case (let before?, let after?): "\(label) : \(before.value) → \(after.value)".typesetInFrench
    case (nil, let after?): "\(label) : ajouté (\(after.value))".typesetInFrench
    case (let before?, nil): "\(label) : supprimé (\(before.value))".typesetInFrench
    case (nil, nil): label
    }
  }
}

extension CommitmentChange {
  /// What changes from one text to another, in the order of the later one; removals stand where
  /// the commitment stood. Cost grows with the number of commitments.
  package static func between(_ old: Terms, _ new: Terms) -> [CommitmentChange] {
    let before = old.contract.commitments
    let after = new.contract.commitments
    let known = Dictionary(before.map { ($0.key, $0) }) { first, _ in first }
    let kept = Set(after.map(\.key))
    var changes: [CommitmentChange] = []
    var place: [String: Int] = [:]
    for commitment in after {
      let earlier = known[commitment.key]
      if earlier?.value != commitment.value {
        changes.append(
          CommitmentChange(
            label: commitment.label, before: earlier, after: commitment,
            numberBefore: earlier.flatMap { old.text.number(of: $0.clause) },
            numberAfter: new.text.number(of: commitment.clause)))
      }
      place[commitment.key] = changes.count
    }
    var removed: [(index: Int, change: CommitmentChange)] = []
    var last = 0
    for commitment in before {
      if kept.contains(commitment.key) {
        last = place[commitment.key] ?? last
      } else {
        removed.append(
          (
            last,
            CommitmentChange(
              label: commitment.label, before: commitment, after: nil,
              numberBefore: old.text.number(of: commitment.clause))
          ))
      }
    }
    for (index, change) in removed.reversed() {
      changes.insert(change, at: min(index, changes.count))
    }
    return changes
  }
}
