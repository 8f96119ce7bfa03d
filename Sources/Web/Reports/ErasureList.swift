import Maintenance
import Store

extension Frame {
  /// What was erased, when, by whom and why; nothing when nothing was.
  func erasures(_ erasures: [Erasure]) -> HTML? {
    guard !erasures.isEmpty else { return nil }
    let register = words.register
    return """
      <section class="erasures"><h3>\(register.erasures)</h3>
      <ul>\(each: erasures, erasure)</ul></section>
      """
  }

  private func erasure(_ erasure: Erasure) -> HTML {
    let told = words.register.erased(erasure.parts, erasure.actor.name, erasure.ground)
    return "<li>\(time(erasure.at)) · \(told)</li>"
  }
}
