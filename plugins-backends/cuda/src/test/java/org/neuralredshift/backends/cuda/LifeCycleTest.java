package org.neuralredshift.backends.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.backends.cuda.driver.DriverException;
import org.neuralredshift.backends.cuda.driver.Installation;
import org.neuralredshift.backends.cuda.program.Products;

/** What is taken of a card is given back, whatever fails, and a failure is told. */
class LifeCycleTest {
    private static final int POINTS = 3;
    private static final int NETWORKS = 4;
    /** A quarter of it is room for a network or two, with outputs of two chunks: seven or eight times 256 bytes. */
    private static final int CHUNK_BYTES = 4 * 3 * 1024;

    private static final Initialisation UNIFORM =
            new Initialisation(Initialisation.Distribution.UNIFORM, Initialisation.Scale.GLOROT, 1, true, false, 3);

    private final List<String> notices = new ArrayList<>();
    private boolean timed;

    @TempDir
    private Path folder;

    /** A product, an index, a state that counts. */
    private static Graph graph() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(POINTS, 2));
        Tensor weight = graph.weight("w", Shape.of(2, 1), 2, 1, Tensor.Role.WEIGHT);
        Tensor.State state = graph.state("count", Shape.of(1));
        graph.update(state, graph.map(Scalar.input(0).plus(1), state));
        Tensor product = graph.matrixProduct(x, weight);
        Tensor factor = graph.networkScalar("factor");
        graph.output("f", graph.map(Scalar.input(0).times(Scalar.input(1)), product, factor));
        return graph.build();
    }

    private static Bindings bindings() {
        return new Bindings()
                .networks(NETWORKS)
                .steps(2)
                .input("x", MemorySegment.ofArray(new float[2 * POINTS]))
                .scalar("factor", new float[NETWORKS])
                .weights(new Weights.Drawn(UNIFORM, 1, new long[NETWORKS], new double[NETWORKS]))
                .output("f", MemorySegment.ofArray(new float[NETWORKS * POINTS]));
    }

    private Card card(NullDriver driver) {
        return new Card(
                new Installation.Present(driver, new NullCompiler(), List.of(NullDriver.DEVICE), "sm_90", List.of()),
                NullDriver.DEVICE,
                Optional.empty(),
                timed ? new Timeline(folder.resolve("trace.json"), notices::add) : null,
                notices::add);
    }

    /** A whole life: everything of a session is called. */
    private void live(NullDriver driver) {
        try (Card card = card(driver);
                Executable program = new CudaExecutable(List.of(card), graph(), Products.FLOAT32, new AtomicInteger());
                Session session = program.open(NETWORKS);
                Arena arena = Arena.ofConfined()) {
            session.write("count", MemorySegment.ofArray(new float[NETWORKS]));
            session.run(bindings());
            session.run(bindings().output("f", session.memory(NETWORKS * POINTS * Float.BYTES, arena)));
            session.read("count", MemorySegment.ofArray(new float[NETWORKS]));
        }
    }

    /** A card with room for one or all networks at once. */
    private static NullDriver driver(boolean inChunks) {
        NullDriver driver = new NullDriver();
        return inChunks ? driver.bytes(CHUNK_BYTES, CHUNK_BYTES) : driver;
    }

    @ParameterizedTest(name = "with a timeline: {0}, in chunks: {1}")
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void everythingIsGivenBack(boolean withTimeline, boolean inChunks) {
        timed = withTimeline;
        NullDriver driver = driver(inChunks);
        live(driver);
        assertEquals(Map.of(), driver.held());
        assertEquals(List.of(), notices);
    }

    /** Each call in turn: the error is told with its name, and nothing stays behind. */
    @ParameterizedTest(name = "with a timeline: {0}, in chunks: {1}")
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void aCallThatFailsIsToldAndLeaksNothing(boolean withTimeline, boolean inChunks) {
        timed = withTimeline;
        NullDriver whole = driver(inChunks);
        live(whole);
        assertEquals(inChunks, whole.calls().containsAll(List.of("await", "finish")), () -> "" + whole.calls());
        int count = whole.calls().size();
        assertTrue(count > 30, () -> "only " + count + " calls: " + whole.calls());
        for (int index = 0; index < count; index++) {
            NullDriver driver = driver(inChunks).failingAt(index);
            String call = whole.calls().get(index);
            DriverException failure = assertThrows(DriverException.class, () -> live(driver), call);
            String message = failure.getMessage();
            assertTrue(message.contains(call) && message.contains("CUDA_ERROR_UNKNOWN"), message);
            assertEquals(Map.of(), driver.held(), "call " + index + ", " + call);
        }
    }

    /**
     * Every call that may be short of memory: less is tried, or the run ends; never is a network blamed, and nothing stays behind.
     * What a card calls to be taken into use and to be given back is its backend's to judge.
     */
    @ParameterizedTest(name = "in chunks: {0}")
    @ValueSource(booleans = {false, true})
    void tooLittleMemoryAtAnyCallEndsTheRunAndLeaksNothing(boolean inChunks) {
        NullDriver whole = driver(inChunks);
        live(whole);
        List<String> ended = new ArrayList<>();
        for (int index = 1; index < whole.calls().size() - 1; index++) {
            NullDriver driver = driver(inChunks).failingAt(index, DriverException.OUT_OF_MEMORY);
            String call = whole.calls().get(index);
            try {
                live(driver);
            } catch (BackendLostException e) {
                ended.add(call);
                assertTrue(e.getMessage().startsWith("the card no card has too little free memory, for " + call), call);
            }
            assertEquals(Map.of(), driver.held(), "call " + index + ", " + call);
        }
        assertTrue(
                ended.containsAll(List.of("loadModule", "createStream", "allocateHost", "synchronize")),
                () -> "the run ended at " + ended);
    }

    /** Neither the first allocation, of what is kept, nor that of a chunk of one can be smaller. */
    @Test
    void aChunkOfOneThatFindsNoMemoryEndsTheRunAndTheCardIsGoodForTheNext() {
        NullDriver driver = new NullDriver();
        try (Card card = card(driver);
                Executable program =
                        new CudaExecutable(List.of(card), graph(), Products.FLOAT32, new AtomicInteger())) {
            int before = driver.calls().size();
            program.open(1).close();
            int last = before
                    + driver.calls().subList(before, driver.calls().size()).lastIndexOf("allocate");
            int again = driver.calls().size() + last - before;
            driver.failingAt(again, DriverException.OUT_OF_MEMORY);
            assertThrows(BackendLostException.class, () -> program.open(1));
            program.open(1).close();
        }
        assertEquals(Map.of(), driver.held());
    }

    @Test
    void lessMemoryThanTheDriverSaidMeansSmallerChunksAndANotice() {
        NullDriver whole = new NullDriver();
        live(whole);
        int second = whole.calls().lastIndexOf("allocate");
        NullDriver driver = new NullDriver().failingAt(second, DriverException.OUT_OF_MEMORY);
        live(driver);
        assertEquals(List.of("too little memory on the card for 4 networks at once: going on with 2"), notices);
        assertEquals(Map.of(), driver.held());
    }

    /** A launch, too, may need memory: the chunk is begun anew with half of its networks. */
    @Test
    void aLaunchThatIsShortOfMemoryIsRepeatedWithFewerNetworks() {
        NullDriver whole = new NullDriver();
        live(whole);
        int launch = whole.calls().indexOf("launch");
        NullDriver driver = new NullDriver().failingAt(launch, DriverException.OUT_OF_MEMORY);
        live(driver);
        assertEquals(1, notices.size(), notices::toString);
        assertTrue(driver.calls().size() > whole.calls().size(), "two chunks take more calls than one");
        assertEquals(Map.of(), driver.held());
    }

    @Test
    void aProgramThatNeedsMoreThanTheCardHasIsRefused() {
        NullDriver driver = new NullDriver().bytes(1000, 1000);
        String message =
                assertThrows(IllegalArgumentException.class, () -> live(driver)).getMessage();
        assertTrue(message.contains("0 MiB of memory") && message.contains("fewer points"), message);
        assertEquals(Map.of(), driver.held());
    }

    @Test
    void aProgramThatNeedsMoreThanOthersLeftEndsTheRun() {
        NullDriver driver = new NullDriver().bytes(1 << 30, 1000);
        String message =
                assertThrows(BackendLostException.class, () -> live(driver)).getMessage();
        assertTrue(message.contains("0 MiB of 1024 MiB are free") && message.contains("fewer threads"), message);
        assertEquals(Map.of(), driver.held());
    }

    /** What fails on a card that is lost fails while closing, too; the first failure is the one that is told. */
    @Test
    void aSessionIsClosedThoughNothingWorksAnyMore() {
        NullDriver driver = new NullDriver();
        try (Card card = card(driver);
                Executable program =
                        new CudaExecutable(List.of(card), graph(), Products.FLOAT32, new AtomicInteger())) {
            Session session = program.open(NETWORKS);
            driver.failingAt(driver.calls().size() + 1);
            Assertions.assertThrows(DriverException.class, session::close);
            session.close();
        }
        assertEquals(Map.of(), driver.held());
    }
}
