package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report in a real browser, without a network. */
class ReportInBrowserTest {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    @TempDir
    private Path folder;

    @Test
    void opensWithoutAnErrorAndShowsTheFigures() throws IOException {
        Nrs.run(folder, "run", SmallStudy.quick(folder), "--out", "out").done();
        Nrs.Result page = open(folder.resolve("out/report.html"));
        assertEquals(List.of(), complaints(page));
        assertTrue(page.out().contains("<svg") || page.out().contains("<canvas"), "a figure");
        assertTrue(page.out().contains("relu"), "the panels");
    }

    @Test
    void anErrorOnAPageWouldBeSeen() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<script>null.nothing</script>");
        assertEquals(1, complaints(open(page)).size());
    }

    private Nrs.Result open(Path page) {
        Optional<String> browser = BROWSERS.stream().filter(this::exists).findFirst();
        assumeTrue(browser.isPresent(), "none of " + BROWSERS + " is here");
        List<String> words = List.of(
                browser.get(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=2000",
                "--dump-dom",
                page.toUri().toString());
        return Nrs.run(folder, Map.of(), words).done();
    }

    private boolean exists(String program) {
        return Nrs.run(folder, Map.of(), List.of("sh", "-c", "command -v " + program))
                        .exit()
                == 0;
    }

    private static List<String> complaints(Nrs.Result page) {
        return page.err().lines().filter(line -> line.contains(":CONSOLE")).toList();
    }
}
