import Maintenance

extension Frame {
  /// A clock's stretches as a bar, from its start to its deadline and beyond when it is late.
  ///
  /// Counted time keeps its length; what does not count is folded, so that a night does not hide
  /// the hours. The table of the explanation says the same in words.
  func clockBar(_ clock: ClockReading, label: String, now: Instant) -> HTML {
    let pieces = clock.pieces(at: now)
    let total = max(1, pieces.reduce(0) { $0 + $1.weight })
    var position = 0
    var marker: Int?
    var rectangles = HTML.nothing
    for piece in pieces {
      let x = position * 1000 / total
      let width = max(1, (position + piece.weight) * 1000 / total - x)
      if piece.startsNow { marker = x }
      rectangles =
        rectangles
          + """
          <rect class="\(piece.look.rawValue)" x="\(x)" width="\(width)" height="12"><title>\
          \(words.clocks.causes(piece.cause))</title></rect>
          """
      position += piece.weight
    }
    let isOver = clock.reachedAt != nil
    return """
      <svg class="clockbar" viewBox="0 0 1000 12" preserveAspectRatio="none" role="img" \
      aria-label="\(label)">\(rectangles)\(isOver ? nil : marker.map { x in
        "<path class=\"now\" d=\"M\(x) 0V12\"/>"
      })</svg>
      """
  }
}

/// A part of the bar.
private struct ClockPiece {
  enum Look: String {
    /// Counted and gone by.
    case counted
    /// Will count.
    case ahead
    /// Did not need to: the milestone was reached before.
    case spared
    case closed, holiday, paused
    /// After the deadline.
    case over
  }

  var look: Look
  var cause: ServiceCalendar.Cause
  var weight: Int
  var startsNow: Bool
}

extension ClockReading {
  fileprivate func pieces(at now: Instant) -> [ClockPiece] {
    let end = min(reachedAt ?? now, now)
    // A stretch that does not count takes a tenth of the promised time at most.
    let fold = max(60, clock.delaySeconds / 10)
    var pieces = stretches.flatMap { stretch -> [ClockPiece] in
      let cut = min(max(stretch.start, end), stretch.end)
      let parts = [(stretch.start, cut), (cut, stretch.end)].filter { $0.0 < $0.1 }
      return parts.map { start, stop in
        let isCounted = stretch.cause == .counted
        let share = isCounted ? stretch.seconds : min(stretch.seconds, fold)
        return ClockPiece(
          look: look(of: stretch, isPast: start < end), cause: stretch.cause,
          weight: share * (stop - start) / max(1, stretch.seconds), startsNow: start == end)
      }
    }
    if let deadline, end > deadline {
      let weight = min(end - deadline, clock.delaySeconds / 2)
      pieces.append(
        ClockPiece(look: .over, cause: .counted, weight: max(60, weight), startsNow: false))
    }
    return pieces
  }

  private func look(of stretch: Stretch, isPast: Bool) -> ClockPiece.Look {
    switch stretch.cause {
    case .counted: isPast ? .counted : reachedAt == nil ? .ahead : .spared
    case .paused: .paused
    case .holiday, .customaryDay, .closingDay: .holiday
    case .outsideHours, .midday, .closedWeekday: .closed
    }
  }
}
