import Synchronization

/// What a transaction gave, until its group is durable.
final class Outcome<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)

  func result(after failure: (any Error)?) -> Result<Value, any Error> {
    switch (failure, value.withLock { $0 }) {
    case (let failure?, _): .failure(failure)
    case (nil, let value?): .success(value)
    case (nil, nil): preconditionFailure("a turn that neither failed nor gave a result")
    }
  }
}
