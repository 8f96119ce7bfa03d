import Store

/// What the register's pages say.
struct RegisterWords: Sendable {
  var title: String
  var lead: @Sendable (Int) -> String
  var agreementTitle: @Sendable (String) -> String
  var entry: String
  var what: String
  var by: String
  var at: String
  var leaf: String
  var root: String
  var subject: String
  var verify: String
  var verifyHint: String
  var nightly: String
  var verified: @Sendable (_ entries: Int, _ states: Int) -> String
  var broken: @Sendable (Int) -> String
  var place: @Sendable (Difference.Place) -> String
  var reason: @Sendable (Difference.Reason) -> String
  var unexplained: @Sendable (String) -> String
  var head: String
  var origin: String
  var size: String
  var none: String
  var agreementSubject: String
  var key: String
  var keyHint: String
  var checkpoint: String
  var checkpointHint: String
  var checkpointCode: String
  var proof: String
  var receipt: String
  var evidenceFile: String
  var evidenceHint: String
  var evidenceMore: String
  var evidenceFor: String
  var evidenceReason: String
  var evidenceFrom: String
  var evidenceTo: String
  var evidenceAnchored: String
  var erasures: String
  /// How many contents, by whom, on what ground.
  var erased: @Sendable (_ parts: Int, _ by: String, _ ground: String) -> String
  var losses: String
  /// Entries signed before, entries found, by whom, why.
  var lost: @Sendable (_ signed: Int, _ found: Int, _ by: String, _ reason: String) -> String
  var keyChanges: String
  var keyRotated: @Sendable (_ by: String, _ reason: String) -> String
  var keyRevoked: @Sendable (_ trusted: Int, _ by: String, _ reason: String) -> String
  var clockJumps: String
  var clockHint: String
  var proofOf: @Sendable (Int64) -> String
}
