internal import Glibc

/// The memory of the machine.
package enum PhysicalMemory {
    /// Its size in bytes.
    package static var size: Int { sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) }
}
