package org.neuralredshift.engine.claims;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.engine.figure.Numbers;

/**
 * A sentence that measurements can confirm or contradict.
 *
 * @param text as people say it
 * @param source where it is said, for instance {@code Figure 5}; empty if nobody is quoted
 * @param metric label of the measure that it is about
 * @param where the networks that it is about: values by parameter. Each combination of them is a group with a verdict of its
 *     own
 * @param nullModel whose cells it is about; empty for the networks of the study
 * @param question the number that is measured
 * @param expected where that number should lie
 */
public record Claim(
        String text,
        String source,
        String metric,
        Map<String, List<Object>> where,
        String nullModel,
        Question question,
        Region expected) {

    /** What is measured, of which networks, and what is expected, in one phrase; what tells groups apart is not in it. */
    public String expectation() {
        String only = where.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        entry.getKey() + " " + Numbers.brief(entry.getValue().getFirst()))
                .collect(Collectors.joining(", "));
        return (nullModel.isEmpty() ? "" : nullModel + ": ") + question.words(metric) + " " + expected.words()
                + (only.isEmpty() ? "" : "; of " + only);
    }
}
