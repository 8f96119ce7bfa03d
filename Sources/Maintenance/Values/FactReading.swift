/// What the body of a fact must hold, or its replay fails.
extension Fact {
  func text(_ name: String) throws(ReplayFault) -> String {
    guard let text = body[name]?.text else { throw unreadable(name) }
    return text
  }

  func integer(_ name: String) throws(ReplayFault) -> Int64 {
    guard let number = body[name]?.integer else { throw unreadable(name) }
    return number
  }

  func choice<Value: RawRepresentable<String>>(_ name: String) throws(ReplayFault) -> Value {
    guard let value = body[name]?.text.flatMap(Value.init(rawValue:)) else {
      throw unreadable(name)
    }
    return value
  }

  func day(_ name: String) throws(ReplayFault) -> Day {
    guard let day = body[name]?.text.flatMap(Day.init(iso:)) else { throw unreadable(name) }
    return day
  }

  func instant(_ name: String) throws(ReplayFault) -> Instant {
    guard let instant = body[name]?.text.flatMap(Instant.init(iso:)) else {
      throw unreadable(name)
    }
    return instant
  }

  /// The place of the dealing that its `number`, counted from one, names.
  func index(among count: Int) throws(ReplayFault) -> Int {
    let number = try integer("number")
    guard number >= 1, number <= count else { throw unreadable("number") }
    return Int(number) - 1
  }

  var verdict: Verdict {
    get throws(ReplayFault) {
      guard let verdict = body["verdict"].flatMap(Verdict.init) else { throw unreadable("verdict") }
      return verdict
    }
  }

  private func unreadable(_ name: String) -> ReplayFault {
    ReplayFault("\(kind): unreadable \(name)")
  }
}
