package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.cli.bench.Bench;
import org.neuralredshift.cli.bench.BenchConfiguration;
import org.neuralredshift.engine.run.MeasureOn;

class BenchServerTest {
    /** Wrong configurations are refused before a plugin or backend is asked, so there need be none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"depth": "three"}  | depth
                    {"depth": 2.5}      | depth
                    {"depth": -1}       | depth
                    {"width": 0}        | width
                    {"width": 1e12}     | width
                    {"threads": -2}     | threads
                    {"batch": -1}       | batch
                    {"seconds": "2"}    | seconds
                    {"seconds": -1}     | seconds
                    {"act": 7}          | act
                    {"rows": "yes"}     | rows
                    {"ln": 1}           | ln
                    {"mag": "x"}        | mag
                    {"parameters": 3}   | parameters
                    {"parameters": {"layers": []}} | layers
                    {"parameters": {"width": 3}}   | width
                    {"train": "newton"} | newton
                    {"train": "adam", "p": 1}       | p
                    {"train": "adam", "nets": 0}    | nets
                    {"train": "forward", "nets": 2} | nets
                    {"train": "adam", "one-hot": 1} | one-hot
                    [1, 2]              | object
                    {"depth":           | JSON
                    """)
    void aWrongValueIsAnErrorThatNamesIt(String line, String word) throws IOException {
        StringBuilder answers = new StringBuilder();
        BenchServer server = new BenchServer(
                new Bench(null, null, MeasureOn.AUTO), BenchConfiguration.evaluation("relu", 3, 64, 64, 1));
        server.serve(new BufferedReader(new StringReader(line + "\n{\"quit\": true}\n")), answers::append);
        String answer = answers.toString().lines().toList().get(1);
        String error = answer.substring(answer.indexOf("\"error\""));
        assertTrue(error.contains(word) && !error.contains("NullPointer"), answer);
    }
}
