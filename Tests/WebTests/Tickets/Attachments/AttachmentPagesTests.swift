import HTTPTypes
import Maintenance
import NIOCore
import Testing

@testable import Web

struct AttachmentPagesTests {
  private func send(
    _ sample: SampleSite, _ path: String, _ name: String, _ content: String
  ) async throws -> Visitor.Answer {
    let body = """
      --limite\r\nContent-Disposition: form-data; name="fichier"; filename="\(name)"\r\n\
      Content-Type: image/png\r\n\r\n\(content)\r\n--limite--\r\n
      """
    return try await sample.visitor.post(
      path, body,
      headers: [
        .origin: "http://localhost", .contentType: "multipart/form-data; boundary=limite",
      ])
  }

  @Test func `a file sent by the form is listed, and comes back as a file and no page`()
    async throws
  {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/tickets/\(try await sample.ticket(under: agreement).id.text)"
      let page = "<script>alert(1)</script>"
      try await #expect(send(sample, path + "/pieces", "é\u{202E}.html", page).status == 303)
      let shown = try await sample.visitor.get(path).text
      #expect(shown.contains("href=\"\(path)/pieces/1\"") && shown.contains("é.html.txt"))
      #expect(shown.contains("Pièce jointe"))
      let file = try await sample.visitor.get(path + "/pieces/1")
      #expect(file.text == page)
      #expect(file.headers[.contentType] == "text/plain")
      #expect(
        file.headers[.contentDisposition] == "attachment; filename*=UTF-8''%C3%A9.html.txt")
      #expect(file.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
      #expect(file.headers[.xContentTypeOptions] == "nosniff")
      try await #expect(sample.visitor.get(path + "/pieces/2").status == 404)
      try await #expect(sample.visitor.get(path + "/pieces/x").status == 404)
    }
  }

  @Test func `a refused file gives the page back, and one too large is not read`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let path = "/tickets/\(try await sample.ticket(under: agreement).id.text)/pieces"
      let program = try await send(sample, path, "a.png", "MZ...")
      #expect(program.status == 422 && program.text.contains("programme"))
      let large = String(repeating: "a", count: Form.largestLimit)
      try await #expect(send(sample, path, "a.txt", large).status == 413)
    }
  }

  @Test func `programs send and take raw bytes`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let id = try await sample.ticket(under: agreement).id.text
      let path = "/api/v1/tickets/\(id)/attachments"
      let sent = try await sample.visitor.post(
        path + "?name=trace.log", "ligne", headers: [.contentType: "application/octet-stream"])
      #expect(sent.status == 201)
      let ticket = try JSON(reading: Array(sent.text.utf8))
      guard case .list(let files)? = ticket["attachments"] else {
        Issue.record("no attachments")
        return
      }
      #expect(files.map { $0["name"] } == ["trace.log"] && files[0]["size"] == 5)
      #expect(ticket["receipt"] == nil)
      try await #expect(sample.visitor.get(path + "/1").text == "ligne")
      let nameless = try await sample.visitor.post(
        path, "ligne", headers: [.contentType: "application/octet-stream"])
      #expect(nameless.status == 400)
    }
  }
}
