/// Small drawings of our own, sixteen units wide, in the colour of their text.
///
/// Never alone: the word stands beside, so they are hidden from assistive technology.
enum Icon {
  case today, contract, ticket, register, invoice, check, cross, clock, pause, alert, dot, plus
  case arrow

  var html: HTML {
    """
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">\(path)</svg>
    """
  }

  private var path: HTML {
    switch self {
    case .today: "<rect x=\"2.5\" y=\"3.5\" width=\"11\" height=\"10\" rx=\"2\"/><path d=\"M2.5 6.5h11M5.5 2v3M10.5 2v3\"/>"
    case .contract: "<path d=\"M4 2.5h5.5L12.5 5.5v8h-8.5zM9 2.5v3.5h3.5M6 8.5h4.5M6 11h3\"/>"
    case .ticket: "<path d=\"M2.5 5h11v2a1.5 1.5 0 0 0 0 3v2h-11v-2a1.5 1.5 0 0 0 0-3zM9.5 5v7\"/>"
    case .register: "<circle cx=\"8\" cy=\"3.5\" r=\"1.5\"/><circle cx=\"4\" cy=\"12\" r=\"1.5\"/><circle cx=\"12\" cy=\"12\" r=\"1.5\"/><path d=\"M8 5v3M4 10.5V8h8v2.5\"/>"
    case .invoice: "<path d=\"M4 2.5h8v11l-2-1.2-2 1.2-2-1.2-2 1.2zM6 6h4M6 8.5h4\"/>"
    case .check: "<path d=\"M3.5 8.5l3 3 6-7\"/>"
    case .cross: "<path d=\"M4.5 4.5l7 7M11.5 4.5l-7 7\"/>"
    case .clock: "<circle cx=\"8\" cy=\"8\" r=\"5.5\"/><path d=\"M8 5v3.2l2 1.3\"/>"
    case .pause: "<path d=\"M6 4.5v7M10 4.5v7\"/>"
    case .alert: "<path d=\"M8 2.8l5.7 10H2.3zM8 6.5v3M8 11.2v.1\"/>"
    case .dot: "<circle cx=\"8\" cy=\"8\" r=\"2.5\"/>"
    case .plus: "<path d=\"M8 3.5v9M3.5 8h9\"/>"
    case .arrow: "<path d=\"M6 3.5l4.5 4.5L6 12.5\"/>"
    }
  }
}

/// How a state looks: always a word and a drawing, and a tint that only repeats them.
enum Tone: String {
  case good, warning, bad, info, quiet
}

/// A state in a word.
func chip(_ word: String, _ icon: Icon, _ tone: Tone) -> HTML {
  "<span class=\"chip \(tone.rawValue)\">\(icon.html)\(word)</span>"
}
