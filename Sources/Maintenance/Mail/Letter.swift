/// A message in words, before it is text or HTML.
package struct Letter: Sendable, Hashable {
  package struct Link: Sendable, Hashable {
    package var label: String
    /// The whole address.
    package var address: String

    package init(_ label: String, _ address: String) {
      self.label = label
      self.address = address
    }
  }

  package var subject: String
  /// «Répondez au-dessus de cette ligne», when an answer by mail is read.
  package var replyLine: String?
  package var greeting: String
  package var paragraphs: [String]
  /// Labels with their values.
  package var particulars: [(label: String, value: String)] = []
  package var link: Link?
  /// What somebody wrote, in their own words.
  package var quoted: String?
  /// Who writes, and why it came.
  package var footer: String

  package init(
    subject: String, replyLine: String? = nil, greeting: String, paragraphs: [String],
    particulars: [(label: String, value: String)] = [], link: Link? = nil, quoted: String? = nil,
    footer: String
  ) {
    self.subject = subject
    self.replyLine = replyLine
    self.greeting = greeting
    self.paragraphs = paragraphs
    self.particulars = particulars
    self.link = link
    self.quoted = quoted
    self.footer = footer
  }

  package static func == (left: Letter, right: Letter) -> Bool {
    left.subject == right.subject && left.text(in: .french) == right.text(in: .french)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text(in: .french)) }

  /// On one line, at most so many characters: a header ends at a line break.
  package var subjectLine: String {
    let line = subject.split { $0.isNewline || $0 == "\0" }.joined(separator: " ")
    return line.count <= 200 ? line : line.prefix(199) + "…"
  }

  package func text(in language: Language) -> String {
    let colon = language == .french ? "\u{A0}:" : ":"
    var blocks: [String] = []
    if let replyLine { blocks.append(replyLine) }
    blocks.append(greeting)
    blocks += paragraphs
    if let quoted { blocks.append(quoted) }
    if !particulars.isEmpty {
      blocks.append(particulars.map { "\($0.label)\(colon) \($0.value)" }.joined(separator: "\n"))
    }
    if let link { blocks.append("\(link.label)\(colon)\n\(link.address)") }
    blocks.append("-- \n\(footer)")
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// No image, no script, no style from elsewhere: what a mail program shows of it is what it is.
  package func html(in language: Language) -> String {
    var parts: [String] = []
    if let replyLine { parts.append("<p style=\"color:#667\">\(escaped(replyLine))</p>") }
    parts += ([greeting] + paragraphs).map { "<p>\(escaped($0))</p>" }
    if let quoted {
      parts.append(
        "<blockquote style=\"margin:0 0 1em;padding-left:12px;border-left:3px solid #ccd\">"
          + "<p style=\"white-space:pre-wrap\">\(escaped(quoted))</p></blockquote>")
    }
    if !particulars.isEmpty {
      let rows = particulars.map {
        "<tr><th style=\"text-align:left;font-weight:600;padding:2px 16px 2px 0\">"
          + "\(escaped($0.label))</th><td>\(escaped($0.value))</td></tr>"
      }
      parts.append("<table>\(rows.joined())</table>")
    }
    if let link {
      parts.append("<p><a href=\"\(escaped(link.address))\">\(escaped(link.label))</a></p>")
    }
    parts.append("<p style=\"color:#667\">\(escaped(footer))</p>")
    return "<!doctype html><html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\">"
      + "<title>\(escaped(subjectLine))</title></head>"
      + "<body style=\"font-family:system-ui,sans-serif;max-width:42em\">\(parts.joined())"
      + "</body></html>\n"
  }
}

private func escaped(_ text: String) -> String {
  var out = ""
  for character in text {
    switch character {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    case "\n": out += "<br>\n"
    default: out.append(character)
    }
  }
  return out
}
