/// Words of the contract workshop and of its guided form.
struct WorkshopWords: Sendable {
  var open: String
  var models: String
  var modelsLead: String
  /// Name of the model, and whom it suits.
  var model: [StartingContract: Option]
  var start: String
  var drafts: String
  var unnamed: String
  var draft: String
  var saved: @Sendable (String) -> String
  var form: String
  var source: String
  var preview: String
  var export: String
  var check: String
  var propose: String
  var discard: String
  var duplicate: String
  var keys: String
  var overtaken: String
  var unreadable: String
  var steps: [GuidedStep: Option]
  var step: @Sendable (Int, Int) -> String
  var next: String
  var left: @Sendable (Int) -> String
  var clean: String
  var labels: [String: String]
  var hints: [String: String]
  var values: [String: String]
  var comparison: String
  var comparisonLead: @Sendable (Int) -> String
  var commitment: String
  var before: String
  var after: String
  var favour: String
  var favours: [String: String]
  var same: String

  struct Option: Sendable {
    var name: String
    var lead: String
  }
}
