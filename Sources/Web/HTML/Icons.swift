/// Small drawings of our own, sixteen units wide, in the colour of their text.
///
/// Never alone: the word stands beside, so they are hidden from assistive technology.
enum Icon {
  case mark, today, contract, ticket, register, invoice
  case check, cross, clock, pause, alert, dot, ring, plus, arrow, moon, quote, prepaid, out, mail

  var html: HTML {
    """
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">\(shape)</svg>
    """
  }

  private var shape: HTML {
    switch self {
    case .mark: #"<path d="M3 2.5h5a5.5 5.5 0 0 1 0 11H3zM5.8 8.2l1.7 1.7 3-3.6"/>"#
    case .today:
      #"<path d="M3 3.5h10v10H3zM3 6.5h10M5.5 2v3M10.5 2v3"/>"#
    case .contract: #"<path d="M4 2.5h5.5l3 3v8H4zM9.5 2.5v3h3M6.5 8.5h3.5M6.5 11h2.5"/>"#
    case .ticket: #"<path d="M2.5 5h11v1.5a1.5 1.5 0 0 0 0 3V11h-11V9.5a1.5 1.5 0 0 0 0-3z"/>"#
    case .register:
      #"<path d="M5.5 8h5M3 5.5h1.5a2.5 2.5 0 0 1 0 5H3M13 5.5h-1.5a2.5 2.5 0 0 0 0 5H13"/>"#
    case .invoice: #"<path d="M4 2.5h8v11l-2-1.2-2 1.2-2-1.2-2 1.2zM6 6h4M6 8.5h4"/>"#
    case .check: #"<path d="M3.5 8.5l3 3 6-7"/>"#
    case .cross: #"<path d="M4.5 4.5l7 7M11.5 4.5l-7 7"/>"#
    case .clock: #"<circle cx="8" cy="8" r="5.5"/><path d="M8 5v3.2l2 1.3"/>"#
    case .pause: #"<path d="M6 4.5v7M10 4.5v7"/>"#
    case .alert: #"<path d="M8 2.8l5.7 10H2.3zM8 6.5v3M8 11.2v.1"/>"#
    case .dot: #"<circle cx="8" cy="8" r="2.5"/>"#
    case .ring: #"<circle cx="8" cy="8" r="4.5"/>"#
    case .plus: #"<path d="M8 3.5v9M3.5 8h9"/>"#
    case .arrow: #"<path d="M6 3.5l4.5 4.5L6 12.5"/>"#
    case .moon: #"<path d="M12.8 9.6A5.3 5.3 0 1 1 6.4 3.2a4.3 4.3 0 0 0 6.4 6.4z"/>"#
    case .quote: #"<path d="M3.5 12.5l.8-3 6.2-6.2 2.2 2.2-6.2 6.2zM9 4.8L11.2 7"/>"#
    case .prepaid:
      #"<rect x="2.5" y="4" width="11" height="8" rx="1.5"/><path d="M2.5 6.8h11M5 9.5h2"/>"#
    case .mail: #"<path d="M2.5 4h11v8h-11zM2.5 4.5L8 9l5.5-4.5"/>"#
    case .out: #"<circle cx="8" cy="8" r="5.5"/><path d="M4.2 4.2l7.6 7.6"/>"#
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
