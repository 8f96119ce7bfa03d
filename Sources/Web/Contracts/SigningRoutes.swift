import Documents
import Hummingbird
import Maintenance
import Operations

/// A contract's versions: what waits for signatures, who signed what, and how it ended.
struct SigningRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/contrats/:contract/versions", use: show)
    router.get("/contrats/:contract/versions/:version/avenant.pdf", use: amendment)
    router.post("/contrats/:contract/signatures/demande", use: ask)
    router.post("/contrats/:contract/signatures", use: sign)
    router.post("/contrats/:contract/signatures/retrait", use: drop)
    router.post("/contrats/:contract/fin", use: end)
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.versions(of: context.id("contract"))
    return site.frame(request).versionsPage(reading).response()
  }

  private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { id, _ in
      try await site.operations.askSignatures(id, by: site.actor)
    }
  }

  private func sign(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { id, form in
      let signature = PartySignature(
        side: try form.choice("partie"), name: form["nom"] ?? "", capacity: form["qualite"] ?? "",
        level: try form.choice("niveau"), day: try form.day("jour"),
        place: form["lieu"].flatMap { $0.isEmpty ? nil : $0 })
      try await site.operations.recordSignatures(
        id, [signature], document: try form.text("empreinte"), by: site.actor)
    }
  }

  private func drop(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { id, form in
      try await site.operations.dropSignatures(
        id, refusedBy: form.side, reason: form["motif"] ?? "", by: site.actor)
    }
  }

  private func end(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(request, context) { id, form in
      try await site.operations.end(
        id,
        AgreementEnd(
          lastDay: try form.day("jour"), ground: try form.choice("cause"), side: form.side,
          note: form["motif"] ?? ""), by: site.actor)
    }
  }

  /// Does it, then shows the versions again; a refusal gives back what was typed.
  private func act(
    _ request: Request, _ context: WebContext,
    _ act: (ID<Agreement>, Form) async throws -> Void
  ) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context)
    do {
      try await act(id, form)
      return .see("/contrats/\(id)/versions")
    } catch let refusal as AgreementRefusal {
      let frame = site.frame(request)
      let refused = RefusedForm(
        act: form["partie"] ?? "", message: frame.words.contracts.refusal(refusal, frame.formats),
        fields: form.fields)
      let reading = try await site.operations.versions(of: id)
      return frame.versionsPage(reading, refused: refused).response(.unprocessableContent)
    }
  }

  private func amendment(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let number = Int(try context.parameters.require("version")), number > 1 else {
      throw HTTPError(.notFound)
    }
    let id: ID<Agreement> = try context.id("contract")
    let old = try await site.operations.text(of: id, version: number - 1).text
    let new = try await site.operations.text(of: id, version: number).text
    guard
      let document = ContractDocument(
        amending: old.terms, into: new.terms, version: new.isInForce ? number : nil,
        source: new.source)
    else { throw HTTPError(.notFound) }
    return try await site.printed(document, named: "avenant-v\(number).pdf")
  }
}

extension Form {
  fileprivate func day(_ name: String) throws -> Day {
    guard let day = Day(iso: try text(name)) else { throw HTTPError(.badRequest) }
    return day
  }

  /// A party, or none.
  fileprivate var side: PartySide? {
    self["partie"].flatMap(PartySide.init(rawValue:))
  }
}
