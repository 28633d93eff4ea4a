package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The activation of docs/plugins.md, and its test, as they stand there. */
class GuideTest {
    private static final Pattern CLASS =
            Pattern.compile("```java\n(package com\\.example\\.isru;.*?class (\\w+) .*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theActivationOfTheGuidePassesTheTestOfTheGuide() throws Exception {
        Outcome outcome = run("");
        assertEquals(Map.of(), outcome.failures());
        assertTrue(outcome.passed() >= 10, outcome.passed() + " tests");
    }

    @Test
    void withoutItsBoundsItFailsAsTheGuideSays() throws Exception {
        Outcome outcome = run(".max(Scalar.of(-1e9)).min(Scalar.of(1e9))");
        assertTrue(outcome.failures().containsKey("isTheSameInFloat32"), outcome::toString);
    }

    private Outcome run(String leftOut) throws Exception {
        Matcher sources = CLASS.matcher(Files.readString(Path.of("../../docs/plugins.md")));
        List<Path> files = new ArrayList<>();
        while (sources.find()) {
            Path file = folder.resolve(sources.group(2) + ".java");
            files.add(Files.writeString(file, sources.group(1).replace(leftOut, "")));
        }
        assertEquals(2, files.size(), "classes in the guide");
        compile(files);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            return Outcome.of(loader.loadClass("com.example.isru.IsruTest"));
        }
    }

    private void compile(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-d", folder.toString(), "--class-path", System.getProperty("java.class.path"), "-proc:none");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertTrue(done, messages::toString);
        }
    }
}
