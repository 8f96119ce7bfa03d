import Foundation
import FoundationNetworking
import Maintenance
import Operations

/// The flow service of an approved platform over HTTP (XP Z12-013, annex A).
struct PlatformExchange: Sendable {
  let base: URL
  let tokens: PlatformTokens

  private static let largestAnswer = 4 << 20
  private static let mostFlows = 100

  private struct FlowLabel: Encodable {
    let trackingId: String
    let name: String
    let processingRule: String
    let flowSyntax: String
    let flowProfile: String?
    let sha256: String
  }

  private struct Taken: Decodable {
    let flowId: String?
  }

  func submit(_ file: FlowFile) async throws -> String {
    let info = FlowLabel(
      trackingId: file.tracking, name: file.name, processingRule: file.rule,
      flowSyntax: file.syntax.rawValue, flowProfile: file.syntax == .facturX ? "CIUS" : nil,
      sha256: file.sha256)
    let boundary = "diligence-\(file.sha256.prefix(32))"
    let type = file.syntax == .facturX ? "application/pdf" : "application/xml"
    var body = Foundation.Data()
    body += Foundation.Data(
      """
      --\(boundary)\r\nContent-Disposition: form-data; name="flowInfo"\r\n\
      Content-Type: application/json\r\n\r\n
      """.utf8)
    body += try JSONEncoder().encode(info)
    body += Foundation.Data(
      """
      \r\n--\(boundary)\r\nContent-Disposition: form-data; name="file"; \
      filename="\(file.name)"\r\nContent-Type: \(type)\r\n\r\n
      """.utf8)
    body += file.bytes
    body += Foundation.Data("\r\n--\(boundary)--\r\n".utf8)
    let answer = try await answer(
      "POST", "v1/flows", type: "multipart/form-data; boundary=\(boundary)", body: body,
      seconds: 60)
    guard answer.status == 202, let flow = read(Taken.self, answer)?.flowId, isName(flow)
    else { throw fault(answer) }
    return flow
  }

  private struct Search: Encodable {
    struct Filter: Encodable {
      var updatedAfter: String?
      var trackingId: String?
    }

    let limit: Int
    let `where`: Filter
  }

  fileprivate struct Found: Decodable {
    struct Flow: Decodable {
      struct Acknowledgement: Decodable {
        struct Detail: Decodable {
          let level: String?
          let item: String?
          let reasonCode: String?
          let reasonMessage: String?
        }

        let status: String?
        let details: [Detail]?
      }

      let flowId: String?
      let trackingId: String?
      let flowType: String?
      let updatedAt: String?
      let acknowledgement: Acknowledgement?
    }

    let results: [Flow]?
  }

  func search(_ search: FlowSearch) async throws -> [PlatformFlow] {
    let filter =
      switch search {
      case .tracking(let tracking): Search.Filter(trackingId: tracking)
      case .updatedAfter(let mark): Search.Filter(updatedAfter: mark)
      }
    let body = try JSONEncoder().encode(Search(limit: Self.mostFlows, where: filter))
    let answer = try await answer(
      "POST", "v1/flows/search", type: "application/json", body: body)
    guard answer.status == 200, let found = read(Found.self, answer) else {
      throw fault(answer)
    }
    return (found.results ?? []).prefix(Self.mostFlows).compactMap(PlatformFlow.init)
  }

  func original(_ flow: String) async throws -> [UInt8] {
    let answer = try await answer("GET", "v1/flows/\(flow)?docType=Original")
    guard answer.status == 200 else { throw fault(answer) }
    return answer.bytes
  }

  private func answer(
    _ method: String, _ path: String, type: String? = nil, body: Foundation.Data? = nil,
    seconds: Double = 20
  ) async throws -> HTTPExchange.Answer {
    guard let url = URL(string: "\(base.absoluteString.trimmingSlash)/\(path)") else {
      throw PlatformFault.unavailable("no address for \(path)")
    }
    var request = URLRequest(url: url)
    request.httpMethod = method
    request.httpBody = body
    if let type { request.setValue(type, forHTTPHeaderField: "Content-Type") }
    request.setValue("Bearer \(try await tokens.token())", forHTTPHeaderField: "Authorization")
    let answer: HTTPExchange.Answer
    do {
      answer = try await HTTPExchange.answer(
        to: request, largest: Self.largestAnswer, seconds: seconds)
    } catch let fault as HTTPExchangeFault {
      throw PlatformFault.unavailable(fault.reason)
    }
    if answer.status == 401 { await tokens.forget() }
    return answer
  }

  /// Nothing of an answer that is no such JSON: its status is then told alone.
  private func read<Value: Decodable>(_ type: Value.Type, _ answer: HTTPExchange.Answer) -> Value? {
    do {
      return try JSONDecoder().decode(type, from: Foundation.Data(answer.bytes))
    } catch {
      return nil
    }
  }

  private struct Said: Decodable {
    let errorCode: String?
    let errorMessage: String?
  }

  /// 400, 413 and 422 are about the file; all else may be otherwise later.
  private func fault(_ answer: HTTPExchange.Answer) -> PlatformFault {
    let said = read(Said.self, answer)
    let words = [said?.errorCode, said?.errorMessage].compactMap { $0 }.joined(separator: " – ")
    let reason = "HTTP \(answer.status)" + (words.isEmpty ? "" : " : \(words.prefix(400))")
    return [400, 413, 422].contains(answer.status) ? .refused(reason) : .unavailable(reason)
  }
}

/// The flow's name goes into addresses: letters, digits and what the norm's examples use.
private func isName(_ text: String) -> Bool {
  (1...36).contains(text.utf8.count)
    && text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 45 || byte == 95 || byte == 46
    }
}

extension PlatformFlow {
  /// Nothing of a flow without a name or a time.
  fileprivate init?(_ found: PlatformExchange.FoundFlow) {
    guard let flow = found.flowId, isName(flow), let updatedAt = found.updatedAt,
      updatedAt.utf8.count <= 40
    else { return nil }
    let details = found.acknowledgement?.details?.prefix(20).map { detail in
      [detail.item, detail.reasonCode, detail.reasonMessage].compactMap { $0 }
        .joined(separator: " – ")
    }
    let acknowledgement: Handover.Acknowledgement? =
      switch found.acknowledgement?.status {
      case "Ok": Handover.Acknowledgement(isAccepted: true, reasons: [])
      case "Error":
        Handover.Acknowledgement(
          isAccepted: false, reasons: details.map { $0.map { String($0.prefix(300)) } } ?? [])
      default: nil
      }
    self.init(
      flow: flow, tracking: found.trackingId, type: found.flowType ?? "", updatedAt: updatedAt,
      acknowledgement: acknowledgement)
  }
}

extension PlatformExchange {
  fileprivate typealias FoundFlow = Found.Flow
}

extension String {
  fileprivate var trimmingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
