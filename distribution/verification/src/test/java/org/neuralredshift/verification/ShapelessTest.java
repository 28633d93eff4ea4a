package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions without a shape to measure. */
class ShapelessTest {
    private static final Pattern ID = Pattern.compile("\"id\": \"([^\"]+)\"");
    private static final Pattern STATUS = Pattern.compile("\"(constant|overflow|rounding-noise|ok|failed)\": ([0-9]+)");

    @TempDir
    private Path folder;

    private List<String> metrics() {
        String list = Nrs.run(folder, "list", "metrics", "--json").done().out();
        return ID.matcher(list).results().map(result -> result.group(1)).toList();
    }

    /** Whatever metric ships, and whatever ships later: the catalog says which there are. */
    @Test
    void noMetricTakesThemForMoreThanTheyAre() throws IOException {
        List<String> metrics = metrics();
        assertTrue(metrics.size() > 10, metrics::toString);
        Path study = SmallStudy.shapeless(folder, metrics);
        String out =
                Nrs.run(folder, "run", study, "--out", "out", "--json").done().out();
        int each = 2 * metrics.size();
        assertEquals("{constant=" + each + ", overflow=" + each + ", rounding-noise=" + each + "}", statuses(out));
    }

    private static String statuses(String out) {
        Matcher matcher = STATUS.matcher(out.substring(out.indexOf("\"rows\"")));
        return matcher.results()
                .collect(Collectors.toMap(
                        (MatchResult result) -> result.group(1),
                        result -> Integer.valueOf(result.group(2)),
                        Integer::sum,
                        TreeMap::new))
                .toString();
    }
}
