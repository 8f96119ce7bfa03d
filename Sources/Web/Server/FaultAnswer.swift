import HTTPTypes
import Hummingbird
import Logging
import Operations
import Store

/// What an error of a route means for whoever asked, be it a person or a program.
struct FaultAnswer {
  var status: HTTPResponse.Status
  /// For programs: stable.
  var code: String
  var title: String
  var hint: String

  /// Logs a fault of the store or of ours, the latter under the number that the hint gives.
  init(_ error: any Error, _ faults: FaultWords, _ request: Request, _ context: WebContext) {
    switch error {
    case let error as any HTTPResponseError where error.status.code < 500:
      self.init(error.status, "http", faults.page(error.status.code))
    case is Missing:
      self.init(.notFound, "missing", faults.page(404))
    case let fault as StoreFault where faults.page(fault) != nil:
      context.logger.warning("\(request.method) \(request.uri.path): \(fault)")
      let (status, said) = faults.page(fault) ?? (.internalServerError, ("", ""))
      self.init(status, "store", said)
    default:
      context.logger.error(
        "\(request.method) \(request.uri.path) failed",
        metadata: ["error": "\(String(reflecting: error))"])
      self.init(
        .internalServerError, "internal",
        (faults.internalFault, faults.internalFaultHint(context.requestID)))
    }
  }

  private init(
    _ status: HTTPResponse.Status, _ code: String, _ said: (title: String, hint: String)
  ) {
    self.status = status
    self.code = code
    title = said.title
    hint = said.hint
  }
}

extension FaultWords {
  /// What a fault of the store means for whoever acted; nothing for a fault of ours.
  fileprivate func page(
    _ fault: StoreFault
  ) -> (status: HTTPResponse.Status, said: (title: String, hint: String))? {
    switch fault {
    case .staleVersion, .conflict, .contention: (.conflict, (conflict, conflictHint))
    case .unreachable, .connectionLost, .inUse:
      (.serviceUnavailable, (unavailable, unavailableHint))
    case .outcomeUnknown: (.serviceUnavailable, (unknownOutcome, unknownOutcomeHint))
    case .diskFull: (HTTPResponse.Status(code: 507), (diskFull, diskFullHint))
    case .rolledBack: (.serviceUnavailable, (rolledBack, rolledBackHint))
    case .unstorable: (.badRequest, (badForm, badFormHint))
    default: nil
    }
  }

  /// Title and hint for a refused request, by its status.
  fileprivate func page(_ status: Int) -> (title: String, hint: String) {
    switch status {
    case 403, 421: (forbiddenOrigin, forbiddenOriginHint)
    case 404, 405: (notFound, notFoundHint)
    case 409: (conflict, conflictHint)
    case 413: (tooLarge, tooLargeHint)
    default: (badForm, badFormHint)
    }
  }
}
