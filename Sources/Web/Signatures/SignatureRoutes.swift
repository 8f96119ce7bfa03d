import Documents
import HTTPTypes
import Hummingbird
import Maintenance
import Operations
import Store

/// Documents to be signed: the page behind a link, and the provider's view of them.
struct SignatureRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/signature/:token", use: open)
    router.get("/signature/:token/:part", use: linkedFile)
    router.post("/signature/:token/:part", use: act)
    router.post("/contrats/:contract/signatures/courriel", use: request)
    router.post("/contrats/:contract/signatures/apport", use: bringIn)
    router.get("/contrats/:contract/signatures/:envelope", use: show)
    router.post("/tickets/:ticket/bons/demande", use: slip)
    router.get("/contrats/:contract/signatures/:envelope/:part", use: file)
    router.post("/contrats/:contract/signatures/:envelope/:part", use: change)
  }

  /// Whoever comes by a link sees that page and nothing around it.
  private func frame(_ request: Request) -> Frame {
    var frame = site.frame(request)
    frame.shell.visitor = .stranger
    return frame
  }

  private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let token = try context.parameters.require("token")
    return try await page(request, context, token).response()
  }

  private func page(
    _ request: Request, _ context: WebContext, _ token: String, refusal: EnvelopeRefusal? = nil,
    typed: [String: String] = [:]
  ) async throws -> HTML {
    guard
      let visit = try await site.operations.openSigning(
        token, from: site.origin(of: request, context))
    else { throw HTTPError(.notFound) }
    let frame = frame(request)
    return frame.signaturePage(
      visit, token: token, refusal: refusal.map { frame.words.signatures.refusals[$0] ?? "" },
      typed: typed)
  }

  private func linkedFile(_ request: Request, _ context: WebContext) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let part = EnvelopePart(rawValue: try context.parameters.require("part")),
      let bytes = try await site.operations.signingFile(token, part)
    else { throw HTTPError(.notFound) }
    return pdf(bytes, part)
  }

  private func pdf(_ bytes: [UInt8], _ part: EnvelopePart) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "application/pdf",
        .contentDisposition: "inline; filename=\"\(part.rawValue)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let token = try context.parameters.require("token")
    let name = try context.parameters.require("part")
    let form = try await Form(request, context)
    let origin = site.origin(of: request, context)
    let operations = site.operations
    do {
      switch name {
      case "code": try await operations.sendSigningCode(token, from: origin)
      case "signature":
        guard let visit = try await operations.signingVisit(token) else {
          throw HTTPError(.notFound)
        }
        let words = frame(request).words.signatures.consent(visit.person.capacity)
        _ = try await operations.sign(
          token, code: form["code"] ?? "", words: form["accord"] == "oui" ? words : "",
          from: origin)
        await site.seal()
      case "refus":
        try await operations.refuseSigning(token, because: form["motif"] ?? "", from: origin)
      default: throw HTTPError(.notFound)
      }
      return .see("/signature/\(token)")
    } catch let refusal as EnvelopeRefusal {
      return try await page(request, context, token, refusal: refusal, typed: form.fields)
        .response(.unprocessableContent)
    } catch Missing.envelope {
      throw HTTPError(.notFound)
    }
  }

  /// Prints the text that waits and puts it before both parties.
  private func request(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context)
    do {
      let agreement = try await site.operations.versions(of: id).agreement
      guard let signing = agreement.signing else { throw AgreementRefusal.noSignatureAsked }
      let number = agreement.versions.count + 1
      let version = try await site.operations.text(of: id, version: number)
      let contract = version.text.terms.contract
      let printed = try await site.printing.run {
        try await site.press.contractPDF(
          ContractDocument(
            contract: contract, text: version.legal, version: number,
            source: version.text.source))
      }
      let envelope = try await site.operations.requestSigning(
        of: DocumentToSign(
          number == 1 ? .contract : .amendment, titled: contract.title, pdf: printed.bytes,
          text: version.legal.plain, manifest: signing.document.digest),
        under: id, by: form.signatories, days: Int(form["jours"] ?? "") ?? 0, asked: site.actor)
      return .see("/contrats/\(id)/signatures/\(envelope.id)")
    } catch let refusal as EnvelopeRefusal {
      let frame = site.frame(request)
      let refused = RefusedForm(
        act: "courriel", message: frame.words.signatures.refusals[refusal] ?? refusal.rawValue,
        fields: form.fields)
      let reading = try await site.operations.versions(of: id)
      return frame.versionsPage(reading, refused: refused).response(.unprocessableContent)
    }
  }

  /// Keeps a PDF that was signed elsewhere, and shows what its signatures say.
  private func bringIn(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Agreement> = try context.id("contract")
    let form = try await Form(request, context, limit: Form.largestLimit)
    do {
      guard let pdf = form.file("fichier"), pdf.starts(with: Array("%PDF-".utf8)) else {
        throw EnvelopeRefusal.unsigned
      }
      let envelope = try await site.printing.run {
        try await site.operations.bringIn(
          pdf, for: id, by: site.actor, press: site.press, trusting: nil)
      }
      return .see("/contrats/\(id)/signatures/\(envelope.id)")
    } catch let refusal as EnvelopeRefusal {
      let frame = site.frame(request)
      let refused = RefusedForm(
        act: "apport", message: frame.words.signatures.refusals[refusal] ?? refusal.rawValue,
        fields: form.fields)
      let reading = try await site.operations.versions(of: id)
      return frame.versionsPage(reading, refused: refused).response(.unprocessableContent)
    }
  }

  /// Puts the work done on a ticket before somebody of the client.
  private func slip(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ID<Ticket> = try context.id("ticket")
    let form = try await Form(request, context)
    do {
      let envelope = try await site.printing.run {
        try await site.operations.requestSlip(
          of: id,
          by: Envelope.Signatory(
            side: .client, name: form["nom"] ?? "", capacity: form["qualite"] ?? "",
            email: form["courriel"] ?? ""), asked: site.actor, press: site.press)
      }
      return .see("/contrats/\(envelope.agreement)/signatures/\(envelope.id)")
    } catch let refusal as EnvelopeRefusal {
      let reading = try await site.operations.ticket(id)
      let frame = site.frame(request, reading.terms)
      let refused = RefusedForm(
        act: "bons", message: frame.words.signatures.refusals[refusal] ?? refusal.rawValue,
        fields: form.fields)
      return frame.ticketPage(reading, refused: refused).response(.unprocessableContent)
    }
  }

  private func envelope(_ context: WebContext) async throws -> EnvelopeReading {
    let reading = try await site.operations.envelope(context.id("envelope"))
    guard try reading.envelope.agreement == context.id("contract") else {
      throw HTTPError(.notFound)
    }
    return reading
  }

  private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    site.frame(request).envelopePage(try await envelope(context)).response()
  }

  private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let envelope = try await envelope(context).envelope
    guard let part = EnvelopePart(rawValue: try context.parameters.require("part")),
      let bytes = try await site.operations.file(of: envelope.id, part)
    else { throw HTTPError(.notFound) }
    guard envelope.stage != .brought else {
      return .download(bytes, named: "document.pdf", type: "application/pdf")
    }
    return pdf(bytes, part)
  }

  private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await envelope(context)
    let id = reading.envelope.id
    let form = try await Form(request, context)
    let frame = site.frame(request)
    do {
      switch try context.parameters.require("part") {
      case "retrait":
        _ = try await site.operations.withdrawSigning(
          id, because: form["motif"] ?? "", by: site.actor)
        return .see("/contrats/\(reading.envelope.agreement)/signatures/\(id)")
      case "sur-place":
        let link = try await site.operations.linkOnSite(id, by: site.actor)
        let origin =
          (Website.isOnLoopback(request) ? "http://" : "https://")
          + (request.head.authority ?? "")
        return frame.envelopePage(
          try await envelope(context),
          onSite: OnSiteLink(origin: origin, path: "/signature/\(link.text)")
        ).response()
      default: throw HTTPError(.notFound)
      }
    } catch let refusal as EnvelopeRefusal {
      return frame.envelopePage(reading, refusal: frame.words.signatures.refusals[refusal])
        .response(.unprocessableContent)
    }
  }
}

extension Form {
  /// One for each party, as `signatoryFields` asks for them.
  var signatories: [Envelope.Signatory] {
    PartySide.allCases.map { side in
      Envelope.Signatory(
        side: side, name: self["nom-\(side.rawValue)"] ?? "",
        capacity: self["qualite-\(side.rawValue)"] ?? "",
        email: self["courriel-\(side.rawValue)"] ?? "")
    }
  }
}

extension Website {
  /// From where a signatory acts, as the journal keeps it.
  fileprivate func origin(of request: Request, _ context: WebContext) -> Origin {
    Origin(
      address: sender(of: request, context) ?? "", agent: request.headers[.userAgent] ?? "")
  }
}
