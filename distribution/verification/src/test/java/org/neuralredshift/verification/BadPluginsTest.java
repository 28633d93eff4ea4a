package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Plugins with every fault lie beside good ones: each is named with its code, and none stops or changes anything. */
@ExtendWith(FinishedRuns.Provider.class)
class BadPluginsTest {
    @TempDir
    private static Path folder;

    private static Path plugins;

    @BeforeAll
    static void build() throws IOException {
        plugins = BadPlugins.build(folder);
    }

    @Test
    void eachIsNamedWithItsCode() {
        Nrs.Result listed = Nrs.run(folder, "list", "plugins", "--json", "--plugins", plugins)
                .done();
        for (Map.Entry<String, String> expected : BadPlugins.VERDICTS.entrySet()) {
            assertEquals(expected.getValue(), verdict(listed.out(), expected.getKey()), expected.getKey());
        }
        assertTrue(listed.out().contains("exiting.Given.<init>(Given.java:"), listed::toString);
        assertFalse(Files.exists(folder.resolve("slipped.txt")));
    }

    @Test
    void listingLoadsNoClassOfThem() {
        Nrs.Result listed = Nrs.run(folder, "plugins", "list", "--json", "--plugins", plugins)
                .done();
        for (String name : new String[] {"endless", "exiting", "throwing", "initialiser", "good"}) {
            assertEquals("resolved", verdict(listed.out(), name), name);
        }
        for (String name : new String[] {"major", "stranger", "swapped", "truncated"}) {
            assertEquals(BadPlugins.VERDICTS.get(name), verdict(listed.out(), name), name);
        }
    }

    @Test
    void whatARunGivesIsTheSameBesideThem(FinishedRuns finished) throws IOException {
        Nrs.run(folder, "run", SmallStudy.quick(folder), "--out", "beside", "--plugins", plugins)
                .done();
        Map<String, String> alone = Folders.sums(finished.quick());
        Map<String, String> beside = Folders.sums(folder.resolve("beside"));
        assertTrue(alone.containsKey("report.html") && alone.containsKey("rows/00000.arrow"), alone::toString);
        // Has the time of the run.
        alone.remove("provenance.json");
        beside.remove("provenance.json");
        assertEquals(alone, beside);
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
