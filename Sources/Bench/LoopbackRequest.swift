import Foundation
import Glibc

/// One HTTP request on a connection of its own, waited for: enough to see that an answer is right.
struct LoopbackRequest {
  var path: String
  /// A form to post, URL-encoded; nothing to get.
  var form: String?

  /// Status and body.
  func answer(port: Int) throws -> (status: Int, body: String) {
    let socket = try connected(port: port)
    defer { close(socket) }
    let bytes = Array(text(port: port).utf8)
    guard send(socket, bytes, bytes.count, 0) == bytes.count else {
      throw BenchFault("\(path): the request could not be sent")
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      received += buffer[..<count]
    }
    let answer = String(decoding: received, as: UTF8.self)
    let words = answer.prefix { $0 != "\r\n" }.split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else {
      throw BenchFault("\(path): no answer")
    }
    let body = answer.firstRange(of: "\r\n\r\n").map { answer[$0.upperBound...] } ?? ""
    return (status, String(body))
  }

  private func connected(port: Int) throws -> Int32 {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let outcome = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard outcome == 0 else {
      close(socket)
      throw BenchFault("nothing listens on port \(port)")
    }
    return socket
  }

  private func text(port: Int) -> String {
    let host = "127.0.0.1:\(port)"
    let common = "Host: \(host)\r\nConnection: close\r\n"
    guard let form else { return "GET \(path) HTTP/1.1\r\n\(common)\r\n" }
    return """
      POST \(path) HTTP/1.1\r
      \(common)Origin: http://\(host)\r
      Content-Type: application/x-www-form-urlencoded\r
      Content-Length: \(form.utf8.count)\r
      \r
      \(form)
      """
  }
}
