/// The life of the prepaid hours under one version: bought, drawn, carried over, lost or paid back.
struct PackLedger: Sendable {
  struct Pack: Hashable, Sendable {
    /// From 1.
    var number: Int
    var bought: Day
    var minutes: Int
    var left: Int
    /// Last day on which it can be drawn.
    var expires: Day?
  }

  struct Draw: Hashable, Sendable {
    var work: BillableWork
    var minutes: Int
    /// What the packs do not cover.
    var tail: BillableWork?
  }

  struct Expiry: Hashable, Sendable {
    var pack: Pack
    var day: Day
    /// Minutes lost or paid back; what is carried over goes on in the pack.
    var minutes: Int
    var isRefunded: Bool
  }

  private(set) var packs: [Pack] = []
  private(set) var purchases: [Pack] = []
  private(set) var draws: [Draw] = []
  private(set) var expiries: [Expiry] = []
  /// Minutes that nothing covers and no clause prices.
  private(set) var overdrawn = 0

  private let prepaid: PrepaidHours
  private let terms: Terms
  /// Packs that one contract buys at most, whatever its facts.
  private static let limit = 1000

  /// Nothing when the version sells no hours. The first pack is bought on the first day; `orders`
  /// are the days of others; `work` is what is charged to packs, in the order of time.
  init?(_ terms: Terms, orders: [Day], work: [BillableWork], until last: Day) {
    guard let prepaid = terms.contract.price.prepaid, prepaid.hours > 0 else { return nil }
    self.prepaid = prepaid
    self.terms = terms
    let start = terms.contract.term.start
    var bought = ([start] + orders.filter { $0 >= start }).filter { $0 <= last }.sorted()[...]
    for piece in work {
      let day = terms.contract.zone.day(at: piece.at)
      guard day >= start, day <= last else { continue }
      while let next = bought.first, next <= day {
        expire(before: next)
        buy(next)
        bought = bought.dropFirst()
      }
      expire(before: day)
      draw(piece, on: day)
    }
    for day in bought {
      expire(before: day)
      buy(day)
    }
    expire(before: last + 1)
  }

  var left: Int { packs.reduce(0) { $0 + $1.left } }

  private mutating func buy(_ day: Day) {
    guard purchases.count < PackLedger.limit else { return }
    let pack = Pack(
      number: purchases.count + 1, bought: day, minutes: prepaid.hours * 60,
      left: prepaid.hours * 60, expires: prepaid.validity?.end(from: day))
    packs.append(pack)
    purchases.append(pack)
  }

  private mutating func draw(_ work: BillableWork, on day: Day) {
    let wanted = prepaid.drawn(for: work, under: terms)
    var missing = wanted
    repeat {
      for place in packs.indices.sorted(by: { (packs[$0].lastDay, $0) < (packs[$1].lastDay, $1) })
      where missing > 0 {
        let taken = min(missing, packs[place].left)
        packs[place].left -= taken
        missing -= taken
      }
      packs.removeAll { $0.left == 0 }
      guard missing > 0, prepaid.overage == .newPack || prepaid.isRenewedAlone,
        purchases.count < PackLedger.limit
      else { break }
      buy(day)
    } while true
    if packs.isEmpty, missing == 0, prepaid.isRenewedAlone { buy(day) }
    var draw = Draw(work: work, minutes: wanted - missing)
    if missing > 0 {
      // The share of the work itself that the packs covered, a started minute to the client's good.
      let covered = (work.minutes * (wanted - missing) + wanted - 1) / wanted
      draw.tail = work.dropping(min(covered, work.minutes - 1))
      if prepaid.overage == nil || prepaid.overage == .refused { overdrawn += missing }
    }
    draws.append(draw)
  }

  private mutating func expire(before day: Day) {
    while let place = packs.indices.first(where: { packs[$0].lastDay < day }) {
      var pack = packs[place]
      let end = pack.lastDay
      switch prepaid.remainder {
      case .carriedOver:
        let kept = min(pack.left, prepaid.carriedOverLimit.map { $0 * 60 } ?? pack.left)
        if kept < pack.left {
          expiries.append(
            Expiry(pack: pack, day: end, minutes: pack.left - kept, isRefunded: false))
        }
        pack.left = kept
        pack.expires = prepaid.validity.map { $0.end(from: end + 1) }
        packs[place] = pack
        if kept == 0 { packs.remove(at: place) }
      case .lost, .refunded:
        let isRefunded = prepaid.remainder == .refunded
        expiries.append(Expiry(pack: pack, day: end, minutes: pack.left, isRefunded: isRefunded))
        packs.remove(at: place)
      case nil:
        packs[place].expires = nil
      }
    }
  }
}

extension PackLedger.Pack {
  fileprivate var lastDay: Day { expires ?? Day(number: .max / 2) }
}

extension PrepaidHours {
  /// Minutes that a piece of work draws: evening and night hours by their factor, then the minimum,
  /// then whole steps, each started one counting.
  func drawn(for work: BillableWork, under terms: Terms) -> Int {
    var weighted: Int128 = 0
    if eveningFactor == nil, nightFactor == nil {
      weighted = Int128(work.minutes) * 60_000 * 1_000_000
    } else {
      for slice in terms.slices(of: work, forPack: true) {
        let factor: FixedPoint? =
          switch slice.hours {
          case .evening: eveningFactor
          case .night: nightFactor
          default: nil
          }
        weighted += Int128(slice.milliseconds) * Int128((factor ?? FixedPoint(1)).millionths)
      }
    }
    // A started minute counts.
    let minute: Int128 = 60_000 * 1_000_000
    let minutes = Int((weighted + minute - 1) / minute)
    return drawn(for: max(minutes, minimumMinutes ?? 0))
  }
}
