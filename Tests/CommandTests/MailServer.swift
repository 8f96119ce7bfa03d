import Foundation

/// A mail server of Python's, as its own process, ended by its number.
final class MailServer {
  let folder: URL
  let port: String
  private let process = Process()

  /// Without `mode` it has no TLS.
  init(in folder: URL, _ mode: String? = nil, password: String? = nil) throws {
    self.folder = folder
    if mode != nil { try MailServer.certify(folder) }
    process.executableURL = Command.root.appending(path: ".tools/oracles/bin/python")
    process.arguments =
      ["-I", "-B", Command.root.appending(path: "Tests/Oracles/smtpserver.py").path, folder.path]
      + (mode.map { [$0] } ?? []) + (password.map { ["--password", $0] } ?? [])
    let said = Pipe()
    process.standardOutput = said
    try process.run()
    let line = String(decoding: said.fileHandleForReading.availableData, as: UTF8.self)
    port = line.trimmingCharacters(in: .newlines)
  }

  func end() {
    // Whatever signals it was born deaf to.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// The messages kept so far, in order, once there are so many; ten seconds at most.
  func messages(atLeast count: Int = 0) throws -> [String] {
    var names: [String] = []
    for _ in 0..<100 {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".eml") }.sorted()
      if names.count >= count { break }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return try names.map {
      String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: UTF8.self)
    }
  }

  /// A private authority, and a certificate of it for this machine.
  private static func certify(_ folder: URL) throws {
    let path = folder.path
    let steps = [
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=tests"
        + " -keyout \(path)/ca.key -out \(path)/ca.pem",
      "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost"
        + " -addext subjectAltName=DNS:localhost,IP:127.0.0.1"
        + " -keyout \(path)/server.key -out \(path)/server.csr",
      "x509 -req -days 2 -copy_extensions copy -in \(path)/server.csr -CA \(path)/ca.pem"
        + " -CAkey \(path)/ca.key -CAcreateserial -out \(path)/server.crt",
    ]
    for step in steps {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/openssl")
      process.arguments = step.split(separator: " ").map(String.init)
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
    }
    var chain = try Data(contentsOf: folder.appending(path: "server.key"))
    chain += try Data(contentsOf: folder.appending(path: "server.crt"))
    try chain.write(to: folder.appending(path: "server.pem"))
  }
}

/// Gives a mail server, and ends it.
func withMailServer<Result>(
  _ mode: String? = nil, password: String? = nil, _ body: (MailServer) throws -> Result
) throws -> Result {
  try withFolder { folder in
    let server = try MailServer(in: folder, mode, password: password)
    defer { server.end() }
    return try body(server)
  }
}
