import Maintenance
import Synchronization

/// Slows down who guesses passwords and codes, over a quarter of an hour: ten attempts on one
/// account from one network (a /24, a /64 of IPv6), fifty from one network, a hundred on one
/// account, a thousand in all.
///
/// Whoever signed in from a network before is not shut out by what others try elsewhere: only the
/// limits of that network hold for them, so that nobody can lock another's account. Kept by the
/// process, and bounded: when too many names are tried at once, those not known wait.
final class SignInAttempts: Sendable {
  private struct Pair: Hashable {
    var name: String
    var network: NetworkRange?
  }

  private struct State {
    var pairs = Tally<Pair>()
    var networks = Tally<NetworkRange?>()
    var names = Tally<String>()
    var all = Tally<Bool>()
    /// Where somebody signed in, the latest last.
    var known: [Pair] = []
  }

  private let state = Mutex(State())
  static let mostOfPair = 10
  static let mostOfNetwork = 50
  static let mostOfName = 100
  static let most = 1000
  private static let mostKnown = 10_000

  /// Counts an attempt, unless it is one too many. `name` is an address, or an account whose code
  /// is asked.
  func mayTry(_ name: String, from address: String?, at now: Instant) -> Bool {
    let pair = Pair(name: name, network: address.flatMap(NetworkRange.init(neighbours:)))
    return state.withLock { state in
      let isKnown = state.known.contains(pair)
      guard state.pairs.count(of: pair, at: now) < Self.mostOfPair,
        state.networks.count(of: pair.network, at: now) < Self.mostOfNetwork,
        isKnown || state.names.count(of: name, at: now) < Self.mostOfName,
        isKnown || state.all.count(of: true, at: now) < Self.most
      else { return false }
      let isKept =
        state.pairs.add(pair, at: now) && state.networks.add(pair.network, at: now)
        && state.names.add(name, at: now)
      return (isKept || isKnown) && state.all.add(true, at: now)
    }
  }

  /// The attempt was right.
  func succeeded(_ name: String, from address: String?) {
    let pair = Pair(name: name, network: address.flatMap(NetworkRange.init(neighbours:)))
    state.withLock { state in
      state.pairs.forget(pair)
      state.known.removeAll { $0 == pair }
      state.known.append(pair)
      if state.known.count > Self.mostKnown { state.known.removeFirst() }
    }
  }
}

/// How often something happened in the last quarter of an hour, by key, of ten thousand at most.
private struct Tally<Key: Hashable & Sendable> {
  private var times: [Key: [Instant]] = [:]
  private static var window: Int { 900 }
  private static var mostKeys: Int { 10_000 }

  func count(of key: Key, at now: Instant) -> Int {
    (times[key] ?? []).count { now - $0 < Self.window }
  }

  /// False when there is no room for another key.
  mutating func add(_ key: Key, at now: Instant) -> Bool {
    if times.count >= Self.mostKeys, times[key] == nil {
      times = times.filter { $0.value.contains { now - $0 < Self.window } }
      guard times.count < Self.mostKeys else { return false }
    }
    times[key] = (times[key] ?? []).filter { now - $0 < Self.window } + [now]
    return true
  }

  mutating func forget(_ key: Key) {
    times[key] = nil
  }
}
