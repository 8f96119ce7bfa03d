/// One thing a row under headings, in a frame that scrolls by itself where there is no room.
///
/// `kind` is a class more, for tables that become cards on a narrow screen or end in totals.
func table(
  _ caption: String, kind: String = "", _ columns: [Column], rows: HTML, totals: HTML? = nil
) -> HTML {
  """
  <div class="scroll" role="region" aria-label="\(caption)" tabindex="0">\
  <table class="list \(kind)"><caption class="off">\(caption)</caption>
  <thead><tr>\(each: columns, { column in
    "<th scope=\"col\"\(when: column.isNumber, " class=\"num\"")>\(column.heading)</th>"
  })</tr></thead>
  <tbody>
  \(rows)</tbody>\(totals.map { "<tfoot>\($0)</tfoot>" })</table></div>
  """
}

/// A column of a table.
enum Column: Sendable {
  case text(String)
  /// Aligned to the right.
  case number(String)

  var heading: String {
    switch self {
    case .text(let heading), .number(let heading): heading
    }
  }

  var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
