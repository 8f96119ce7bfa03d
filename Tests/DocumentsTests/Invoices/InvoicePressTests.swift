import Foundation
import Testing

@testable import Documents
@testable import Maintenance

@Suite(.serialized)
struct InvoicePressTests {
  @Test func `every invoice drawn passes every validator`() async throws {
    let press = InvoicePress(try await Project.press())
    let asked = ProcessInfo.processInfo.environment["DILIGENCE_INVOICES"].flatMap { Int($0) }
    for seed in 1...(asked ?? 60) {
      var sample = SampleInvoice(seed: UInt64(seed))
      let content = sample.content()
      let documents = try await press.documents(of: content)
      #expect(documents.ubl.count > 2000, "seed \(seed)")
    }
  }

  @Test func `a credit note that names its invoice passes`() async throws {
    let press = InvoicePress(try await Project.press())
    var content = sample()
    content.kind = .creditNote
    content.preceding = [InvoiceContent.Preceding(number: "F2026-00001", issued: content.issued)]
    let documents = try await press.documents(of: content)
    #expect(String(decoding: documents.ubl, as: UTF8.self).contains("<CreditNote"))
    content.preceding = []
    await #expect(throws: InvoiceBroken.self) { try await press.documents(of: content) }
  }

  @Test func `a worker that is killed in a job is followed by one that does it again`() async throws
  {
    let press = InvoicePress(try await Project.press())
    let first = try await press.documents(of: sample())
    async let again = press.documents(of: sample())
    try await Task.sleep(for: .milliseconds(20))
    let ended = killStayingWorkers()
    #expect(ended > 0)
    #expect(try await again.pdf == first.pdf)
    #expect(await press.count >= 2)
  }

  @Test func `two hundred jobs at once wait their turn, though a worker dies`() async throws {
    let press = InvoicePress(try await Project.press(), timeLimit: .seconds(60))
    let content = sample()
    let made = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<200 {
        group.addTask { try await press.documents(of: content).pdf.count }
      }
      var sizes: [Int] = []
      for try await size in group {
        sizes.append(size)
        if sizes.count == 50 { #expect(killStayingWorkers() > 0) }
      }
      return sizes
    }
    #expect(made.count == 200)
    #expect(Set(made).count == 1)
    #expect(await press.count <= 4)
  }

  @Test func `more jobs than may wait are refused at once`() async throws {
    let press = InvoicePress(try await Project.press(), waitingMax: 1)
    let content = sample()
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<6 {
        group.addTask {
          do {
            _ = try await press.documents(of: content)
            return false
          } catch PressFault.busy {
            return true
          } catch {
            Issue.record(error)
            return false
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused == 4)
  }

  /// Kills the workers that this process started, and says how many.
  private func killStayingWorkers() -> Int {
    func parent(_ id: Int32) -> Int32? {
      let text = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)) ?? ""
      return text.split(separator: ")").last?.split(separator: " ").dropFirst().first.flatMap {
        Int32($0)
      }
    }
    func isOurs(_ id: Int32) -> Bool {
      var id = id
      while id > 1 {
        if id == getpid() { return true }
        id = parent(id) ?? 0
      }
      return false
    }
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let workers = all.compactMap { Int32($0) }.filter { id in
      let command = (try? Data(contentsOf: URL(filePath: "/proc/\(id)/cmdline"))) ?? Data()
      return String(decoding: command, as: UTF8.self).contains("--stay") && isOurs(id)
    }
    return workers.filter { kill($0, SIGKILL) == 0 }.count
  }

  @Test func `every kind of document passes every validator`() async throws {
    let press = InvoicePress(try await Project.press())
    for kind in InvoiceContent.Kind.allCases {
      var content = sample()
      content.kind = kind
      let earlier = InvoiceContent.Preceding(number: "F2026-00001", issued: content.issued)
      if kind != .invoice, kind != .deposit { content.preceding = [earlier] }
      let documents = try await press.documents(of: content)
      let code = "TypeCode>\(kind.rawValue)<"
      #expect(String(decoding: documents.cii, as: UTF8.self).contains(code), "\(kind)")
      #expect(String(decoding: documents.ubl, as: UTF8.self).contains(code), "\(kind)")
    }
  }

