import MaizeCore
import MaizeWire

/// Whose the files are before and after.
extension FileRule {
    static let ownership = [
        FileRule("what was moved is gone with the sender, and nothing else") { mode, make in
            let pair = try make(8)
            let file = try pair.write("text", to: "file")
            try pair.sender.send(file)
            try demand(file.text == nil, is: mode == .move, "whether the sender's file is gone")
            try demand(pair.next(File.self)?.text == "text", "the file is another")
        },
        FileRule("a copy is the receiver's own") { mode, make in
            guard mode == .copy else { return }
            let pair = try make(8)
            let file = try pair.write("sent", to: "file")
            try pair.sender.send(file)
            guard let copy = try pair.next(File.self) else { throw ChannelRule.Broken(description: "nothing came") }
            try copy.append(" and changed")
            try demand(file.text, is: "sent", "the sender's file")
            try demand(copy.text, is: "sent and changed", "the receiver's file")
        },
        FileRule("a file that is not there is an error with its path, and nothing is sent or moved") { _, make in
            let pair = try make(8)
            let good = try pair.write("good", to: "good")
            do {
                try pair.sender.send([good, File("/nowhere/at/all")])
                throw ChannelRule.Broken(description: "a file that is not there was sent")
            } catch let error as WorkflowError {
                try demand("\(error)".contains("/nowhere/at/all"), "the path is not named: \(error)")
                try demand("\(error)".contains(pair.outputName), "the port is not named: \(error)")
            }
            try demand(good.text, is: "good", "the file beside it")
            pair.sender.close(.finished)
            try demand(pair.rest([File].self).isEmpty, "an item was sent")
        },
        FileRule("what cannot be delivered stays with the sender") { _, make in
            let pair = try make(8)
            pair.receiver.close()
            let file = try pair.write("text", to: "file")
            try demand(Stop(.receiverGone(port: pair.outputName)), "a send to nobody") { try pair.sender.send(file) }
            try demand(file.text, is: "text", "the sender's file")
        },
        FileRule("what waits for room is the sender's until there is some") { _, make in
            let pair = try make(1)
            try pair.sender.send(pair.write("1", to: "one"))
            let second = try pair.write("2", to: "two")
            let sending = try Partner { try pair.sender.send(second) }
            try pair.senderWaits.wait(for: "a send that has to wait")
            try demand(second.text, is: "2", "the file that waits")
            try demand(pair.next(File.self)?.text == "1", "the first file is another")
            try sending.value()
            try demand(pair.next(File.self)?.text == "2", "the second file is another")
        },
        FileRule("files that were taken can be removed, those on their way stay") { _, make in
            let pair = try make(8)
            for number in 0..<4 { try pair.sender.send(pair.write("\(number)", to: "f\(number)")) }
            let first = try pair.next(File.self)
            let second = try pair.next(File.self)
            try pair.receiver.files?.removeTaken(keepingLast: true)
            try demand([first?.text, second?.text], is: [nil, "1"], "the files that were taken")
            try pair.receiver.files?.removeTaken(keepingLast: false)
            try demand(second?.text == nil, "the last file that was taken is still there")
            try demand(pair.next(File.self)?.text == "2", "a file that was on its way is gone")
            try pair.receiver.files?.removeLast()
            try demand(pair.next(File.self)?.text == "3", "the next file is gone too")
        },
    ]
}
