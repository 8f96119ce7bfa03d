package import Maintenance

/// Everything that the pages are served from.
package struct Website: Sendable {
  let assets: Assets
  let now: @Sendable () -> Instant
  /// Host names under which pages are served.
  let hosts: Set<String>
  let isDemo: Bool

  /// `hosts` are names besides loopback's.
  package init(
    assets: Assets, now: @escaping @Sendable () -> Instant, hosts: Set<String> = [],
    isDemo: Bool = false
  ) {
    self.assets = assets
    self.now = now
    self.hosts = hosts.union(["localhost", "127.0.0.1", "[::1]"])
    self.isDemo = isDemo
  }
}
