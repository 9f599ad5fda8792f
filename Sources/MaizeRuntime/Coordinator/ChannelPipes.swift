internal import MaizeSystem
internal import MaizeWire

/// The two pipes of one channel on their way to the processes at its ends: made when the first end is started, each
/// pair of descriptors closed here as soon as its process has it.
final class ChannelPipes {
    private var dataRead: Descriptor?
    private var dataWrite: Descriptor?
    private var creditRead: Descriptor?
    private var creditWrite: Descriptor?

    init() throws(SystemError) {
        var data = try Pipe()
        var credit = try Pipe()
        dataRead = data.takeReadEnd()
        dataWrite = data.takeWriteEnd()
        creditRead = credit.takeReadEnd()
        creditWrite = credit.takeWriteEnd()
    }

    /// The numbers of the sender's data and credit ends.
    var senderNumbers: (data: Int32, credit: Int32)? {
        guard let data = dataWrite?.number, let credit = creditRead?.number else { return nil }
        return (data, credit)
    }

    /// The numbers of the receiver's data and credit ends.
    var receiverNumbers: (data: Int32, credit: Int32)? {
        guard let data = dataRead?.number, let credit = creditWrite?.number else { return nil }
        return (data, credit)
    }

    func senderHasStarted() {
        dataWrite = nil
        creditRead = nil
    }

    func receiverHasStarted() {
        dataRead = nil
        creditWrite = nil
    }

    /// Stands for a sender that is never started: its stream is empty and finished.
    ///
    /// To be called while both ends are here: nobody can have closed the other one.
    func finishForInactiveSender() throws {
        let payload = CloseReason.finished.payload
        let header = try FrameHeader(kind: .close, length: payload.count)
        let frame = withUnsafeBytes(of: header.word) { Array($0) } + payload
        // A fresh pipe takes these few bytes at once.
        try frame.withUnsafeBytes { try dataWrite?.writeAll($0) }
        senderHasStarted()
    }
}
