extension Contract {
  /// The checklists, for a contract that plans operations.
  var operationsAnnex: AnnexDraft? {
    guard !operations.isEmpty else { return nil }
    let blocks = operations.flatMap { operation -> [BlockDraft] in
      let title: Passage = """
        \(spelled(operation.id).asSentence.asPhrase) \
        (\(bareClause: "operations.\(operation.id)")) : \(operation.recurrence.french).
        """
      guard !operation.checklist.isEmpty else {
        return [.text(title + " Sans liste de contrôles.")]
      }
      let checks: [Passage] = operation.checklist.map { "\($0.asPhrase) ;" }
      return [.text(title + " Contrôles :"), .items(checks.asFinalList)]
    }
    return AnnexDraft(id: "operations", title: "Opérations et contrôles", blocks: blocks)
  }
}
