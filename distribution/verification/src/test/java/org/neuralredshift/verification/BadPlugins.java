package org.neuralredshift.verification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One plugin folder with everything that may be wrong, and with some that only look so. It has a lock. */
final class BadPlugins {
    /** What becomes of each when it is loaded: its code, or its state if it has none. */
    static final Map<String, String> VERDICTS = Map.ofEntries(
            Map.entry("apicopy", "ready"),
            Map.entry("classpath", "ready"),
            Map.entry("corrupt", "NOT_A_JAR"),
            Map.entry("duplicate", "DUPLICATE_ID"),
            Map.entry("twin", "DUPLICATE_ID"),
            Map.entry("endless", "TIME_LIMIT"),
            Map.entry("exiting", "SYSTEM_EXIT"),
            Map.entry("good", "ready"),
            Map.entry("initialiser", "CONSTRUCTOR"),
            Map.entry("library1", "ready"),
            Map.entry("library2", "ready"),
            Map.entry("major", "API_MAJOR"),
            Map.entry("needy", "MISSING_MODULE"),
            Map.entry("newer", "API_NEWER"),
            Map.entry("services", "SERVICES_FILE_ONLY"),
            Map.entry("slip", "ready"),
            Map.entry("split", "SPLIT_PACKAGE"),
            Map.entry("stranger", "NOT_TRUSTED"),
            Map.entry("swapped", "CHECKSUM"),
            Map.entry("throwing", "CONSTRUCTOR"),
            Map.entry("truncated", "NOT_A_JAR"),
            Map.entry("version1", "DUPLICATE_ID"),
            Map.entry("version2", "DUPLICATE_ID"));

    private static final String PROVIDES =
            "requires org.neuralredshift.api;" + " provides org.neuralredshift.api.metric.Metric with %s.Given; }";
    private static final String ABSTRACT = "public abstract class Given implements"
            + " org.neuralredshift.api.metric.Metric {"
            + " public static org.neuralredshift.api.metric.Metric provider() { return null; } }";

    private final Path folder;
    private final PluginFixture fixture;

    private BadPlugins(Path folder) {
        this.folder = folder;
        this.fixture = new PluginFixture(folder);
    }

    /** Builds all of them in {@code plugins} of a folder. */
    static Path build(Path folder) throws IOException {
        BadPlugins bad = new BadPlugins(folder);
        bad.archives();
        bad.constructors();
        bad.versions();
        bad.needy();
        bad.split();
        bad.slip();
        bad.lock();
        return bad.fixture.plugins();
    }

    private void archives() throws IOException {
        Path good = fixture.good("good");
        fixture.classPath("classpath", fixture.plugins().resolve("classpath/classpath/classpath.jar"));
        fixture.classPath("services", fixture.plugins().resolve("services.jar"));
        fixture.good("apicopy");
        Files.copy(
                Image.jar("org.neuralredshift.api"), fixture.modules("apicopy").resolveSibling("copy.jar"));
        Files.writeString(mkdirs(fixture.modules("corrupt")), "no archive");
        byte[] whole = Files.readAllBytes(good);
        Files.write(mkdirs(fixture.modules("truncated")), Arrays.copyOf(whole, whole.length - 100));
        fixture.module("duplicate", "same", "", "", PluginFixture.ONE, fixture.modules("duplicate"));
        fixture.module("twin", "same", "", "", PluginFixture.ONE, fixture.modules("twin"));
    }

    private void constructors() throws IOException {
        fixture.metric(
                "endless",
                "public Given() { long n = 0; while (n >= 0) { n = Math.abs(n + 1) & 255; } }",
                PluginFixture.ONE);
        fixture.metric("exiting", "public Given() { System.exit(0); }", PluginFixture.ONE);
        fixture.metric(
                "throwing", "public Given() { throw new IllegalStateException(\"no luck\"); }", PluginFixture.ONE);
        fixture.metric(
                "initialiser", "static { if (true) throw new IllegalStateException(\"no luck\"); }", PluginFixture.ONE);
    }

    /** Of the API, of a plugin, of a library that two plugins have. */
    private void versions() throws IOException {
        fixture.builtAgainst("99.0.0", "major");
        fixture.builtAgainst("0.99.0", "newer");
        for (int version = 1; version <= 2; version++) {
            fixture.module("versioned", "versioned", "", "", PluginFixture.ONE, fixture.modules("version" + version));
            library("library" + version, version);
        }
    }

    /** A plugin that works with its own version of a library and no other. */
    private void library(String name, int version) throws IOException {
        String value = "package shared; public class Value { public static int of() { return " + version + "; } }";
        Path library = PluginFixture.jar(
                fixture.compile(
                        Map.of("module-info.java", "module shared { exports shared; }", "shared/Value.java", value)),
                fixture.modules(name).resolveSibling("shared.jar"));
        String check = "public Given() { if (shared.Value.of() != " + version
                + ") throw new IllegalStateException(\"another version\"); }";
        fixture.module(name, name, "requires shared;", check, PluginFixture.ONE, fixture.modules(name), library);
    }

    /** Requires a library that it does not bring. */
    private void needy() throws IOException {
        Path library = PluginFixture.jar(
                fixture.compile(Map.of(
                        "module-info.java",
                        "module library { exports library; }",
                        "library/A.java",
                        "package library; public class A { }")),
                folder.resolve("elsewhere/library.jar"));
        Path classes = fixture.compile(
                Map.of(
                        "module-info.java",
                        "module needy { requires library; " + PROVIDES.formatted("needy"),
                        "needy/Given.java",
                        "package needy; " + ABSTRACT),
                "--module-path",
                Image.HOME.resolve("lib") + ":" + library);
        PluginFixture.jar(classes, fixture.modules("needy"));
    }

    /** Has a package that its own library has, too. */
    private void split() throws IOException {
        Path other = fixture.compile(Map.of(
                "module-info.java",
                "module other { exports split; }",
                "split/A.java",
                "package split; public class A { }"));
        Path library = PluginFixture.jar(other, fixture.modules("split").resolveSibling("other.jar"));
        Path classes = fixture.compile(
                Map.of(
                        "module-info.java",
                        "module split { requires other; " + PROVIDES.formatted("hidden"),
                        "hidden/Given.java",
                        "package hidden; " + ABSTRACT),
                "--module-path",
                Image.HOME.resolve("lib") + ":" + library);
        Files.copy(other.resolve("split/A.class"), mkdirs(classes.resolve("split/B.class")));
        PluginFixture.jar(classes, fixture.modules("split"));
    }

    /** A good plugin whose archive also has an entry that would lie outside, were it ever unpacked. */
    private void slip() throws IOException {
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

    /** Trusts all that is there; then one is replaced, and one comes. */
    private void lock() throws IOException {
        fixture.good("swapped");
        Nrs.run(folder, "plugins", "trust", fixture.plugins(), "--plugins", fixture.plugins())
                .done();
        fixture.metric("swapped", "", "out.value(2);");
        fixture.good("stranger");
    }

    private static Path mkdirs(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return file;
    }
}
