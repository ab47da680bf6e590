internal import Dispatch
internal import Synchronization

/// Works on the elements of a list side by side.
public enum Parallel {
    /// The results in the order of the items, whatever the number of jobs is.
    ///
    /// - Parameter jobs: how many threads at most; 1 works on the caller's alone.
    public static func map<Item: Sendable, Value: Sendable>(
        _ items: [Item], jobs: Int, _ body: @Sendable (Item) -> Value
    ) -> [Value] {
        guard jobs > 1, items.count > 1 else { return items.map(body) }
        let next = Atomic(0)
        let done = Mutex<[(index: Int, value: Value)]>([])
        // Each thread takes the next item when it is free: one long text does not hold up the others.
        DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < items.count else { break }
                let value = body(items[index])
                done.withLock { $0.append((index, value)) }
            }
        }
        return done.withLock { $0 }.sorted { $0.index < $1.index }.map(\.value)
    }
}
