/// Groups of things that are joined two by two.
struct DisjointSets<Element: Hashable> {
    private var elements: [Element] = []
    private var places: [Element: Int] = [:]
    /// Of each element the number of its group, and of each group its elements; a group that was joined is empty.
    private var owners: [Int] = []
    private var members: [[Int]] = []

    mutating func add(_ element: Element) {
        guard places[element] == nil else { return }
        places[element] = elements.count
        owners.append(elements.count)
        members.append([elements.count])
        elements.append(element)
    }

    /// Joins the groups of two elements where they are two and `isAllowed` for what both hold.
    mutating func join(
        _ left: Element, _ right: Element, where isAllowed: ([Element], [Element]) -> Bool
    ) {
        guard let a = places[left].map({ owners[$0] }), let b = places[right].map({ owners[$0] }),
            a != b, isAllowed(members[a].map { elements[$0] }, members[b].map { elements[$0] })
        else { return }
        let (small, large) = members[a].count < members[b].count ? (a, b) : (b, a)
        for place in members[small] { owners[place] = large }
        members[large] += members[small]
        members[small] = []
    }

    /// In the order in which their first members were added; so are the members.
    var groups: [[Element]] {
        members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
            .map { $0.map { elements[$0] } }
    }
}
