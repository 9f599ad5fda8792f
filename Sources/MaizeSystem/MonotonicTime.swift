internal import Glibc

/// A moment on the machine's monotonic clock, in nanoseconds: clock changes and other processes do not move it.
package struct MonotonicTime: Comparable, Hashable, Sendable {
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    package static var now: MonotonicTime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    package static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    package func advanced(bySeconds seconds: Double) -> MonotonicTime {
        // What is not a number is no time at all: a text such as `nan` is a good `Double`.
        let capped = seconds.isNaN ? 0 : min(max(seconds, 0), 1e9)
        return MonotonicTime(nanoseconds: nanoseconds + Int64(capped * 1e9))
    }

    /// Seconds from `earlier` to this moment.
    package func seconds(since earlier: MonotonicTime) -> Double {
        Double(nanoseconds - earlier.nanoseconds) / 1e9
    }

    /// Milliseconds from now until then, rounded up so that a wait never ends early; 0 once it has passed.
    package var millisecondsFromNow: Int32 {
        let left = nanoseconds - MonotonicTime.now.nanoseconds
        guard left > 0 else { return 0 }
        return Int32(clamping: (left + 999_999) / 1_000_000)
    }
}

/// The wall clock, for people to read: never used to decide anything.
package enum WallClock {
    /// Seconds since 1970.
    package static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A moment as `HH:MM:SS.mmm` in the local time zone.
    package static func clockText(_ seconds: Double) -> String {
        var whole = time_t(seconds)
        var parts = tm()
        localtime_r(&whole, &parts)
        let milliseconds = Int((seconds - seconds.rounded(.down)) * 1000)
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int($0), 2) }.joined(separator: ":")
        return clock + "." + padded(milliseconds, 3)
    }
}
