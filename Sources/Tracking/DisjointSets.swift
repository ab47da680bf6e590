/// Groups of things that are joined two by two.
struct DisjointSets<Element: Hashable> {
    private var parents: [Element: Element] = [:]
    private var order: [Element] = []

    mutating func add(_ element: Element) {
        guard parents[element] == nil else { return }
        parents[element] = element
        order.append(element)
    }

    mutating func join(_ left: Element, _ right: Element) {
        let (a, b) = (root(left), root(right))
        if a != b { parents[b] = a }
    }

    /// In the order in which their first members were added; so are the members.
    var groups: [[Element]] {
        var groups: [[Element]] = []
        var places: [Element: Int] = [:]
        for element in order {
            let root = root(element)
            if let place = places[root] {
                groups[place].append(element)
            } else {
                places[root] = groups.count
                groups.append([element])
            }
        }
        return groups
    }

    private func root(_ element: Element) -> Element {
        var element = element
        while let parent = parents[element], parent != element { element = parent }
        return element
    }
}
