internal import Glibc

/// How much room the kernel gives to this user's pipes.
package struct PipeQuota: Equatable, Sendable {
    /// Pages of all pipes of a user, beyond which new ones are small; nil for no limit.
    package var softPages: Int?
    /// Pages beyond which there are no new ones.
    package var hardPages: Int?
    /// The largest pipe that may be asked for, in bytes.
    package var largest: Int?

    package init(softPages: Int?, hardPages: Int?, largest: Int?) {
        self.softPages = softPages.flatMap { $0 == 0 ? nil : $0 }
        self.hardPages = hardPages.flatMap { $0 == 0 ? nil : $0 }
        self.largest = largest
    }

    /// Of this user; root is not limited.
    package static var current: PipeQuota {
        func number(_ name: String) -> Int? { KernelSetting.number("/proc/sys/fs/" + name) }
        let isRoot = geteuid() == 0
        return PipeQuota(
            softPages: isRoot ? nil : number("pipe-user-pages-soft"),
            hardPages: isRoot ? nil : number("pipe-user-pages-hard"),
            largest: number("pipe-max-size")
        )
    }

    /// The pages of a pipe that nobody has asked to be larger.
    package static let pagesOfPipe = 16
    /// Pipes of full size that fit; nil for no limit.
    package var fullPipes: Int? { softPages.map { $0 / PipeQuota.pagesOfPipe } }
}
