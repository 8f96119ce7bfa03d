/// Who somebody is at an identity provider: a subject of an issuer, of one account.
struct M0152SignOn: Migration {
  let name = "M0152SignOn"
  let statements = [
    """
    CREATE TABLE sign_on (
      issuer TEXT NOT NULL,
      subject TEXT NOT NULL,
      account {integer} NOT NULL,
      PRIMARY KEY (issuer, subject),
      UNIQUE (issuer, account)
    ) {strict}
    """
  ]
}
