import Testing

struct LinkTests {
  @Test func `every link between pages leads somewhere`() {
    #expect(Repository.pages.flatMap(deadLinks) == [])
  }

  @Test func `a dead link is found`() {
    let page = SourceFile(
      path: "docs/a.md", text: "[there](../README.md#start) [web](https://a.b) ![no](no.png)")
    #expect(deadLinks(page) == ["docs/a.md:1: no.png leads nowhere"])
  }

  private func deadLinks(_ page: SourceFile) -> [String] {
    page.lines.enumerated().flatMap { index, line in
      line.split(separator: "](").dropFirst().compactMap { rest in
        let link = rest.prefix { $0 != ")" && $0 != "#" && $0 != " " }
        let folder = page.path.split(separator: "/").dropLast().joined(separator: "/")
        guard !link.isEmpty, !link.contains(":"), !Repository.holds(folder + "/" + link) else {
          return nil
        }
        return page.finding(line: index + 1, "\(link) leads nowhere")
      }
    }
  }
}
