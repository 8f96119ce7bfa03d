import Logging
import Operations
import ServiceLifecycle

/// Works on billing runs beside the pages: those asked for here, and those that a service before
/// this one left in the middle.
struct BillingWorker: Service {
  let site: Website
  let logger: Logger

  /// Between two looks for a run; each is one read of an index that is nearly always empty.
  private static let pause = Duration.seconds(1)

  func run() async {
    await cancelWhenGracefulShutdown {
      var pauses = 0
      while !Task.isCancelled {
        do {
          if pauses > 0 { try await Task.sleep(for: BillingWorker.pause * pauses) }
          pauses = 0
          let worked = try await site.operations.workOnBillingRun(press: site.invoices)
          if !worked { try await Task.sleep(for: BillingWorker.pause) }
        } catch is CancellationError {
          return
        } catch {
          logger.error("a billing run stopped and goes on later: \(error)")
          pauses = 30
        }
      }
    }
  }
}
