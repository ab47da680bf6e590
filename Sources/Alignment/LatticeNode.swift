/// A place between sentences: how many of each side have been passed.
struct LatticeNode: Hashable, Sendable {
    let row: Int
    let column: Int
}
