extension PackageTemplate {
    /// `flow.yaml`: the same workflow as a file.
    var flow: String {
        """
        # The workflow as a file, which can be changed without compiling anything:
        #
        #   readings ─▶ average ─▶ result
        #
        # maize-swift execute flow.yaml --window 3

        name: \(name.flow)
        package: .                 # the folder of the Swift package that has the nodes, seen from here

        nodes:
        - {name: readings, type: Readings, parameters: {count: 8}}
        - {name: average, type: MovingAverage}
        - {name: result, type: Return}

        channels:
        - {sending: {readings: out}, receiving: {average: inp}}
        - {sending: {average: out}, receiving: {result: inp}}

        parameters:
        - name: window
          map: [{average: window}]

        """
    }
}
