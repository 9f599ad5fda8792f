import MaizeConfiguration
import Testing

@Suite struct ConfigurationPlaceTests {
    private func place(_ variables: [String: String]) -> ConfigurationPlace? { ConfigurationPlace { variables[$0] } }

    @Test func `the variable comes first, then the folder of configurations, then the home`() {
        let all = ["MAIZE_CONFIG": "mine.toml", "XDG_CONFIG_HOME": "/xdg", "HOME": "/home/me"]
        #expect(place(all) == .named("mine.toml"))
        #expect(place(all.filter { $0.key != "MAIZE_CONFIG" }) == .usual("/xdg/maize.toml"))
        #expect(place(["HOME": "/home/me"]) == .usual("/home/me/.config/maize.toml"))
        #expect(place([:]) == nil)
    }

    @Test func `an empty variable counts as none, and a folder must be absolute`() {
        #expect(place(["MAIZE_CONFIG": "", "HOME": "/h"]) == .usual("/h/.config/maize.toml"))
        #expect(place(["XDG_CONFIG_HOME": "xdg", "HOME": "/h"]) == .usual("/h/.config/maize.toml"))
        #expect(place(["XDG_CONFIG_HOME": "", "HOME": "h"]) == nil)
    }
}
