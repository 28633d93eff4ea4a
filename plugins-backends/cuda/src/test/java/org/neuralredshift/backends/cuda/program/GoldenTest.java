package org.neuralredshift.backends.cuda.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.neuralredshift.api.graph.Graph;

/**
 * The text of a few programs, which a person has read. A change shows here; what is right is then written by {@code
 * -Dcuda.golden=FOLDER}, the folder of these resources in the source, and read again.
 */
class GoldenTest {
    @TestFactory
    Stream<DynamicTest> printsWhatIsUnderReview() {
        return Stream.concat(
                check(Examples.all(), Limits.SMALLEST),
                check(Examples.split(), Limits.SMALLEST.with(Products.SPLIT_TF32)));
    }

    private static Stream<DynamicTest> check(Map<String, Graph> examples, Limits limits) {
        return examples.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    Program program = Programs.lower(example.getValue(), limits);
                    check(example.getKey() + ".cu", program.source());
                    check(example.getKey() + ".txt", program.explanation());
                }));
    }

    private static void check(String file, String text) throws IOException {
        String folder = System.getProperty("cuda.golden");
        if (folder != null) {
            Files.writeString(Path.of(folder, file), text);
            return;
        }
        try (InputStream in = GoldenTest.class.getResourceAsStream(file)) {
            String expected = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(expected, text, file);
        }
    }
}
