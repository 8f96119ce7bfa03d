package import Documents
package import Maintenance
package import Operations

/// Everything that the pages are served from.
package struct Website: Sendable {
  let operations: Operations
  let press: Press
  let invoices: InvoicePress
  /// Seals what all have signed; the schedule does where there is none.
  private let sealer: Sealer?
  let assets: Assets
  /// Who acts on a service without accounts.
  private let namedActor: Actor
  /// Nobody comes in without one, but by the page where one signs in.
  let needsAccounts: Bool
  let attempts = SignInAttempts()
  /// Each password takes some 0.3 s and 32 MB.
  let hashing = WaitingLine(places: 2, longest: 32)
  /// Proxies of ours, which may say where a request comes from.
  let proxies: [NetworkRange]
  /// Where the client's people come in, and nobody else; none where all come in by one name.
  let portalHost: String?
  /// By which people may sign in besides their password.
  let signOn: SignOnProvider?
  let streams = StreamCount()
  let changes: LiveChanges
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
    hosts: Set<String> = [], isDemo: Bool = false, needsAccounts: Bool = false,
    sealer: Sealer? = nil,
    proxies: [NetworkRange] = [], signOn: SignOnProvider? = nil,
    portalHost: String? = nil
  ) {
    self.sealer = sealer
    self.operations = operations
    changes = LiveChanges(operations: operations)
    self.press = press
    invoices = InvoicePress(press)
    self.assets = assets
    namedActor = actor
    self.needsAccounts = needsAccounts
    now = operations.now
    self.hosts = hosts.union(["localhost", "127.0.0.1", "[::1]"])
      .union([portalHost?.lowercased()].compactMap { $0 })
    self.isDemo = isDemo
    self.proxies = proxies
    self.signOn = signOn
    self.portalHost = portalHost?.lowercased()
  }

  /// Seals what was just signed; what fails now is tried again, and told, by the schedule.
  func seal() async {
    guard let sealer else { return }
    do { try await operations.sealSigned(by: sealer) } catch {}
  }

  /// Whoever is signed in, else the one who was named when the service was started.
  var actor: Actor { Visit.current?.actor ?? namedActor }
}
