import Subprocess
import SystemPackage

/// How far the press's worker is kept from the machine it runs on.
package enum Confinement: Hashable, Sendable {
  /// By bubblewrap: no network, none of the machine's files but the worker's own, no other process.
  case sandbox
  /// The same, but for a worker that stays: it needs a `/proc`, which the system lets nobody mount
  /// where it masks parts of its own, as systemd does.
  case sandboxedDocuments
  /// By nothing but its limits of time and memory: bubblewrap is absent, or refused by the system.
  case limitsOnly

  /// The command line that runs Python with those arguments, able to read those folders.
  func commandLine(
    python: FilePath, arguments: [String], readable: [FilePath], isStaying: Bool
  ) -> (executable: FilePath, arguments: [String]) {
    guard self == .sandbox || self == .sandboxedDocuments && !isStaying else {
      return (python, arguments)
    }
    var options = ["user", "ipc", "pid", "net"].map { "--unshare-\($0)" }
    options += ["--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    for folder in ["/usr", "/lib", "/lib64"] {
      options += ["--ro-bind-try", folder, folder]
    }
    // A virtual environment is the folder above the one of its interpreter.
    for folder in [python.removingLastComponent().removingLastComponent()] + readable {
      options += ["--ro-bind", folder.string, folder.string]
    }
    if isStaying { options += ["--proc", "/proc"] }
    options += ["--dev", "/dev", "--chdir", "/", "--"]
    return ("/usr/bin/bwrap", options + [python.string] + arguments)
  }

  /// The strictest that works here, tried by starting Python in it: a few hundredths of a second.
  static func available(python: FilePath) async -> Confinement {
    if await works(python: python, isStaying: true) { return .sandbox }
    return await works(python: python, isStaying: false) ? .sandboxedDocuments : .limitsOnly
  }

  private static func works(python: FilePath, isStaying: Bool) async -> Bool {
    let trial = Confinement.sandbox.commandLine(
      python: python, arguments: ["-c", ""], readable: [], isStaying: isStaying)
    do {
      let result = try await run(
        .path(trial.executable), arguments: Arguments(trial.arguments),
        environment: .custom([:]), output: .discarded)
      return result.terminationStatus.isSuccess
    } catch {
      return false
    }
  }
}
