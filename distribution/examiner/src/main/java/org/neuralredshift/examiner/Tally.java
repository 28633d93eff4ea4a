package org.neuralredshift.examiner;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestFactory;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.engine.examination.Finding;
import org.neuralredshift.engine.examination.Outcome;
import org.neuralredshift.testkit.TrainingSuite;

/** What became of the cases of one check. Filled while it runs. */
final class Tally {
    /** The check whose cases a backend may lawfully refuse. */
    private static final String MAY_BE_REFUSED = "operationsMeanWhatTheirDefinitionsSay";

    /** The checks of programs with states, which a backend may lawfully refuse together: all that their suite declares. */
    private static final Set<String> OF_STATES = Stream.of(TrainingSuite.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(TestFactory.class))
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final int SHOWN = 3;
    /** More than anybody wraps; a plugin may make a circle of them. */
    private static final int CAUSES = 64;

    private final String check;
    private final List<String> failed = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int passed;

    Tally(String check) {
        this.check = check;
    }

    void pass() {
        passed++;
    }

    void skip(@Nullable Throwable reason) {
        skipped.add(reason == null ? "no reason is told" : text(reason));
    }

    /** @param test its name; empty if the check is a single case */
    void fail(String test, Throwable thrown) {
        if (check.equals(MAY_BE_REFUSED) && thrown instanceof UnsupportedGraphException) {
            refused.add(test.replaceAll(", points: .*", ""));
        } else if (OF_STATES.contains(check) && thrown instanceof UnsupportedGraphException) {
            refused.add("programs with states");
        } else {
            failed.add((test.isEmpty() ? "" : test + ": ") + text(thrown));
        }
    }

    /** What a suite says about a plugin, or what the plugin threw first and where. */
    private static String text(Throwable thrown) {
        if (thrown.getClass().getName().startsWith("org.opentest4j.")) {
            String message = Optional.ofNullable(thrown.getMessage()).orElse("");
            return message.replaceFirst("^Assumption failed: ", "").strip();
        }
        Throwable first = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .reduce(thrown, (outer, inner) -> inner);
        return Place.of(first.getStackTrace())
                .map(place -> " at " + place)
                .map(first.toString()::concat)
                .orElse(first.toString());
    }

    boolean hasFailed() {
        return !failed.isEmpty();
    }

    /** The finding, if nothing but what was run counts. */
    Finding finding(String subject) {
        int cases = passed + failed.size() + refused.size();
        if (hasFailed()) {
            return new Finding(subject, check, Outcome.FAILED, cases, listed(failed));
        }
        if (!refused.isEmpty()) {
            String message = "right if its author declares that it refuses "
                    + refused.stream().distinct().collect(Collectors.joining("; "));
            return new Finding(subject, check, Outcome.UNDECIDED, cases, message);
        }
        if (passed == 0) {
            String reason = skipped.isEmpty() ? "there is nothing to compare with here" : listed(skipped);
            return new Finding(subject, check, Outcome.SKIPPED, 0, reason);
        }
        return new Finding(subject, check, Outcome.PASSED, cases, "");
    }

    /** The finding, if the check holds once something is declared. */
    Finding undecided(String subject, Declaration declaration) {
        String message = "right if its author declares " + declaration.words() + "; else " + listed(failed);
        return new Finding(subject, check, Outcome.UNDECIDED, passed + failed.size(), message);
    }

    private static String listed(List<String> messages) {
        List<String> distinct = messages.stream().distinct().toList();
        String shown = distinct.stream().limit(SHOWN).collect(Collectors.joining("; "));
        int more = distinct.size() - SHOWN;
        return more > 0 ? shown + "; and " + more + " more" : shown;
    }
}
