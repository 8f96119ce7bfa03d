/// Texts that answers begin with.
struct M0118AnswerTemplate: Migration {
  let name = "M0118AnswerTemplate"
  let statements = [
    """
    CREATE TABLE answer_template (
      id {integer} PRIMARY KEY,
      title TEXT NOT NULL,
      text TEXT NOT NULL
    ) {strict}
    """
  ]
}
