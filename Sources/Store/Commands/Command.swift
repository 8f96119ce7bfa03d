package import Maintenance
import Register

/// What somebody meant by one act: sent again, it is not done again.
///
/// Each transaction that saves a change under a command remembers it: a second one under the same
/// command throws `RepeatedCommand` and leaves no trace.
package struct Command: Hashable, Sendable {
  /// The command for which the current task writes; one transaction of it saves changes.
  @TaskLocal package static var current: Command?

  /// SHA-256 of identity and content: an identity that comes with other content is another command.
  let digest: [UInt8]

  package init(identity: String, content: [UInt8]) {
    digest = Hash.leaf(Array(identity.utf8) + [0] + content).bytes
  }
}

/// The command was done before; what it changed is the answer.
package struct RepeatedCommand: Error, Hashable, Sendable {
  package let subject: Subject
}
