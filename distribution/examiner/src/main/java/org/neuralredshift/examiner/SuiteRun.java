package org.neuralredshift.examiner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** One run of a suite, or of some of its checks, by JUnit's launcher as a build would run it. */
final class SuiteRun implements TestExecutionListener {
    /** What JUnit calls a check in the unique ids of tests. */
    private static final Set<String> CHECKS = Set.of("method", "test-factory");
    /** For what goes wrong before the first check begins. */
    private static final String BEFORE = "canBeExamined";

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    private SuiteRun() {}

    /** Runs all checks of a suite; the tally of each by the name of its method. */
    static Map<String, Tally> all(Class<?> suite, Examination examination) {
        return run(List.of(DiscoverySelectors.selectClass(suite)), examination);
    }

    /** Runs one check of a suite. */
    static Map<String, Tally> one(Class<?> suite, String check, Examination examination) {
        return run(List.of(DiscoverySelectors.selectMethod(suite, check)), examination);
    }

    private static Map<String, Tally> run(List<? extends DiscoverySelector> selectors, Examination examination) {
        SuiteRun run = new SuiteRun();
        // Nothing is taken from the context class loader, which is the host's, where there is no JUnit.
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(engines())
                .build();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(new ArrayList<DiscoverySelector>(selectors))
                .enableImplicitConfigurationParameters(false)
                .build();
        examination.around(() -> LauncherFactory.create(config).execute(request, run));
        return run.tallies;
    }

    private static TestEngine[] engines() {
        return ServiceLoader.load(TestEngine.class, SuiteRun.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toArray(TestEngine[]::new);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<String> check = check(test.getUniqueIdObject());
        if (check.isEmpty() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            return; // the engine, or the class
        }
        Tally tally = tallies.computeIfAbsent(check.orElse(BEFORE), Tally::new);
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    tally.pass();
                }
            }
            case ABORTED -> tally.skip(result.getThrowable().orElse(null));
            case FAILED ->
                tally.fail(
                        isCase(test) ? test.getDisplayName() : "",
                        result.getThrowable().orElseThrow());
        }
    }

    private static boolean isCase(TestIdentifier test) {
        return test.getUniqueIdObject().getLastSegment().getType().equals("dynamic-test");
    }

    private static Optional<String> check(UniqueId id) {
        return id.getSegments().stream()
                .filter(segment -> CHECKS.contains(segment.getType()))
                .map(segment -> segment.getValue().replaceAll("\\(.*", ""))
                .findFirst();
    }
}
