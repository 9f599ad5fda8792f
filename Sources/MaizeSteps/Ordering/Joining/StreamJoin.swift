internal import MaizeCore
internal import MaizeWire

/// Joins two streams by their keys: a symmetric hash join as long as the items fit into memory, a sort-merge join of what
/// is left beyond that.
///
/// Pairs of items that were both there before the memory was full have been sent by then; their marks tell.
final class StreamJoin<Left: Codable & Sendable, Right: Codable & Sendable> {
    private let leftKeys: ItemKeys<Left>
    private let rightKeys: ItemKeys<Right>
    private let rule: JoinRule
    private let space: SpillSpace
    private let out: Output<Joined<Left, Right>>
    private var table = JoinTable()
    private var spilled: ExternalSorter?
    private let leftDecoder = ItemDecoder()
    private let rightDecoder = ItemDecoder()

    init(
        _ leftKeys: ItemKeys<Left>,
        _ rightKeys: ItemKeys<Right>,
        _ rule: JoinRule,
        _ space: SpillSpace,
        to out: Output<Joined<Left, Right>>
    ) {
        self.leftKeys = leftKeys
        self.rightKeys = rightKeys
        self.rule = rule
        // While the table goes to disk there are two of them.
        self.space = space.part(2)
        self.out = out
        // The files of an item go with each of its pairs, so that they are not handed over with the first one.
        out.useReceivedFiles(rule.isOneToOne ? .passedOn : .sentAgain)
    }

    /// Joins until both inputs have ended.
    func join(_ left: Input<Left>, _ right: Input<Right>, _ context: any NodeContext) throws {
        var sides = SideSource(left, right)
        while let side = try sides.next(context) {
            let isLast = !sides.isActive(side.other)
            switch side {
            case .left:
                _ = try left.nextEncoded(keepingFiles: true) { item in
                    let key = try leftKeys.key(of: item)
                    try take(item.bytes, item.hasFiles, key, side, isLast, leftKeys.failure)
                }
            case .right:
                _ = try right.nextEncoded(keepingFiles: true) { item in
                    let key = try rightKeys.key(of: item)
                    try take(item.bytes, item.hasFiles, key, side, isLast, rightKeys.failure)
                }
            }
        }
        try finish()
    }

    /// Takes an item in; `isLast` where the other side has ended, so that no partner will come.
    private func take(
        _ item: UnsafeRawBufferPointer,
        _ hasFiles: Bool,
        _ key: UnsafeRawBufferPointer,
        _ side: JoinSide,
        _ isLast: Bool,
        _ failure: (String) -> WorkflowError
    ) throws {
        if let spilled { return try spill(item, key, side, hasFiles ? .hasFiles : [], to: spilled) }
        let key = Array(key)
        let partners = table.items(with: key, on: side.other)
        if rule.isOneToOne, !table.items(with: key, on: side).isEmpty { throw failure(JoinRule.repeated) }
        for partner in partners { try partner.bytes.withUnsafeBytes { try send(item, $0, from: side) } }
        if rule.isOneToOne, !partners.isEmpty { return table.remove(key) }
        let number = leftKeys.count + rightKeys.count
        if isLast, !rule.isOneToOne {
            if partners.isEmpty {
                if rule.kind.keeps(side) { try send(item, nil, from: side) }
            } else if table.items(with: key, on: side).isEmpty {
                // Only to say that the partners have one.
                table.add(JoinTable.Held(number: number, bytes: [], hasFiles: false), key, on: side)
            }
        } else {
            table.add(JoinTable.Held(number: number, bytes: Array(item), hasFiles: hasFiles), key, on: side)
        }
        if table.size > space.limit { try spillTable() }
    }

    // MARK: On disk

    private func spillTable() throws {
        let sorter = ExternalSorter(space)
        spilled = sorter
        try table.drain { side, key, held in
            try key.withUnsafeBytes { key in
                try held.bytes.withUnsafeBytes { bytes in
                    try spill(bytes, key, side, held.hasFiles ? [.isEarlier, .hasFiles] : .isEarlier, to: sorter)
                }
            }
        }
    }

    private func spill(
        _ item: UnsafeRawBufferPointer,
        _ key: UnsafeRawBufferPointer,
        _ side: JoinSide,
        _ marks: RecordMarks,
        to sorter: ExternalSorter
    ) throws {
        try sorter.add(key: key, payload: item, marks: side == .right ? marks.union(.isRight) : marks)
    }

    private func finish() throws {
        guard let spilled else {
            for (side, held) in table.unmatched where rule.kind.keeps(side) {
                try held.bytes.withUnsafeBytes { try send($0, nil, from: side) }
            }
            return
        }
        var group = JoinGroup()
        try spilled.drain { record in
            if !group.takes(record.key) {
                try send(group)
                group = JoinGroup(key: Array(record.key))
            }
            group.add(record)
        }
        try send(group)
    }

    /// Sends the pairs of one key.
    private func send(_ group: JoinGroup) throws {
        if rule.isOneToOne, max(group.left.count, group.right.count) > 1 {
            throw space.failure(JoinRule.repeatedSomewhere)
        }
        for (isEarlier, left) in group.left {
            for (wasEarlier, right) in group.right where !(isEarlier && wasEarlier) {
                try left.withUnsafeBytes { left in try right.withUnsafeBytes { try send(left, $0, from: .left) } }
            }
            if group.right.isEmpty, rule.kind.keeps(.left) {
                try left.withUnsafeBytes { try send($0, nil, from: .left) }
            }
        }
        if group.left.isEmpty, rule.kind.keeps(.right) {
            for (_, right) in group.right { try right.withUnsafeBytes { try send($0, nil, from: .right) } }
        }
    }

    // MARK: Sending

    private func send(_ item: UnsafeRawBufferPointer, _ partner: UnsafeRawBufferPointer?, from side: JoinSide) throws {
        let left = side == .left ? item : partner
        let right = side == .left ? partner : item
        let pair = Joined(
            left: try left.map { try leftDecoder.decode(Left.self, from: $0) },
            right: try right.map { try rightDecoder.decode(Right.self, from: $0) }
        )
        try out.send(pair)
    }
}
