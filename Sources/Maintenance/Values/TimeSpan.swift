/// From an instant to another, the end left out.
package struct TimeSpan: Hashable, Sendable {
  package var start: Instant
  package var end: Instant

  package init(start: Instant, end: Instant) {
    self.start = start
    self.end = end
  }

  package var seconds: Int { end - start }

  package func overlaps(_ other: TimeSpan) -> Bool {
    start < other.end && other.start < end
  }
}

extension [TimeSpan] {
  /// In order, with what touches or overlaps joined.
  package var joined: [TimeSpan] {
    filter { $0.start < $0.end }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
      .reduce(into: []) { joined, span in
        if let last = joined.last, span.start <= last.end {
          joined[joined.count - 1].end = Swift.max(last.end, span.end)
        } else {
          joined.append(span)
        }
      }
  }

  /// What is in these and not in those, in order.
  package func subtracting(_ others: [TimeSpan]) -> [TimeSpan] {
    var left = joined
    for other in others.joined {
      left = left.flatMap { span -> [TimeSpan] in
        guard span.overlaps(other) else { return [span] }
        return [
          TimeSpan(start: span.start, end: Swift.min(span.end, other.start)),
          TimeSpan(start: Swift.max(span.start, other.end), end: span.end),
        ].filter { $0.start < $0.end }
      }
    }
    return left
  }
}
