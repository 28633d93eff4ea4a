package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins with every fault lie beside good ones: each is named with its code, and none stops the command. */
class BadPluginsTest {
    @TempDir
    private Path folder;

    /** The code of every plugin that is rejected. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("apicopy", "ready"),
            Map.entry("classpath", "ready"),
            Map.entry("corrupt", "NOT_A_JAR"),
            Map.entry("duplicate", "DUPLICATE_ID"),
            Map.entry("twin", "DUPLICATE_ID"),
            Map.entry("endless", "TIME_LIMIT"),
            Map.entry("exiting", "SYSTEM_EXIT"),
            Map.entry("good", "ready"),
            Map.entry("initialiser", "CONSTRUCTOR"),
            Map.entry("major", "API_MAJOR"),
            Map.entry("needy", "MISSING_MODULE"),
            Map.entry("newer", "API_NEWER"),
            Map.entry("services", "SERVICES_FILE_ONLY"),
            Map.entry("slip", "ready"),
            Map.entry("split", "SPLIT_PACKAGE"),
            Map.entry("throwing", "CONSTRUCTOR"),
            Map.entry("truncated", "NOT_A_JAR"));

    private PluginFixture build() throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        fixture.good("good");
        fixture.classPath("classpath", fixture.plugins().resolve("classpath/classpath/classpath.jar"));
        fixture.classPath("services", fixture.plugins().resolve("services.jar"));
        fixture.good("apicopy");
        Files.copy(
                Image.jar("org.neuralredshift.api"), fixture.modules("apicopy").resolveSibling("copy.jar"));
        Files.writeString(mkdirs(fixture.modules("corrupt")), "no archive");
        fixture.module("duplicate", "same", "", "", PluginFixture.ONE, fixture.modules("duplicate"));
        fixture.module("twin", "same", "", "", PluginFixture.ONE, fixture.modules("twin"));
        fixture.metric(
                "endless",
                "public Given() { long n = 0; while (n >= 0) { n = Math.abs(n + 1) & 255; } }",
                PluginFixture.ONE);
        fixture.metric("exiting", "public Given() { System.exit(0); }", PluginFixture.ONE);
        fixture.metric(
                "throwing", "public Given() { throw new IllegalStateException(\"no luck\"); }", PluginFixture.ONE);
        fixture.metric(
                "initialiser", "static { if (true) throw new IllegalStateException(\"no luck\"); }", PluginFixture.ONE);
        fixture.builtAgainst("99.0.0", "major");
        fixture.builtAgainst("0.99.0", "newer");
        needy(fixture);
        split(fixture);
        slip(fixture);
        byte[] whole = Files.readAllBytes(fixture.modules("good"));
        Files.write(mkdirs(fixture.modules("truncated")), Arrays.copyOf(whole, whole.length - 100));
        return fixture;
    }

    private static Path mkdirs(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Requires a library that it does not bring. */
    private void needy(PluginFixture fixture) throws IOException {
        Path library = PluginFixture.jar(
                fixture.compile(Map.of(
                        "module-info.java",
                        "module library { exports library; }",
                        "library/A.java",
                        "package library; public class A { }")),
                folder.resolve("library.jar"));
        Path with = mkdirs(folder.resolve("with-library/library.jar"));
        Files.copy(library, with);
        Path classes = fixture.compile(
                Map.of(
                        "module-info.java",
                        "module needy { requires library; requires org.neuralredshift.api;"
                                + " provides org.neuralredshift.api.metric.Metric with needy.Given; }",
                        "needy/Given.java",
                        "package needy; public abstract class Given implements org.neuralredshift.api.metric.Metric {"
                                + " public static org.neuralredshift.api.metric.Metric provider() { return null; } }"),
                "--module-path",
                Image.HOME.resolve("lib") + ":" + with.getParent());
        PluginFixture.jar(classes, fixture.modules("needy"));
    }

    /** Has a package that its own library has, too. */
    private void split(PluginFixture fixture) throws IOException {
        fixture.good("split");
        Path classes = fixture.compile(Map.of(
                "module-info.java",
                "module other { exports split; }",
                "split/A.java",
                "package split; public class A { }"));
        PluginFixture.jar(classes, fixture.modules("split").resolveSibling("other.jar"));
        Path needs = fixture.compile(
                Map.of(
                        "module-info.java",
                        "module split { requires other; requires org.neuralredshift.api;"
                                + " provides org.neuralredshift.api.metric.Metric with hidden.Given; }",
                        "hidden/Given.java",
                        "package hidden; public abstract class Given implements org.neuralredshift.api.metric.Metric {"
                                + " public static org.neuralredshift.api.metric.Metric provider() { return null; } }"),
                "--module-path",
                Image.HOME.resolve("lib") + ":" + fixture.modules("split").resolveSibling("other.jar"));
        Path extra = mkdirs(needs.resolve("split/B.class"));
        Files.copy(classes.resolve("split/A.class"), extra);
        PluginFixture.jar(needs, fixture.modules("split"));
    }

    /** A good plugin whose archive also has an entry that would lie outside, were it ever unpacked. */
    private void slip(PluginFixture fixture) throws IOException {
        Path jar = fixture.good("slip");
        Path rewritten = jar.resolveSibling("slip.tmp");
        try (var in = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(rewritten);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (var entries = in.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
            }
            out.putNextEntry(new ZipEntry("../../../slipped.txt"));
            out.write(1);
        }
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void eachIsNamedWithItsCodeAndStopsNoOther() throws IOException {
        PluginFixture fixture = build();
        Nrs.Result listed = Nrs.run(folder, "list", "plugins", "--json", "--plugins", fixture.plugins())
                .done();
        for (Map.Entry<String, String> expected : CODES.entrySet()) {
            assertEquals(expected.getValue(), verdict(listed.out(), expected.getKey()), expected.getKey());
        }
        Nrs.Result why = Nrs.run(folder, "plugins", "why", "exiting", "--plugins", fixture.plugins())
                .done();
        assertTrue(
                why.out().contains("Given.java") && why.out().contains("nrs plugins disable exiting"), why::toString);
        assertFalse(Files.exists(folder.resolve("slipped.txt")));
    }

    @Test
    void listingLoadsNoClassOfThem() throws IOException {
        PluginFixture fixture = build();
        Nrs.Result listed = Nrs.run(folder, "plugins", "list", "--json", "--plugins", fixture.plugins())
                .done();
        for (String name : new String[] {"endless", "exiting", "throwing", "initialiser", "good"}) {
            assertEquals("resolved", verdict(listed.out(), name), name);
        }
        assertEquals("API_MAJOR", verdict(listed.out(), "major"));
    }

    /** The code of a plugin, or its state if it has none. */
    private static String verdict(String json, String name) {
        Matcher start = Pattern.compile("\"name\": \"" + name + "\"").matcher(json);
        assertTrue(start.find(), name + " in " + json);
        int end = json.indexOf("\"notices\"", start.end());
        String record = json.substring(start.start(), end);
        Matcher code = Pattern.compile("\"code\": \"(\\w+)\"").matcher(record);
        Matcher state = Pattern.compile("\"state\": \"(\\w+)\"").matcher(record);
        assertTrue(state.find(), record);
        return code.find() ? code.group(1) : state.group(1);
    }
}
