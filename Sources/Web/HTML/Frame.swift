import Maintenance

/// What a page function is given besides what it shows: the words, how figures are written, and
/// the shell around.
struct Frame: Sendable {
  var shell: Shell

  var formats: Formats { shell.formats }
  var words: Words { shell.words }

  /// The article that decides, linked to its place in the contract.
  func cite(_ citation: Citation, in agreement: ID<Agreement>) -> HTML {
    """
    <a class="cite" href="/contrats/\(agreement.text)#\(citation.clause)">\
    \(words.coverage.article(citation.number, citation.version))</a>
    """
  }

  func stage(_ stage: Ticket.Stage) -> HTML {
    let word = words.tickets.stages[stage] ?? stage.rawValue
    return switch stage {
    case .new: chip(word, .dot, .info)
    case .inCharge: chip(word, .arrow, .quiet)
    case .waiting: chip(word, .pause, .warning)
    case .workedAround: chip(word, .clock, .warning)
    case .resolved: chip(word, .check, .quiet)
    case .closed: chip(word, .check, .good)
    }
  }

  func decision(_ decision: Verdict.Decision) -> HTML {
    let word = words.coverage.decisions[decision] ?? decision.rawValue
    return switch decision {
    case .included: chip(word, .check, .quiet)
    case .prepaid: chip(word, .prepaid, .quiet)
    case .billable: chip(word, .invoice, .info)
    case .quote: chip(word, .quote, .warning)
    case .outOfHours: chip(word, .moon, .warning)
    case .excluded, .notInForce: chip(word, .out, .bad)
    }
  }

  func standing(_ standing: ArticleState.Standing) -> HTML {
    let word = words.contracts.standings[standing] ?? standing.rawValue
    return switch standing {
    case .held: chip(word, .check, .good)
    case .atRisk: chip(word, .alert, .warning)
    case .broken: chip(word, .cross, .bad)
    case .told: chip(word, .dot, .quiet)
    }
  }

  func standing(_ standing: ClockReading.Standing) -> HTML {
    let word = words.clocks.standings[standing] ?? standing.rawValue
    return switch standing {
    case .running: chip(word, .clock, .info)
    case .paused: chip(word, .pause, .warning)
    case .held: chip(word, .check, .good)
    case .missed, .overdue: chip(word, .cross, .bad)
    }
  }

  /// A machine-readable instant with its words.
  func time(_ instant: Instant) -> HTML {
    "<time datetime=\"\(instant.iso)\">\(formats.instant(instant))</time>"
  }
}

/// A field with its label; `hint` and `error` are tied to it for those who do not see the page.
func field(
  _ label: String, id: String, hint: String? = nil, error: String? = nil, _ control: HTML
) -> HTML {
  """
  <div class="field"><label for="\(id)">\(label)</label>\(control)\
  \(hint.map { "<p class=\"hint\" id=\"\(id)-aide\">\($0)</p>" })\
  \(error.map { "<p class=\"error\" id=\"\(id)-erreur\">\($0)</p>" })</div>
  """
}

/// A choice among some values; the one that was chosen stays chosen.
func choice(
  _ name: String, id: String, chosen: String?, _ options: [(value: String, word: String)],
  hint: Bool = false
) -> HTML {
  """
  <select name="\(name)" id="\(id)"\(when: hint, " aria-describedby=\"\(id)-aide\"")>\
  \(each: options, { option in
    """
    <option value="\(option.value)"\(when: option.value == chosen, " selected")>\(option.word)\
    </option>
    """
  })</select>
  """
}

/// Something happened, or could not.
func notice(_ tone: Tone, _ title: String, _ text: String? = nil) -> HTML {
  """
  <div class="notice \(tone.rawValue)" role="\(tone == .bad ? "alert" : "status")">\
  \((tone == .good ? Icon.check : Icon.alert).html)<div><strong>\(title)</strong>\
  \(text.map { "<p>\($0)</p>" })</div></div>
  """
}
