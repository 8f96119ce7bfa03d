/// Commands that were done, so that none is done twice.
struct M0041Command: Migration {
  let name = "M0041Command"
  let statements = [
    """
    CREATE TABLE command (
      digest {blob} PRIMARY KEY,
      subject_kind TEXT NOT NULL,
      subject {integer} NOT NULL,
      agreement {integer} NOT NULL
    ) {strict}
    """
  ]
}
