/// What several articles must read from the contract in the same way.
extension Contract {
  /// Whether the on-call team answers that level: the same rule for the clocks and for the text.
  func isOnCall(_ level: ServiceLevel) -> Bool {
    level.calendar == .onCall && support.onCall?.priorities.contains(level.priority) == true
  }

  /// Personal data processed on the client's behalf, unless the contract says there is none.
  var processing: PersonalData? {
    personalData.flatMap { $0.role == .none ? nil : $0 }
  }

  var hasHourlyRate: Bool {
    price.timeAndMaterials?.hourlyRate != nil
  }

  /// The delay under which a formal notice must stay without effect, as the contract writes it.
  var formalNotice: String {
    termination.formalNoticeDelay.map(\.french) ?? Delay(30, .days).french
  }
}
