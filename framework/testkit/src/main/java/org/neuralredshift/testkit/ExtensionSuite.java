package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.parameter.Selection;

/**
 * What holds for every extension: its name, its description, its parameters.
 *
 * @param <E> the service type
 */
@Api(STABLE)
public abstract class ExtensionSuite<E extends Extension> {
    private static final String WORDS = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final Pattern ID = Pattern.compile(WORDS + "(:" + WORDS + ")?");
    private static final Pattern NAME = Pattern.compile(WORDS);

    /** For suites. */
    protected ExtensionSuite() {}

    /** What is examined, at least one; called for each test anew. */
    protected abstract List<? extends E> extensions();

    /**
     * The settings under which an extension is examined: all defaults, then every other word of each choice and both values of
     * each flag, one at a time.
     */
    protected List<Parameters> variants(E extension) {
        List<Parameters> variants =
                new ArrayList<>(List.of(extension.parameters().defaults()));
        for (Parameter parameter : extension.parameters().parameters()) {
            Stream<?> values = switch (parameter.type()) {
                case CHOICE -> parameter.choices().stream();
                case FLAG -> Stream.of(true, false);
                case INTEGER, REAL, EXTENSION, COMPOSITION, TEXT -> Stream.of();
            };
            values.filter(value -> !value.equals(parameter.initial()))
                    .map(value -> extension.parameters().resolve(Map.of(parameter.name(), value)))
                    .forEach(variants::add);
        }
        return variants;
    }

    /** One test for each extension. */
    final Stream<DynamicTest> each(ThrowingConsumer<? super E> check) {
        return extensions().stream()
                .map(extension -> DynamicTest.dynamicTest(extension.id(), () -> check.accept(extension)));
    }

    /** What a test of a variant is called. */
    static String name(Extension extension, Parameters parameters) {
        return Selection.of(extension.id(), extension.parameters(), parameters).text();
    }

    /** There is something to examine, and every id stands for one thing. */
    @Test
    public void everyIdStandsForOneThing() {
        Set<String> ids = new HashSet<>();
        assertFalse(extensions().isEmpty(), "extensions() is empty: list what your plugin provides");
        for (E extension : extensions()) {
            assertTrue(ids.add(extension.id()), "a second extension has the id " + extension.id());
        }
    }

    /** Id, revision and description are lawful and stay what they are. */
    @TestFactory
    public Stream<DynamicTest> saysWhatItIs() {
        return each(extension -> {
            assertTrue(
                    ID.matcher(extension.id()).matches(),
                    () -> "the id is '" + extension.id() + "', but must be lower-case letters, digits and hyphens, with"
                            + " at most one colon before a variant: studies and rows carry it");
            assertTrue(extension.revision() >= 1, () -> "revision " + extension.revision() + ": they count from 1");
            assertFalse(extension.description().summary().isBlank(), "the description has no summary");
            assertEquals(extension.id(), extension.id(), "the id changes from call to call");
            assertEquals(extension.description(), extension.description(), "the description changes from call to call");
        });
    }

    /** Every parameter has a name that a study can write, a help text, and a schema that does not change. */
    @TestFactory
    public Stream<DynamicTest> declaresItsParameters() {
        return each(extension -> {
            assertEquals(extension.parameters(), extension.parameters(), "the schema changes from call to call");
            for (Parameter parameter : extension.parameters().parameters()) {
                assertTrue(
                        NAME.matcher(parameter.name()).matches(),
                        () -> "the parameter '" + parameter.name() + "' must be named by lower-case letters, digits and"
                                + " hyphens");
                assertFalse(parameter.help().isBlank(), () -> "the parameter " + parameter.name() + " has no help");
            }
            for (Parameters variant : variants(extension)) {
                assertEquals(variant, readBack(extension, variant), "what rows say of a variant reads back otherwise");
            }
        });
    }

    private static Parameters readBack(Extension extension, Parameters variant) {
        Selection written = Selection.of(extension.id(), extension.parameters(), variant);
        return Selection.parse(written.text()).resolve(extension.parameters());
    }

    /** Every number at its smallest and at its largest, one at a time, by {@code name=value}. */
    static Map<String, Parameters> bounds(Extension extension) {
        Map<String, Parameters> bounds = new LinkedHashMap<>();
        for (Parameter parameter : extension.parameters().parameters()) {
            boolean isNumber = parameter.type() == Parameter.Type.INTEGER || parameter.type() == Parameter.Type.REAL;
            for (double bound : isNumber ? new double[] {parameter.minimum(), parameter.maximum()} : new double[0]) {
                bounds.put(
                        parameter.name() + "=" + bound,
                        extension.parameters().resolve(Map.of(parameter.name(), bound)));
            }
        }
        return bounds;
    }
}
