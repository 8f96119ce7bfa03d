import Subprocess
import SystemPackage

/// How far the press's worker is kept from the machine it runs on.
package enum Confinement: Hashable, Sendable {
  /// By bubblewrap: no network, none of the machine's files but the worker's own, no other process.
  case sandbox
  /// By nothing but its limits of time and memory: bubblewrap is absent, or refused by the system.
  case limitsOnly

  /// The command line that runs Python with those arguments, able to read those folders.
  func commandLine(
    python: FilePath, arguments: [String], readable: [FilePath]
  ) -> (executable: FilePath, arguments: [String]) {
    guard self == .sandbox else { return (python, arguments) }
    var options = ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    for folder in ["/usr", "/lib", "/lib64"] {
      options += ["--ro-bind-try", folder, folder]
    }
    // A virtual environment is the folder above the one of its interpreter.
    for folder in [python.removingLastComponent().removingLastComponent()] + readable {
      options += ["--ro-bind", folder.string, folder.string]
    }
    options += ["--proc", "/proc", "--dev", "/dev", "--chdir", "/", "--"]
    return ("/usr/bin/bwrap", options + [python.string] + arguments)
  }

  /// The strictest that works here, tried once by starting Python in it: a few hundredths of a
  /// second.
  static func available(python: FilePath) async -> Confinement {
    let trial = Confinement.sandbox.commandLine(
      python: python, arguments: ["-c", ""], readable: [])
    do {
      let result = try await run(
        .path(trial.executable), arguments: Arguments(trial.arguments),
        environment: .custom([:]), output: .discarded)
      return result.terminationStatus.isSuccess ? .sandbox : .limitsOnly
    } catch {
      return .limitsOnly
    }
  }
}
