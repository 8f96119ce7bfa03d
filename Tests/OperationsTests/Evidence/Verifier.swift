import Foundation

/// The verifier taken out of the file, told to judge it: its last line and its exit status.
func verdict(on file: [UInt8], _ key: String, in folder: URL) throws -> String {
  try Data(file).write(to: folder.appending(path: "dossier.zip"))
  try python(["-m", "zipfile", "-e", "dossier.zip", "out"], in: folder)
  return try python(["out/verifier.py", "dossier.zip", key], in: folder)
}

@discardableResult
func python(_ arguments: [String], in folder: URL) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["python3", "-I", "-B"] + arguments
  process.currentDirectoryURL = folder
  let said = Pipe()
  process.standardOutput = said
  try process.run()
  let output = try said.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  let text = String(decoding: output, as: UTF8.self)
  return "\(process.terminationStatus) \(text.split(separator: "\n").last ?? "")"
}