  /// A business term and what is wrong with its new value; nothing takes it out.
  static let mutants: [(term: String, value: String?)] = [
    ("BT-1", nil), ("BT-1", "F 2026 1"), ("BT-1", String(repeating: "9", count: 36)),
    ("BT-2", nil), ("BT-2", "1999-12-31"), ("BT-3", "999"), ("BT-5", "EURO"),
    ("BT-9", "2020-01-01"),
    ("BT-23", nil), ("BT-23", "X1"), ("BT-81", "999"), ("BT-106", "1.00"), ("BT-109", "1.00"),
    ("BT-110", "1.00"), ("BT-112", "1.00"), ("BT-115", "1.00"), ("BT-112", "2400,00"),
    ("BT-106", "1.005"), ("BG-1/PMT", nil), ("BG-1/PMD", nil), ("BG-1/AAB", nil),
    ("BG-4/name", nil), ("BG-4/legal_identifier", nil), ("BG-4/vat_identifier", nil),
    ("BG-4/einvoicing_addr", nil), ("BG-4/country_code", "FRANCE"),
    ("BG-7/legal_identifier", nil), ("BG-7/einvoicing_addr", "123456789"),
    ("BG-23/BT-116", "1.00"), ("BG-23/BT-117", "1.00"), ("BG-23/BT-118", "Q"),
    ("BG-23/BT-119", "19.60"), ("BG-25/BT-129", "2"), ("BG-25/BT-130", "h"),
    ("BG-25/BT-131", "1.00"), ("BG-25/BT-146", "-1.00"), ("BG-25/BT-151", "E"),
    ("BG-25/BT-152", "7.00"), ("BG-25/BT-153", nil),
  ]

  @Test func `each single change of a sound invoice is refused`() async throws {
    let press = InvoicePress(try await Project.press())
    let sound = InvoiceJob(sample())
    _ = try await press.documents(of: sound)
    for mutant in Self.mutants {
      var job = sound
      job.terms = sound.terms.replacing(mutant.term.split(separator: "/")[...], mutant.value)
      await #expect(throws: (any Error).self, "\(mutant)") { try await press.documents(of: job) }
    }
  }

  @Test func `a worker that is killed is followed by another`() async throws {
    let press = InvoicePress(try await Project.press(), timeLimit: .milliseconds(1))
    await #expect(throws: PressFault.self) { try await press.documents(of: sample()) }
    let patient = InvoicePress(try await Project.press(), idleTime: .milliseconds(1))
    let first = try await patient.documents(of: sample())
    try await Task.sleep(for: .milliseconds(50))
    #expect(try await patient.documents(of: sample()).pdf == first.pdf)
  }

  /// An invoice of one line at 20 %.
  private func sample() -> InvoiceContent {
    var drawn = SampleInvoice(seed: 7)
    var content = drawn.content()
    content.kind = .invoice
    content.preceding = []
    content.lines = Array(content.lines.prefix(1))
    content.lines[0].vat = .standard(FixedPoint(20))
    return content
  }
}

extension TermValue {
  /// The same terms with one changed or taken out: the first of a list, or that of its code.
  fileprivate func replacing(_ path: ArraySlice<Substring>, _ value: String?) -> TermValue {
    guard let name = path.first.map(String.init) else { return value.map(TermValue.text) ?? self }
    switch self {
    case .fields(var fields):
      if path.count == 1 {
        fields[name] = value.map(TermValue.text)
      } else {
        fields[name] = fields[name]?.replacing(path.dropFirst(), value)
      }
      return .fields(fields)
    case .list(let values) where values.contains { $0.code == name }:
      return .list(values.filter { $0.code != name })
    case .list(var values):
      if !values.isEmpty { values[0] = values[0].replacing(path, value) }
      return .list(values)
    case .text: return self
    }
  }

  private var code: String? {
    guard case .fields(let fields) = self, case .text(let code) = fields["BT-21"] else {
      return nil
    }
    return code
  }
}
