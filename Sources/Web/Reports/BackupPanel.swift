import Maintenance
import Operations
import Store

extension Frame {
  /// When a backup was last restored and found whole.
  func backupPanel(_ backups: RegisterBackups) -> HTML {
    let words = words.backups
    let isUnused = !backups.isWatched && backups.standing.last == nil
    return """
      <section class="panel" aria-labelledby="sauvegardes">\
      <h2 id="sauvegardes">\(words.title)</h2>
      <p>\(isUnused ? words.unwatched : words.hint)</p>
      \(backups.standing.lastRestored.map(restored) ?? none(isUnused))</section>
      """
  }

  /// Shown above all else: a restoration that failed, or none for more than eight days.
  func backupAlert(_ backups: RegisterBackups) -> HTML? {
    if let last = backups.standing.last, !last.isRestored {
      return notice(
        .bad, words.backups.failed(formats.instant(last.check.at)), reason(last))
    }
    guard backups.isWatched, backups.isLate, let oldest = backups.standing.oldestUnproven else {
      return nil
    }
    return notice(.bad, words.backups.late(formats.instant(oldest)), words.backups.lateHint)
  }

  private func none(_ isUnused: Bool) -> HTML {
    isUnused ? "" : "<p>\(words.backups.none)</p>"
  }

  private func restored(_ recorded: RecordedCheck) -> HTML {
    let (words, check) = (words.backups, recorded.check)
    let told = words.restored(
      formats.count(Int(check.entries)), formats.count(Int(check.segments)), Int(check.entries))
    return """
      <dl class="facts wide"><dt>\(words.lastRestored)</dt>\
      <dd>\(time(check.at)) <span class="sub">\(told)</span></dd>
      \(Instant(iso: check.until).map { "<dt>\(words.copyOf)</dt><dd>\(time($0))</dd>" })</dl>
      """
  }

  private func reason(_ recorded: RecordedCheck) -> String {
    let (words, check) = (words.backups, recorded.check)
    if !check.fault.isEmpty { return check.fault }
    return check.differences > 0
      ? words.differs(formats.count(Int(check.differences))) : words.foreign
  }
}
