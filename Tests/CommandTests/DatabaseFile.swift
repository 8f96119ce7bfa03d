import Foundation

/// As entry headers and addresses write identities: thirteen digits of Crockford's base 32.
func identity(_ id: Int64) -> String {
  let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
  return String((0..<13).reversed().map { digits[Int(id >> Int64(5 * $0)) & 31] })
}

/// What a query answers on an SQLite file, a line for each row.
func sqlite(_ sql: String, _ path: String) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [
    "python3", Command.root.appending(path: "Tests/Oracles/query.py").path, path, sql,
  ]
  let said = Pipe()
  process.standardOutput = said
  try process.run()
  let output = try said.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: output, as: UTF8.self)
}
