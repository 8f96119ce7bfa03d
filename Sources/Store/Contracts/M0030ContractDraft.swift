/// Texts that are being written, errors and all.
struct M0030ContractDraft: Migration {
  let name = "M0030ContractDraft"
  let statements = [
    """
    CREATE TABLE contract_draft (
      id {integer} PRIMARY KEY,
      revision {integer} NOT NULL,
      title TEXT NOT NULL,
      source {blob} NOT NULL,
      saved_ms {integer} NOT NULL
    ) {strict}
    """
  ]
}
