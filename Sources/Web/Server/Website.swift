package import Documents
package import Maintenance
package import Operations

/// Everything that the pages are served from.
package struct Website: Sendable {
  let operations: Operations
  let press: Press
  let invoices: InvoicePress
  let assets: Assets
  /// Who acts, until there are accounts.
  let actor: Actor
  let streams = StreamCount()
  let verification = Gate(places: 1)
  /// Each printed document takes a process and some 70 MB.
  let printing = Gate(places: 4)
  let now: @Sendable () -> Instant
  /// Host names under which pages are served.
  let hosts: Set<String>
  let isDemo: Bool

  /// `hosts` are names besides loopback's.
  package init(
    operations: Operations, press: Press, assets: Assets, actor: Actor,
    hosts: Set<String> = [], isDemo: Bool = false
  ) {
    self.operations = operations
    self.press = press
    invoices = InvoicePress(press)
    self.assets = assets
    self.actor = actor
    now = operations.now
    self.hosts = hosts.union(["localhost", "127.0.0.1", "[::1]"])
    self.isDemo = isDemo
  }
}
