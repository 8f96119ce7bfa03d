import Foundation

/// The one table that a run writes.
struct Table {
  /// One figure beside its floor.
  struct Row {
    let name: String
    let unit: String
    let subject: Double
    let floor: Double
    let floorName: String

    init(_ name: String, _ unit: String, subject: Double, floor: Double, floorName: String) {
      self.name = name
      self.unit = unit
      self.subject = subject
      self.floor = floor
      self.floorName = floorName
    }
  }

  let machine: String
  var rows: [Row] = []
  var notes: [String] = []

  var text: String {
    let cells =
      [["", "Diligence", "floor", "ratio", "unit", "floor is"]]
      + rows.map { row in
        [
          row.name, shown(row.subject), shown(row.floor),
          shown(row.floor > 0 ? row.subject / row.floor : 0), row.unit, row.floorName,
        ]
      }
    let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { line in
      line.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - line[column].count)
        return (1...3).contains(column) ? gap + line[column] : line[column] + gap
      }.joined(separator: "  ")
    }
    return ([machine] + lines + notes).joined(separator: "\n")
  }

  private func shown(_ value: Double) -> String {
    String(format: value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value)
  }
}
