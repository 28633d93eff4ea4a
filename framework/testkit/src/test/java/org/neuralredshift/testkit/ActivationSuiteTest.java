package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.plain.PlainBackend;

/** A right activation passes, and each wrong one fails the test that is there for its fault. */
class ActivationSuiteTest {
    private static final Scalar ZERO = Scalar.of(0);
    private static final ParameterSchema FACTOR =
            ParameterSchema.of(Parameter.real("factor", 1, Origin.ASSUMED, 0.5, 2, "", "what x is multiplied by"));

    private record Made(String id, ParameterSchema parameters, BiFunction<Scalar, Arguments, Scalar> function)
            implements Activation {
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
            return function.apply(x, arguments);
        }
    }

    private static List<Activation> plain(BiFunction<Scalar, Arguments, Scalar> function) {
        return List.of(new Made("made", ParameterSchema.EMPTY, function));
    }

    private static List<Activation> withFactor(BiFunction<Scalar, Arguments, Scalar> function) {
        return List.of(new Made("made", FACTOR, function));
    }

    private static void assertFails(Class<? extends ActivationSuite> suite, String... methods) {
        assertEquals(Set.of(methods), Outcome.of(suite).failures().keySet());
    }

    static class Right extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return withFactor((x, arguments) ->
                    x.times(arguments.get("factor")).tanh().plus(x.max(ZERO)).plus(x.abs()));
        }

        @Override
        protected OptionalDouble definition(Activation activation, Parameters parameters, double x) {
            return OptionalDouble.of(Math.tanh(parameters.real("factor") * x) + Math.max(x, 0) + Math.abs(x));
        }

        @Override
        protected List<Backend> backends() {
            return List.of(new PlainBackend());
        }
    }

    @Test
    void aRightActivationPasses() {
        Outcome outcome = Outcome.of(Right.class);
        assertEquals(Map.of(), outcome.failures());
        assertTrue(outcome.passed() >= 12, outcome.passed() + " tests");
    }

    static class ConstantAtZero extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return plain((x, none) -> x.ifEqual(ZERO, ZERO, x.tanh()));
        }
    }

    @Test
    void aSelectionThatTakesAConstantHasTheWrongSlope() {
        assertFails(ConstantAtZero.class, "hasTheSlopeOfItsDifferences");
    }

    static class NoSlopeAtZero extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return plain((x, none) ->
                    x.ifLess(Scalar.of(-1e9), x.negated(), x.squared().sqrt()));
        }

        @Override
        protected double farthest(Activation activation) {
            return 1e9;
        }
    }

    @Test
    void anExpressionWithoutASlopeAtAKinkIsFound() {
        assertTrue(Outcome.of(NoSlopeAtZero.class).failures().containsKey("hasTheSlopeOfItsDifferences"));
    }

    static class EatsNotANumber extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return plain((x, none) -> ZERO.ifLess(x, x, ZERO));
        }
    }

    @Test
    void aSelectionThatMakesANumberOfNotANumberIsFound() {
        assertFails(EatsNotANumber.class, "keepsNotANumber");
    }

    static class Overflows extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return plain((x, none) -> x.exp());
        }
    }

    static class OverflowsAsDeclared extends Overflows {
        @Override
        protected double farthest(Activation activation) {
            return 80;
        }
    }

    @Test
    void overflowIsFoundUnlessItIsDeclared() {
        assertTrue(Outcome.of(Overflows.class).failures().containsKey("isFiniteFarOut"));
        assertFails(OverflowsAsDeclared.class);
    }

    static class OverflowsInTheOtherBranch extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return plain((x, none) -> x.ifLess(ZERO, x.exp().minus(1), x));
        }
    }

    @Test
    void overflowInABranchThatIsNotTakenIsFound() {
        Outcome outcome = Outcome.of(OverflowsInTheOtherBranch.class);
        assertEquals(
                Set.of("isFiniteFarOut", "isTheSameInFloat32"),
                outcome.failures().keySet());
        assertTrue(outcome.failures().get("isTheSameInFloat32").contains("exp(min(0, x))"), outcome::toString);
    }

    static class LosesDigits extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return plain((x, none) -> x.tanh().plus(1000).minus(1000));
        }
    }

    @Test
    void aFunctionThatFloat32RoundsAwayIsFound() {
        assertFails(LosesDigits.class, "isTheSameInFloat32");
    }

    static class Changes extends ActivationSuite {
        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        protected List<Activation> extensions() {
            return plain((x, none) ->
                    CALLS.incrementAndGet() % 2 == 0 ? x.tanh() : x.tanh().times(1));
        }
    }

    @Test
    void anExpressionThatChangesIsFound() {
        assertFails(Changes.class, "isTracedTheSameEachTime");
    }

    static class UnlikeItsDefinition extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return plain((x, none) -> x.tanh());
        }

        @Override
        protected OptionalDouble definition(Activation activation, Parameters parameters, double x) {
            return OptionalDouble.of(Math.sin(x));
        }
    }

    @Test
    void aValueThatIsNotThatOfItsDefinitionIsFound() {
        assertFails(UnlikeItsDefinition.class, "givesWhatItsDefinitionGives");
    }

    static class IgnoresItsParameter extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return withFactor((x, arguments) -> x.tanh());
        }
    }

    static class WantsAConstant extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return withFactor((x, arguments) ->
                    x.times(((Scalar.Constant) arguments.get("factor")).value()).tanh());
        }
    }

    @Test
    void aParameterThatDoesNothingOrCannotComeAtRunTimeIsFound() {
        assertFails(IgnoresItsParameter.class, "everyParameterMattersAndItsBoundsAreSafe");
        assertFails(WantsAConstant.class, "takesItsParametersAtRunTime");
    }

    static class OnAWrongBackend extends Right {
        @Override
        protected List<Backend> backends() {
            return List.of(new SpoiledBackend(values -> values[70] += 1e-4f));
        }
    }

    @Test
    void aBackendThatDisagreesIsFound() {
        assertFails(OnAWrongBackend.class, "isTheSameOnEveryBackend");
    }

    static class IsNotNamedLawfully extends ActivationSuite {
        @Override
        protected List<Activation> extensions() {
            return List.of(new Made("My Tanh", ParameterSchema.EMPTY, (x, none) -> x.tanh()));
        }
    }

    @Test
    void anUnlawfulIdIsFound() {
        assertFails(IsNotNamedLawfully.class, "saysWhatItIs");
    }
}
