import HTTPTypes
import Testing

@testable import Web

struct AssetsTests {
  @Test func `a page's style is served for ever under its own name`() async throws {
    try await SampleSite.run { sample in
      let visitor = sample.visitor
      let answer = try await visitor.get(visitor.site.assets.links.style.text)
      #expect(answer.status == 200)
      #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
      #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
      #expect(answer.text.hasPrefix("/* base.css */"))
      #expect(answer.text.contains("--accent"))
      #expect(try await visitor.get("/assets/app-autre.css").status == 404)
    }
  }

  @Test func `missing files are named with what brings them`() {
    #expect {
      try Assets(folder: "/nonexistent")
    } throws: { error in
      "\(error)".contains("inter.woff2") && "\(error)".contains("bin/setup")
    }
  }
}
