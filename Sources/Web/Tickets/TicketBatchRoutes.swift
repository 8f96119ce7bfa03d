import HTTPTypes
import Hummingbird
import Maintenance
import Operations

/// One thing done to the tickets that were ticked on a list.
struct TicketBatchRoutes {
  let site: Website

  func add(to router: Router<WebContext>) {
    router.get("/tickets/lot", use: form)
    router.post("/tickets/lot", use: act)
  }

  private func form(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = request.uri.queryParameters
    var fields: [String: String] = [:]
    for (name, value) in asked { fields[String(name)] = String(value) }
    let batch = try TicketBatch(fields)
    let readings = try await site.operations.tickets(batch.ids)
    return site.frame(request).batchPage(batch, readings).response()
  }

  /// Each ticket's own act; then which were done, each with its receipt, and which were not.
  private func act(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try await Form(request, context)
    let batch = try TicketBatch(form.fields)
    guard !batch.ids.isEmpty else { throw HTTPError(.badRequest) }
    let identity = request.uri.queryParameters["commande"].map(String.init)
    let outcomes = try await site.operations.act(
      on: batch.ids, by: site.actor, batch.act, as: identity)
    let frame = site.frame(request)
    let told = outcomes.map { outcome in
      frame.told(outcome) { FaultAnswer($0, frame.words.faults, request, context).title }
    }
    let left = batch.keeping(zip(outcomes, told).filter { !$1.isDone }.map(\.0.ticket.id))
    let readings = try await site.operations.tickets(left.ids)
    return frame.batchPage(left, readings, told)
      .response(left.ids.isEmpty ? .ok : .unprocessableContent)
  }
}

/// What the form of several tickets says: which, what, and with which words.
struct TicketBatch: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case assign = "affectations"
    case note = "notes"
    case reclassify = "qualifications"
    case confirm = "confirmations"
  }

  let kind: Kind
  private(set) var ids: [ID<Ticket>]
  let fields: [String: String]

  /// What one page shows at most.
  private static let most = 50
  private static let mark = "t-"

  /// Throws 400 for what no form of ours sends.
  init(_ fields: [String: String]) throws {
    guard let kind = Kind(rawValue: fields["acte"] ?? "") else { throw HTTPError(.badRequest) }
    let names = fields.keys.filter { $0.hasPrefix(TicketBatch.mark) }
    let ids = names.compactMap { ID<Ticket>(String($0.dropFirst(TicketBatch.mark.count))) }
    guard ids.count == names.count, ids.count <= TicketBatch.most else {
      throw HTTPError(.badRequest)
    }
    self.kind = kind
    self.ids = ids.sorted(by: >)
    self.fields = fields
  }

  /// The same for some of the tickets.
  func keeping(_ ids: [ID<Ticket>]) -> TicketBatch {
    var batch = self
    batch.ids = ids
    return batch
  }

  static func name(_ id: ID<Ticket>) -> String { mark + id.text }

  /// The list from which it came, as its address says it; the whole list otherwise.
  var list: Path {
    let path = Path(asked: fields["liste"] ?? "")
    return path.flatMap { $0.text.hasPrefix("/tickets?") ? $0 : nil } ?? "/tickets"
  }

  func text(_ name: String) -> String { fields[name] ?? "" }

  var act: BatchAct {
    switch kind {
    case .assign: .assign(to: text("personne"))
    case .note: .note(text("note"))
    case .confirm: .confirm(from: text("personne"))
    case .reclassify:
      .reclassify(
        impact: text("impact"), urgency: text("urgence"), accord: text("accord"),
        reason: text("motif"))
    }
  }
}
