/// One way of looking at a list: its address, and how many it keeps where that is told.
struct Tab {
  var word: String
  var path: Path
  var isHere: Bool
  var count = 0
}

extension Frame {
  /// A count of none is not shown, and none above 999 is told exactly.
  func tabs(_ name: String, _ tabs: [Tab]) -> HTML {
    """
    <nav class="tabs" aria-label="\(name)"><ul>\(each: tabs, { tab in
      let told = tab.count >= 1000 ? "999+" : formats.count(tab.count)
      return """
        <li><a href="\(tab.path)"\(when: tab.isHere, " aria-current=\"page\"")>\(tab.word)\
        \(when: tab.count > 0, " <span class=\"soft\">\(told)</span>")</a></li>
        """
    })</ul></nav>
    """
  }
}
