package org.neuralredshift.examiner;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.neuralredshift.engine.examination.Examiner;
import org.neuralredshift.engine.examination.Finding;
import org.neuralredshift.engine.examination.Outcome;
import org.neuralredshift.engine.examination.Subject;
import org.neuralredshift.engine.plugin.ExtensionKind;

/** Runs the suite of each extension with nothing declared, and what fails once more with what may be declared. */
public final class SuiteExaminer implements Examiner {
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
            examine(suite(kind), Declaration.of(kind), examination(name, subject), name, findings);
        }
    }

    private static Examination examination(String name, Subject subject) {
        return new Examination(name, subject, Declaration.NONE, new Patience(subject.limit()));
    }

    private static Class<?> suite(ExtensionKind kind) {
        return switch (kind) {
            case ACTIVATION -> ActivationChecks.class;
            case LAYER -> LayerChecks.class;
            case METRIC -> MetricChecks.class;
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
