import Maintenance
import Operations
import Store

extension Frame {
  /// When somebody else last saw the register's head.
  func stampPanel(_ stamps: RegisterStamps) -> HTML {
    let words = words.stamps
    let last: HTML =
      stamps.last.map { stamp in
        """
        <dl class="facts wide"><dt>\(words.last)</dt><dd>\(time(stamp.at))</dd>
        <dt>\(words.authority)</dt><dd><code>\(stamp.authority)</code></dd>
        <dt>\(words.covers)</dt><dd>\(words.entries(stamp.size))</dd></dl>
        """
      } ?? "<p>\(words.none)</p>"
    return """
      <section class="panel" aria-labelledby="horodatage"><h2 id="horodatage">\(words.title)</h2>
      <p>\(stamps.authority == nil ? words.noAuthority : words.hint)</p>
      \(last)\(stamps.oldest.map { waiting(stamps.waiting, $0) })
      \(when: stamps.authority != nil, """
        <form method="post" action="/registre/horodatages">\
        <button type="submit">\(words.now)</button></form>
        """)</section>
      """
  }

  /// Shown above all else, once a head has waited for more than a day.
  func stampAlert(_ stamps: RegisterStamps) -> HTML? {
    guard stamps.isLate, let oldest = stamps.oldest else { return nil }
    return notice(.bad, words.stamps.late(formats.instant(oldest.askedAt)), oldest.fault)
  }

  private func waiting(_ count: Int, _ oldest: WaitingStamp) -> HTML {
    """
    <p>\(words.stamps.waiting(count)) \(time(oldest.askedAt))\
    \(when: !oldest.fault.isEmpty, " <span class=\"sub\">\(oldest.fault)</span>")</p>
    """
  }
}
