package org.neuralredshift.examiner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.engine.examination.Finding;
import org.neuralredshift.engine.examination.Outcome;
import org.neuralredshift.engine.plugin.ExtensionKind;

class SuiteExaminerTest {
    private static final Scalar ZERO = Scalar.of(0);

    private record Function(String id, UnaryOperator<Scalar> function) implements Activation {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("An activation.");
        }

        @Override
        public Scalar apply(Scalar x, Arguments arguments) {
            return function.apply(x);
        }
    }

    private record Idle(Availability probe) implements Backend {
        @Override
        public String id() {
            return "idle";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("A backend.");
        }

        @Override
        public Executable compile(Graph graph) {
            throw new UnsupportedGraphException("idle runs nothing");
        }
    }

    private static Map<String, Finding> examine(Extension extension, Duration limit) {
        List<Finding> findings = new ArrayList<>();
        new SuiteExaminer().examine(Made.plugin(extension, limit), findings::add);
        Map<String, Finding> byCheck = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> finding.subject().equals(ExtensionKind.name(extension)))
                .forEach(finding -> byCheck.put(finding.check(), finding));
        return byCheck;
    }

    private static Map<String, Finding> examine(UnaryOperator<Scalar> function) {
        return examine(new Function("made", function), Duration.ofSeconds(60));
    }

    private static List<String> of(Outcome outcome, Map<String, Finding> findings) {
        return findings.values().stream()
                .filter(finding -> finding.outcome() == outcome)
                .map(Finding::check)
                .sorted()
                .toList();
    }

    @Test
    void aRightActivationPassesAndWhatIsNotApplicableSaysWhy() {
        Map<String, Finding> findings = examine(Scalar::tanh);
        assertEquals(List.of(), of(Outcome.FAILED, findings));
        assertEquals(List.of(), of(Outcome.UNDECIDED, findings));
        assertEquals(List.of(), of(Outcome.UNPROVED, findings));
        assertEquals(List.of("givesWhatItsDefinitionGives", "isTheSameOnEveryBackend"), of(Outcome.SKIPPED, findings));
        assertTrue(findings.get("givesWhatItsDefinitionGives").message().contains("no definition"));
        assertTrue(of(Outcome.PASSED, findings).size() >= 10, findings::toString);
    }

    @Test
    void aWrongActivationFailsTheCheckThatIsThereForItsFault() {
        Map<String, Finding> findings = examine(x -> x.ifEqual(ZERO, ZERO, x.tanh()));
        assertEquals(List.of("hasTheSlopeOfItsDifferences"), of(Outcome.FAILED, findings));
        assertTrue(findings.get("hasTheSlopeOfItsDifferences").message().contains("at 0.0 is 0.0"), findings::toString);
    }

    @Test
    void whatItsAuthorMayDeclareIsUndecided() {
        Map<String, Finding> findings = examine(Scalar::exp);
        assertEquals(List.of(), of(Outcome.FAILED, findings));
        String message = findings.get("isFiniteFarOut").message();
        assertTrue(message.contains("finite up to 20 only") && message.contains("is Infinity"), message);
    }

    @Test
    void aCheckThatDoesNotEndIsReportedAndNoOtherIsBegun() {
        Map<String, Finding> findings = examine(
                new Function("made", x -> {
                    while (!Thread.interrupted()) {
                        Thread.onSpinWait();
                    }
                    return x;
                }),
                Duration.ofSeconds(1));
        assertEquals(1, of(Outcome.FAILED, findings).size(), findings::toString);
        String message = findings.get(of(Outcome.FAILED, findings).getFirst()).message();
        assertTrue(message.contains("not ended within 1 s") && message.contains("SuiteExaminerTest"), message);
        assertTrue(findings.toString().contains("not begun"), findings::toString);
    }

    @Test
    void anErrorOfTheMachineIsTheFaultOfOneCheck() {
        Map<String, Finding> findings = examine(x -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertTrue(of(Outcome.FAILED, findings).size() > 5, findings::toString);
        assertEquals(Outcome.PASSED, findings.get("saysWhatItIs").outcome());
    }

    @Test
    void aBackendThatRefusesAllHasNotPassed() {
        Map<String, Finding> findings = examine(new Idle(Availability.yes("nothing")), Duration.ofSeconds(60));
        assertEquals(
                Outcome.UNDECIDED,
                findings.get("operationsMeanWhatTheirDefinitionsSay").outcome());
        assertEquals(
                Outcome.FAILED, findings.get("agreesWhereNetworksAreStable").outcome());
        Finding training = findings.get("trainsAsTheDefinitionDoes");
        assertEquals(Outcome.UNDECIDED, training.outcome());
        assertTrue(training.message().contains("refuses programs with states"), training.message());
    }

    @Test
    void aBackendThatCannotRunHereIsUnprovedWithItsReason() {
        Map<String, Finding> findings =
                examine(new Idle(Availability.no("there is no such device")), Duration.ofSeconds(60));
        assertEquals(List.of(), of(Outcome.FAILED, findings));
        assertEquals(List.of("isProved"), of(Outcome.UNPROVED, findings));
        assertTrue(findings.get("isProved").message().contains("there is no such device"), findings::toString);
    }
}
