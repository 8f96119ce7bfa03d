/// What an act has to say for itself, on the page that it leads to.
struct Notice: Sendable {
  var text: String
  var tone: Tone
}

/// Read out at once when it is a refusal, in its turn when it confirms.
func noticeBox(_ notice: Notice) -> HTML {
  let isRefusal = notice.tone == .bad
  return """
    <div class="notice \(notice.tone.rawValue)" role="\(isRefusal ? "alert" : "status")">\
    \((isRefusal ? Icon.alert : .check).html)<p>\(notice.text)</p></div>
    """
}
