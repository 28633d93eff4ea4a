package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report in a real browser, without a network. */
@ExtendWith(FinishedRuns.Provider.class)
class ReportInBrowserTest {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    /** What a reader does, and what the page answers. */
    private static final String ACTIONS = """
            const tell = text => {
              const output = document.createElement('output');
              output.textContent = text.replace(/\\s+/g, ' ');
              document.body.appendChild(output);
            };
            const fire = (element, type) => {
              const box = element.getBoundingClientRect();
              const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
              element.dispatchEvent(new PointerEvent(type, { bubbles: true, ...at }));
            };
            const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key }));
            const byId = id => document.getElementById(id);
            const tip = byId('tip');
            const detail = byId('detail');
            const heat = 'figure1-heatmap-fourier';
            const lines = 'figure2-lines-lz78';
            const scatter = 'figure3-scatter-metrics';

            fire(byId(heat + 'p1h-1-1'), 'pointermove');
            tell(tip.textContent);
            fire(byId(lines + 'p0h-1-1'), 'pointermove');
            tell(tip.textContent);

            const legend = byId(lines + 'k1');
            const line = byId(lines + 'p1l1');
            const state = () => tell(`hidden ${getComputedStyle(line).display === 'none'}, pressed ${legend.ariaPressed}`);
            fire(legend, 'click');
            state();
            press(legend, 'Enter');
            state();

            fire(byId(heat + 'p1h-1-1'), 'click');
            const pictures = [...detail.querySelectorAll('img')].filter(image => image.src.startsWith('data:image/png'));
            tell(`${detail.querySelector('h2').textContent}, ${detail.querySelectorAll('dt').length} metrics, `
              + `${pictures.length} function, ${detail.querySelectorAll('path.spectrum').length} spectra`);

            byId(scatter + 'p3s').focus();
            tell(`${tip.textContent.split('\\n')[1]}, ${tip.textContent.split('\\n').length - 2} metrics`);

            const panel = byId(heat + 'p0h');
            panel.focus();
            press(panel, 'ArrowRight');
            tell(tip.textContent.split('\\n')[0]);
            press(panel, 'Enter');
            const opened = !detail.hidden;
            press(panel, 'Escape');
            tell(`${opened ? 'opened' : 'not opened'} by Enter, ${detail.hidden ? 'closed' : 'not closed'} by Escape`);
            """;

    @TempDir
    private Path folder;

    @Test
    void opensWithoutAnErrorAndShowsTheFigures(FinishedRuns finished) throws IOException {
        Nrs.Result page = open(finished.quick().resolve("report.html"));
        assertEquals(List.of(), complaints(page));
        assertTrue(page.out().contains("<svg") || page.out().contains("<canvas"), "a figure");
        assertTrue(page.out().contains("relu"), "the panels");
    }

    @Test
    void answersToThePointerAndTheKeyboard(FinishedRuns finished) throws IOException {
        String page = Files.readString(finished.quick().resolve("report.html"));
        assertTrue(page.contains("</body>"), "a whole page");
        Path acted = Files.writeString(
                folder.resolve("acted.html"), page.replace("</body>", "<script>" + ACTIONS + "</script></body>"));
        Nrs.Result shown = open(acted);
        assertEquals(List.of(), complaints(shown));
        Matcher told = Pattern.compile("<output>([^<]*)</output>").matcher(shown.out());
        List<String> answers = new ArrayList<>();
        while (told.find()) {
            answers.add(told.group(1).strip());
        }
        assertEquals(
                List.of(
                        "sine · magnitude 10 · depth 2 fourier 0.### ± 0.### (95 %) 4 seeds ok",
                        "relu · depth 2 · magnitude 10 lz78 0.### ± 0.### (95 %) 4 seeds ok",
                        "hidden true, pressed false",
                        "hidden false, pressed true",
                        "sine · depth 2 · magnitude 10, 3 metrics, 1 function, 2 spectra",
                        "seed #, 3 metrics",
                        "relu · magnitude 10 · depth 0",
                        "opened by Enter, closed by Escape"),
                answers.stream()
                        .map(answer -> answer.replaceAll("0\\.\\d{3}", "0.###").replaceAll("seed \\d,", "seed #,"))
                        .toList());
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
