package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks that are made on purpose are found. */
class ApiChangesCanFailTest {
    private static final Map<String, String> RELEASED = Map.of(
            "module-info.java",
            "module m { requires org.neuralredshift.api; exports m; }",
            "m/Firm.java",
            type(
                    "STABLE",
                    "public interface Firm { int one(); default int two() { return 2; } class Within { public int f; } }"),
            "m/Draft.java",
            type("INCUBATING", "public class Draft { public void gone() {} private void hidden() {} }"),
            "m/inner/Own.java",
            "package m.inner; public class Own { public void gone() {} }");

    @TempDir
    private Path folder;

    private int count;

    private static String type(String stability, String text) {
        return "package m; import org.neuralredshift.api.annotation.Api; @Api(Api.Stability." + stability + ") " + text;
    }

    private Path jar(Map<String, String> sources) throws IOException {
        PluginFixture fixture = new PluginFixture(folder.resolve("f" + count++));
        Path classes = fixture.compile(
                sources, "--module-path", Image.HOME.resolve("lib").toString());
        return PluginFixture.jar(classes, folder.resolve("jar" + count + ".jar"));
    }

    private List<ApiChanges.Break> after(String file, String text) throws IOException {
        Map<String, String> built = new HashMap<>(RELEASED);
        built.put(file, text);
        Path signatures = folder.resolve("signatures" + count + ".jar");
        ApiSignatures.write(jar(RELEASED), signatures);
        return ApiChanges.between(signatures, jar(built), Set.of("m"));
    }

    private List<String> faults(List<ApiChanges.Break> breaks, String justified) throws IOException {
        return Justifications.read(Files.writeString(folder.resolve("changes.txt"), justified))
                .faults(breaks);
    }

    @Test
    void aMethodThatIsGoneFromAStableTypeNeedsAReason() throws IOException {
        List<ApiChanges.Break> breaks = after(
                "m/Firm.java", type("STABLE", "public interface Firm { int one(); class Within { public int f; } }"));
        List<String> faults = faults(breaks, "");
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().startsWith("m.Firm#two() method removed (STABLE)"), faults::toString);
        assertEquals(List.of(), faults(breaks, "# why\nm.Firm#two(): it was never called; call one() twice instead\n"));
    }

    @Test
    void whatImplementationsMustAddNeedsAReason() throws IOException {
        List<ApiChanges.Break> breaks = after(
                "m/Firm.java",
                type(
                        "STABLE",
                        "public interface Firm { int one(); int three(); default int two() { return 2; }"
                                + " class Within { public int f; } }"));
        assertEquals(
                List.of("m.Firm#three()"),
                breaks.stream().map(ApiChanges.Break::what).toList());
        assertTrue(breaks.getFirst().isOfStable());
    }

    @Test
    void aTypeWithinIsAsStableAsTheOneAroundIt() throws IOException {
        List<ApiChanges.Break> breaks = after(
                "m/Firm.java",
                type("STABLE", "public interface Firm { int one(); default int two() { return 2; } class Within {} }"));
        assertEquals("[m.Firm.Within#f field removed (STABLE)]", breaks.toString());
    }

    @Test
    void aStableTypeCannotBeTakenBackInSilence() throws IOException {
        List<ApiChanges.Break> breaks =
                after("m/Firm.java", RELEASED.get("m/Firm.java").replace("STABLE", "INCUBATING"));
        assertEquals("[m.Firm is no longer declared as stable (STABLE)]", breaks.toString());
        assertFalse(faults(breaks, "").isEmpty());
    }

    @Test
    void whatIncubatesIsReportedAndFailsNothing() throws IOException {
        List<ApiChanges.Break> breaks = after("m/Draft.java", type("INCUBATING", "public class Draft {}"));
        assertEquals("[m.Draft#gone() method removed (INCUBATING)]", breaks.toString());
        assertEquals(List.of(), faults(breaks, ""));
    }

    @Test
    void whatIsNotExportedIsNobodysConcern() throws IOException {
        assertEquals(List.of(), after("m/inner/Own.java", "package m.inner; public class Own {}"));
    }

    @Test
    void aDefaultMethodThatIsNewBreaksNothing() throws IOException {
        assertEquals(
                List.of(),
                after(
                        "m/Firm.java",
                        RELEASED.get("m/Firm.java")
                                .replace("int one();", "int one(); default int four() { return 4; }")));
    }

    @Test
    void reasonsAreToldAndNoneIsLeftOver() throws IOException {
        assertEquals(
                List.of("m.Firm#two() is justified, but has not changed: remove the line"),
                faults(List.of(), "m.Firm#two(): it was never called by anybody\n"));
        assertThrows(AssertionError.class, () -> faults(List.of(), "m.Firm#two(): so\n"));
    }

    @Test
    void signaturesHaveNoCodeAndTheSameBytesEachTime() throws IOException {
        Path jar = jar(RELEASED);
        Path first = folder.resolve("first.jar");
        Path second = folder.resolve("second.jar");
        ApiSignatures.write(jar, first);
        ApiSignatures.write(jar, second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        assertTrue(Files.size(first) < Files.size(jar));
    }
}
