import Maintenance

/// JSON Schemas of service levels.
extension APISchemas {
  static let levels = object([
    "contract": key, "from": day, "to": day, "measuringPeriod": flag,
    "measuredOver": words(FlatFee.Period.self), "tickets": whole, "isWhole": flag,
    "promises": list(promise), "missed": list(missed), "penalties": list(penalty),
    "availability": list(availability), "availabilityPenalties": list(availabilityPenalty),
    "outages": list(outage),
  ])

  static let outage = object(
    [
      "id": key, "group": text, "from": time, "to": time, "cause": text, "reason": text,
      "ticket": key, "withdrawn": text,
    ], optional: ["to", "cause", "ticket", "withdrawn"])

  private static let flag: JSON = ["type": "boolean"]

  private static let promise = object(
    [
      "priority": text, "milestone": words(Milestone.self),
      "binding": words(ServiceLevel.Binding.self),
      "counts": object(
        Dictionary(uniqueKeysWithValues: MilestoneOutcome.allCases.map { ($0.rawValue, whole) })),
      "heldPercent": text, "target": text, "reachesTarget": flag, "article": text,
    ], optional: ["heldPercent", "target", "reachesTarget"])

  private static let missed = object(
    [
      "ticket": key, "number": whole, "priority": text, "milestone": words(Milestone.self),
      "due": time, "reached": time, "article": text,
    ], optional: ["due", "reached"])

  private static let penalty = object(
    [
      "month": text,
      "lines": list(
        object([
          "ticket": key, "milestone": words(Milestone.self), "computation": text, "cents": whole,
          "article": text,
        ])),
      "obstacle": words(PenaltyReading.Obstacle.self), "cents": whole, "capCents": whole,
      "dueCents": whole, "needsFormalNotice": flag,
    ], optional: ["obstacle", "capCents"])

  private static let availability = object(
    [
      "group": text, "from": day, "to": day, "isOver": flag,
      "window": words(Availability.Window.self), "windowSeconds": whole, "downSeconds": whole,
      "excludedSeconds": whole, "percent": text, "promised": text, "isHeld": flag,
      "article": text,
    ], optional: ["percent"])

  private static let availabilityPenalty = object(
    [
      "from": day, "to": day,
      "lines": list(object(["group": text, "computation": text, "cents": whole])),
      "obstacle": words(PenaltyReading.Obstacle.self), "cents": whole, "capCents": whole,
      "dueCents": whole, "needsFormalNotice": flag, "article": text,
    ], optional: ["obstacle", "capCents"])
}
