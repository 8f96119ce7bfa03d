/// Choices of the list that people keep under a name.
struct M0111SavedView: Migration {
  let name = "M0111SavedView"
  let statements = [
    """
    CREATE TABLE saved_view (
      id {integer} PRIMARY KEY,
      -- An account, or 0: everybody's.
      owner {integer} NOT NULL,
      name TEXT NOT NULL,
      choice TEXT NOT NULL,
      UNIQUE (owner, name)
    ) {strict}
    """
  ]
}
