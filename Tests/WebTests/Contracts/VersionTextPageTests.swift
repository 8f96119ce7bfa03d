import Maintenance
import Operations
import Testing

@testable import Web

struct VersionTextPageTests {
  @Test func `the text of a contract is shown whole, each clause at its address`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let text = try await sample.operations.terms(of: agreement.id).text
      let path = "/contrats/\(agreement.id.text)"
      let page = try await sample.visitor.get(path + "/texte").text
      let shown = bareText(page)
      for article in text.articles {
        #expect(page.contains("<section class=\"legal-article\" id=\"\(article.id)\""))
        #expect(page.contains("href=\"#\(article.id)\""))
        for clause in article.clauses {
          #expect(page.contains("<div class=\"clause\" id=\"\(clause.id)\""))
          for string in clause.strings { #expect(shown.contains(string), "\(clause.number)") }
        }
      }
      for string in text.annexes.flatMap(\.blocks).flatMap(\.strings) {
        #expect(shown.contains(string))
      }
      let court = try #require(text.clause("litiges.juridiction")?.strings.first)
      #expect(shown.contains(court))
      #expect(page.contains("<div class=\"framed\"><p>"))
      #expect(shown.contains("Pour le Prestataire") && shown.contains("Pour le Client"))
      let version = try await sample.visitor.get(path + "/versions/1/texte")
      #expect(version.status == 200)
      try await #expect(sample.visitor.get(path + "/versions/2/texte").status == 404)
      try await #expect(sample.visitor.get(path + "/versions/un/texte").status == 404)
    }
  }

  @Test func `no place of the legal text has the address of another`() async throws {
    try await SampleSite.runInForce { sample, agreement in
      let page = try await sample.visitor.get("/contrats/\(agreement.id.text)/texte").text
      let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      #expect(Set(ids).count == ids.count)
      let targets = page.split(separator: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
      for target in targets { #expect(ids.contains(target), "\(target)") }
    }
  }

  @Test func `items that bear a number have no mark besides`() {
    let ranked = legalBlock(.items(["1° Vigueur ;", "2° Exclusion."]), in: "Clause 1.1").text
    #expect(ranked.hasPrefix("<ul class=\"ranked\">"))
    #expect(legalBlock(.items(["Vigueur."]), in: "Clause 1.1").text.hasPrefix("<ul><li>"))
  }

  @Test func `tables have headings of columns and rows`() {
    let html = legalBlock(
      .table([["Site", "Zone"], ["Grenoble", "1"], ["<Lyon>", "2"]]), in: "Annexe 1"
    ).text
    #expect(html.contains("<th scope=\"col\">Site</th><th scope=\"col\">Zone</th>"))
    #expect(html.contains("<th scope=\"row\">Grenoble</th><td>1</td>"))
    #expect(html.contains("&lt;Lyon&gt;"))
    #expect(html.contains("<caption class=\"off\">Annexe 1\u{A0}: Site</caption>"))
  }
}

/// What a page says, its tags left out.
private func bareText(_ page: String) -> String {
  var text = ""
  var isTag = false
  for character in page {
    switch character {
    case "<": isTag = true
    case ">": isTag = false
    default: if !isTag { text.append(character) }
    }
  }
  return text.replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
    .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
}

extension Clause {
  fileprivate var strings: [String] { blocks.flatMap(\.strings) }
}

extension Clause.Block {
  fileprivate var strings: [String] {
    switch self {
    case .text(let text), .framed(let text): [text]
    case .items(let items): items
    case .table(let rows): Array(rows.joined())
    }
  }
}
