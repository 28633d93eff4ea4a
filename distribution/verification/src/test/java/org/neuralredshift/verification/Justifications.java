package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Breaks of the API that are meant, each with its reason.
 *
 * @param reasons by type or member
 */
record Justifications(Map<String, String> reasons) {
    private static final int SHORTEST = 20;

    /** Reads a file of lines {@code what: reason}; {@code #} starts a line that is a comment. */
    static Justifications read(Path file) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("# ")) {
                String[] parts = line.split(": ", 2);
                assertTrue(
                        parts.length == 2 && parts[1].strip().length() >= SHORTEST,
                        file + ": '" + line + "' must be 'TYPE#MEMBER: why it had to change, and what to use instead'");
                reasons.put(parts[0].strip(), parts[1].strip());
            }
        }
        return new Justifications(reasons);
    }

    /** What fails the build: broken promises without a reason, and reasons that no break needs. */
    List<String> faults(List<ApiChanges.Break> breaks) {
        List<String> faults = new ArrayList<>();
        breaks.stream()
                .filter(ApiChanges.Break::isOfStable)
                .filter(each -> !reasons.containsKey(each.what()))
                .forEach(each -> faults.add(each + ": undo it, or justify it"));
        reasons.keySet().stream()
                .filter(what -> breaks.stream().noneMatch(each -> each.what().equals(what)))
                .forEach(what -> faults.add(what + " is justified, but has not changed: remove the line"));
        return faults;
    }
}
