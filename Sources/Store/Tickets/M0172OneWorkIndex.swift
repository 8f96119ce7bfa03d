/// All work on a contract is found by the index of its charges, one charge after another.
struct M0172OneWorkIndex: Migration {
  let name = "M0172OneWorkIndex"
  let statements = ["DROP INDEX ticket_by_work"]
}
