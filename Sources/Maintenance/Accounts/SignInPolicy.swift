/// What signing in asks of the provider's people, as the last fact about it says.
package struct SignInPolicy: Hashable, Sendable {
  package static let factKind = "register.sign_in_policy"
  /// Its facts stand in the register's own log, apart from others'.
  package static let subject = Subject(
    kind: .register, id: 2, agreement: Subject.register.agreement)

  package let requiresSecondFactor: Bool

  package init(requiresSecondFactor: Bool) {
    self.requiresSecondFactor = requiresSecondFactor
  }

  package init?(_ fact: Fact) {
    guard fact.kind == SignInPolicy.factKind,
      case .flag(let isRequired) = fact.body["second_factor"]
    else { return nil }
    requiresSecondFactor = isRequired
  }

  package func fact(by actor: Actor, at instant: Instant) -> Fact {
    Fact(
      kind: SignInPolicy.factKind, at: instant, actor: actor, subject: SignInPolicy.subject,
      body: .fields(["second_factor": .flag(requiresSecondFactor)]))
  }
}

/// How long a session lasts, in seconds (OWASP ASVS 5.0, 7.3): since it was last used, and at all.
package enum SessionLimits {
  package static func idle(_ side: Actor.Side) -> Int { side == .client ? 8 * 3600 : 30 * 60 }
  package static func whole(_ side: Actor.Side) -> Int {
    side == .client ? 7 * 86_400 : 12 * 3600
  }
  /// For the second factor, after the password.
  package static let code = 600
  /// For what asks again who somebody is, after they proved it.
  package static let proof = 300
  package static let longest = 7 * 86_400
}
