import Maintenance
import Operations

/// The one who is signed in while a request is answered; nothing on a service without accounts.
enum Visit {
  @TaskLocal static var current: SignedIn?

  /// What a page may offer. Without accounts, all of it: see decision 0006.
  static func may(_ right: Right) -> Bool {
    current.map { $0.account.role.may(right) } ?? true
  }

  /// A client's person: internal notes and the provider's own forms are not shown.
  static var isClient: Bool { current?.account.role.side == .client }
}
