import Documents
import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// A client's account, the letters of reminders, and what the accountant is given.
struct LedgerRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/contrats/:contract/compte", use: account)
    router.get("/contrats/:contract/compte/releve.pdf", use: statement)
    router.get("/contrats/:contract/compte/releve.csv", use: movements)
    router.get("/factures/exports", use: exports)
    router.get("/factures/exports/fichier", use: export)
    router.get("/factures/:invoice/lettre", use: preview)
    router.get("/factures/:invoice/relances/:number", use: letter)
  }

  private func account(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.account(of: context.id("contract"))
    return site.frame(request, reading.terms).accountPage(reading).response()
  }

  private func statement(_ request: Request, _ context: WebContext) async throws -> Response {
    let letter = try await site.operations.statement(of: context.id("contract"))
    return try await site.printed(letter, named: "releve.pdf")
  }

  private func movements(_ request: Request, _ context: WebContext) async throws -> Response {
    let reading = try await site.operations.account(of: context.id("contract"))
    return .download(
      Array(CSVTable.account(reading.account).text.utf8),
      named: "releve_\(reading.today.iso).csv", type: "text/csv; charset=utf-8")
  }

  private func exports(_ request: Request, _ context: WebContext) async throws -> Response {
    site.frame(request).exportPage(lastMonth).response()
  }

  private var lastMonth: ClosedRange<Day> {
    let month = Month(containing: Zone.paris.day(at: site.now())).previous
    return month.first...month.last
  }

  private func export(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters
    guard let kind = asked["fichier"].flatMap({ AccountingFile(rawValue: String($0)) }) else {
      throw HTTPError(.badRequest)
    }
    func day(_ name: String) -> Day? { asked[Substring(name)].flatMap { Day(iso: String($0)) } }
    do {
      guard let first = day("du"), let last = day("au"), first <= last else {
        throw ExportRefusal.dayOutOfBounds
      }
      let file = try await site.verification.run {
        try await site.operations.accountingFile(kind, of: first...last)
      }
      return .download(
        file.bytes, named: kind == .journal ? file.name + ".txt" : file.name, type: kind.type)
    } catch let refusal as ExportRefusal {
      var frame = site.frame(request)
      frame.shell.notice = Notice(text: frame.words.ledger.refusal(refusal), tone: .bad)
      let days = day("du").flatMap { first in day("au").map { (first, $0) } }
      let page = frame.exportPage(
        days.flatMap { $0.0 <= $0.1 ? $0.0...$0.1 : nil } ?? lastMonth)
      return page.response(.unprocessableContent)
    }
  }

  /// The letter as it would be sent today; records nothing.
  private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
    guard
      let tone = request.uri.queryParameters["ton"].flatMap({
        Invoice.Reminder.Tone(rawValue: String($0))
      })
    else { throw HTTPError(.badRequest) }
    do {
      let letter = try await site.operations.reminderLetter(tone, of: context.id("invoice")).letter
      return try await site.printed(letter, named: "relance.pdf")
    } catch is InvoiceRefusal {
      throw HTTPError(.notFound)
    }
  }

  private func letter(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let rank = context.parameters.get("number", as: Int.self),
      let letter = try await site.operations.letter(of: context.id("invoice"), rank)
    else { throw HTTPError(.notFound) }
    let name = "\(letter.invoice.content.number.text)-relance-\(rank).pdf"
    return .inline(letter.bytes, "application/pdf", name)
  }
}

extension AccountingFile {
  fileprivate var type: String {
    switch self {
    case .invoices, .payments: "text/csv; charset=utf-8"
    case .journal: "text/plain; charset=utf-8"
    case .archive: "application/zip"
    }
  }
}

extension Website {
  /// A letter in the browser's own reader, when its turn at the press has come.
  func printed(_ letter: LetterDocument, named file: String) async throws -> Response {
    let rendered = try await printing.run { try await press.letterPDF(letter) }
    return .inline(rendered.bytes, "application/pdf", file)
  }
}

extension Response {
  static func inline(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: type, .contentDisposition: "inline; filename=\"\(name)\""],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
