package org.neuralredshift.examiner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.neuralredshift.engine.examination.Examiner;
import org.neuralredshift.engine.examination.Finding;
import org.neuralredshift.engine.examination.Outcome;
import org.neuralredshift.engine.examination.Subject;
import org.neuralredshift.engine.plugin.ExtensionKind;

/**
 * Runs the suite of each extension with nothing declared, and what fails once more with what may be declared. An extension that
 * no more is known of than that it describes itself is unproved: a backend, say, that cannot run here.
 */
public final class SuiteExaminer implements Examiner {
    /** The checks that hold for any extension that is described, however wrong its results. */
    private static final Set<String> DESCRIPTIVE =
            Set.of("everyIdStandsForOneThing", "saysWhatItIs", "declaresItsParameters", "saysWhetherItCanRun");

    /** For the service loader. */
    public SuiteExaminer() {}

    @Override
    public void examine(Subject subject, Consumer<Finding> findings) {
        String modules = subject.plugin().record().module();
        if (modules.isEmpty()) {
            String reason = "a class-path plugin has no module";
            findings.accept(new Finding("module", "itsModuleIsExplicit", Outcome.SKIPPED, 0, reason));
        } else {
            for (String module : modules.split(",")) {
                Examination examination = examination(module, subject);
                examine(ModuleChecks.class, List.of(), examination, "module " + module, findings);
            }
        }
        for (String name : subject.plugin().record().provides()) {
            ExtensionKind kind =
                    ExtensionKind.of(name.substring(0, name.indexOf('/'))).orElseThrow();
            List<Finding> told = new ArrayList<>();
            examine(suite(kind), Declaration.of(kind), examination(name, subject), name, finding -> {
                told.add(finding);
                findings.accept(finding);
            });
            unproved(name, told).ifPresent(findings);
        }
    }

    private static Optional<Finding> unproved(String name, List<Finding> told) {
        List<Finding> ofItsKind = told.stream()
                .filter(finding -> !DESCRIPTIVE.contains(finding.check()))
                .toList();
        if (ofItsKind.stream().anyMatch(finding -> finding.outcome() != Outcome.SKIPPED)) {
            return Optional.empty();
        }
        String reasons = ofItsKind.stream().map(Finding::message).distinct().collect(Collectors.joining("; "));
        String message = "none of the checks of its kind has run: " + reasons;
        return Optional.of(new Finding(name, "isProved", Outcome.UNPROVED, 0, message));
    }

    private static Examination examination(String name, Subject subject) {
        return new Examination(name, subject, Declaration.NONE, new Patience(subject.limit()));
    }

    private static Class<?> suite(ExtensionKind kind) {
        return switch (kind) {
            case ACTIVATION -> ActivationChecks.class;
            case LAYER -> LayerChecks.class;
            case METRIC -> MetricChecks.class;
            case DATASET -> DatasetChecks.class;
            case TASK -> TaskChecks.class;
            case BACKEND -> BackendChecks.class;
        };
    }

    private static void examine(
            Class<?> suite,
            List<Declaration> declarations,
            Examination examination,
            String name,
            Consumer<Finding> findings) {
        Map<String, Tally> tallies = SuiteRun.all(suite, examination);
        tallies.forEach((check, tally) -> findings.accept(
                tally.hasFailed() ? again(suite, check, tally, declarations, examination, name) : tally.finding(name)));
    }

    /** The check as failed, unless it holds once something is declared that may be. */
    private static Finding again(
            Class<?> suite,
            String check,
            Tally failed,
            List<Declaration> declarations,
            Examination examination,
            String name) {
        for (Declaration declaration : declarations) {
            Tally again = SuiteRun.one(suite, check, examination.declaring(declaration))
                    .get(check);
            if (again != null && again.finding(name).outcome() == Outcome.PASSED) {
                return failed.undecided(name, declaration);
            }
        }
        return failed.finding(name);
    }
}
