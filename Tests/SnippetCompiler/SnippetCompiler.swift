import Glibc

/// The compiler, with the modules that lie beside the running tests.
package enum SnippetCompiler {
    package struct Missing: Error {
        package let what: String
    }

    /// The folder of the test executable, where the package's products and modules are.
    package static func products() throws -> String {
        var room = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &room, room.count)
        let path = String(decoding: room.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let slash = path.lastIndex(of: "/") else { throw Missing(what: "the test executable's path") }
        return String(path[..<slash])
    }

    /// Words for the compiler that let it find the package's modules.
    package static func moduleOptions() throws -> String {
        let products = try products()
        guard access("\(products)/Modules/Maize.swiftmodule", F_OK) == 0 else { throw Missing(what: "the modules") }
        let maps = [
            "\(products)/CMaizeSystem.build/module.modulemap",
            "\(products)/../../checkouts/Yams/Sources/CYaml/include/module.modulemap",
        ]
        return "-I '\(products)/Modules' " + maps.map { "-Xcc '-fmodule-map-file=\($0)'" }.joined(separator: " ")
    }

    /// What the compiler says of `source`; empty when nothing is wrong with it.
    package static func check(_ source: String, options: String = "-typecheck") throws -> String {
        var template = Array("/tmp/snippet-XXXXXX.swift".utf8CString)
        let file = mkstemps(&template, 6)
        guard file >= 0 else { throw Missing(what: "a place for the snippet") }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        let bytes = Array(source.utf8)
        _ = write(file, bytes, bytes.count)
        close(file)
        let run = try ShellCommand(
            "swiftc -swift-version 6 -parse-as-library \(moduleOptions()) \(options) '\(path)'"
        )
        if run.status != 0, !run.output.contains("error: ") { throw Missing(what: "the compiler: \(run.output)") }
        return run.output
    }
}
