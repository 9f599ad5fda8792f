public import MaizeCore

/// A node as a function: each call runs it with one item for each input, and gives the one item that it sends.
///
///     let double = NodeRig(Doubling.self).function(of: \.inp, giving: \.out)
///     #expect(try double(3) == 6)
extension NodeRig {
    /// The node as a function of no inputs.
    ///
    /// - Parameter output: The output whose item is the result.
    /// - Returns: A function that throws what the node throws, and `NodeRigError` where it sends no item or several.
    public func function<Returned>(
        giving output: KeyPath<Tested, Output<Returned>>
    ) -> () throws -> Returned {
        { try self.onlyItem(of: output) }
    }

    /// The node as a function of one input.
    ///
    /// - Parameters:
    ///   - first: The input for the first argument.
    ///   - output: The output whose item is the result.
    /// - Returns: A function that throws what the node throws, and `NodeRigError` where it sends no item or several.
    public func function<First, Returned>(
        of first: KeyPath<Tested, Input<First>>,
        giving output: KeyPath<Tested, Output<Returned>>
    ) -> (First) throws -> Returned {
        { a in try self.feed(first, [a]).onlyItem(of: output) }
    }

    /// The node as a function of two inputs.
    ///
    /// - Parameters:
    ///   - first: The input for the first argument.
    ///   - second: The input for the second argument.
    ///   - output: The output whose item is the result.
    /// - Returns: A function that throws what the node throws, and `NodeRigError` where it sends no item or several.
    public func function<First, Second, Returned>(
        of first: KeyPath<Tested, Input<First>>,
        _ second: KeyPath<Tested, Input<Second>>,
        giving output: KeyPath<Tested, Output<Returned>>
    ) -> (First, Second) throws -> Returned {
        { a, b in try self.feed(first, [a]).feed(second, [b]).onlyItem(of: output) }
    }

    /// The node as a function of three inputs.
    ///
    /// - Parameters:
    ///   - first: The input for the first argument.
    ///   - second: The input for the second argument.
    ///   - third: The input for the third argument.
    ///   - output: The output whose item is the result.
    /// - Returns: A function that throws what the node throws, and `NodeRigError` where it sends no item or several.
    public func function<First, Second, Third, Returned>(
        of first: KeyPath<Tested, Input<First>>,
        _ second: KeyPath<Tested, Input<Second>>,
        _ third: KeyPath<Tested, Input<Third>>,
        giving output: KeyPath<Tested, Output<Returned>>
    ) -> (First, Second, Third) throws -> Returned {
        { a, b, c in try self.feed(first, [a]).feed(second, [b]).feed(third, [c]).onlyItem(of: output) }
    }

    /// The node as a function of four inputs.
    ///
    /// - Parameters:
    ///   - first: The input for the first argument.
    ///   - second: The input for the second argument.
    ///   - third: The input for the third argument.
    ///   - fourth: The input for the fourth argument.
    ///   - output: The output whose item is the result.
    /// - Returns: A function that throws what the node throws, and `NodeRigError` where it sends no item or several.
    public func function<First, Second, Third, Fourth, Returned>(
        of first: KeyPath<Tested, Input<First>>,
        _ second: KeyPath<Tested, Input<Second>>,
        _ third: KeyPath<Tested, Input<Third>>,
        _ fourth: KeyPath<Tested, Input<Fourth>>,
        giving output: KeyPath<Tested, Output<Returned>>
    ) -> (First, Second, Third, Fourth) throws -> Returned {
        { a, b, c, d in
            try self.feed(first, [a]).feed(second, [b]).feed(third, [c]).feed(fourth, [d]).onlyItem(of: output)
        }
    }

    private func onlyItem<Item>(of output: KeyPath<Tested, Output<Item>>) throws -> Item {
        let result = try run()
        let items = result.items(of: output)
        guard let item = items.first, items.count == 1 else {
            throw NodeRigError(
                .notOneItem,
                "the node sent \(items.count) items, so there is not one result; use run() and items(of:)",
                result.run
            )
        }
        return item
    }
}
