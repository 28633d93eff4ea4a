package org.neuralredshift.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What became of a suite.
 *
 * @param passed how many tests did
 * @param failures the first message of each method of the suite that failed
 */
record Outcome(int passed, Map<String, String> failures) {
    private static final Pattern METHOD = Pattern.compile("\\[(?:method|test-factory):([A-Za-z0-9]+)\\(");

    /** Runs a test class as a build would. */
    static Outcome of(Class<?> suite) {
        Map<String, String> failures = new TreeMap<>();
        int[] passed = new int[1];
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                switch (result.getStatus()) {
                    case SUCCESSFUL -> passed[0] += test.isTest() ? 1 : 0;
                    case ABORTED -> {}
                    case FAILED ->
                        failures.putIfAbsent(
                                method(test),
                                result.getThrowable().orElseThrow().toString());
                }
            }
        };
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(suite))
                                .build(),
                        listener);
        return new Outcome(passed[0], failures);
    }

    private static String method(TestIdentifier test) {
        Matcher matcher = METHOD.matcher(test.getUniqueId());
        return matcher.find() ? matcher.group(1) : test.getUniqueId();
    }
}
