package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources that a test brings with it. */
final class Compilation {
    private Compilation() {}

    /**
     * Compiles sources into {@code folder/classes}.
     *
     * @param sources text by file name, {@code org/example/A.java}
     * @return the folder of the class files
     */
    static Path compile(Path folder, Map<String, String> sources, String... options) throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        Path classes = folder.resolve("classes");
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-d", classes.toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(folder.resolve("sources"))) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            boolean done = compiler.getTask(
                            messages, manager, null, all, null, manager.getJavaFileObjectsFromPaths(java))
                    .call();
            assertEquals(true, done, messages::toString);
        }
        return classes;
    }
}
