package org.neuralredshift.backends.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.backends.cuda.driver.Installation;
import org.neuralredshift.backends.cuda.program.Products;

/** Outputs of a chunk go home while the next chunk is computed, and none is lost. */
class OverlapTest {
    private static final int NETWORKS = 7;
    /** A session takes a quarter, which is room for two networks: 256 bytes of factors, and twice 256 of outputs, for each. */
    private static final int BYTES = 4 * 2 * 3 * 256;

    private static Graph graph() {
        GraphBuilder graph = new GraphBuilder();
        return graph.output("f", graph.map(Scalar.input(0).times(2), graph.networkScalar("factor")))
                .build();
    }

    private static Card card(NullDriver driver) {
        return card(driver, null);
    }

    private static Card card(NullDriver driver, @Nullable Timeline timeline) {
        return new Card(
                new Installation.Present(driver, new NullCompiler(), List.of(NullDriver.DEVICE), "sm_90", List.of()),
                NullDriver.DEVICE,
                Optional.empty(),
                timeline,
                notice -> {
                    throw new AssertionError(notice);
                });
    }

    /** Two runs, with numbers of their own; what came home. */
    private static float[] runTwice(NullDriver driver, boolean pinned) {
        float[] found = new float[2 * NETWORKS];
        try (Card card = card(driver);
                Executable program = new CudaExecutable(List.of(card), graph(), Products.FLOAT32, new AtomicInteger());
                Session session = program.open(NETWORKS);
                Arena arena = Arena.ofConfined()) {
            for (int run = 0; run < 2; run++) {
                float[] factors = new float[NETWORKS];
                for (int i = 0; i < NETWORKS; i++) {
                    factors[i] = 10 * run + i + 1;
                }
                MemorySegment output = pinned
                        ? session.memory(NETWORKS * Float.BYTES, arena)
                        : MemorySegment.ofArray(new float[NETWORKS]);
                session.run(new Bindings()
                        .networks(NETWORKS)
                        .scalar("factor", factors)
                        .output("f", output));
                MemorySegment.copy(output, ValueLayout.JAVA_FLOAT, 0, found, run * NETWORKS, NETWORKS);
            }
        }
        assertEquals(Map.of(), driver.held());
        return found;
    }

    private static float[] expected() {
        float[] expected = new float[2 * NETWORKS];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = 2 * (10 * (i / NETWORKS) + i % NETWORKS + 1);
        }
        return expected;
    }

    @ParameterizedTest(name = "stream {0} is late, pinned: {1}")
    @CsvSource({"0, true", "0, false", "1, true", "1, false"})
    void everyOutputComesHomeHoweverStreamsRun(int late, boolean pinned) {
        DelayingDriver driver = new DelayingDriver(late, true);
        driver.bytes(BYTES, BYTES);
        assertArrayEquals(expected(), runTwice(driver, pinned));
    }

    /** Without the waits of streams for each other outputs are overwritten before they are home, or brought before they are there. */
    @ParameterizedTest(name = "stream {0} is late")
    @CsvSource({"0", "1"})
    void streamsThatDoNotWaitLoseOutputs(int late) {
        DelayingDriver driver = new DelayingDriver(late, false);
        driver.bytes(BYTES, BYTES);
        assertFalse(Arrays.equals(expected(), runTwice(driver, true)));
    }

    /** Four chunks: no copy is waited for before the kernels of the next chunk are started, and nothing else is. */
    @Test
    void theHostWaitsForNoChunkBeforeItHasStartedTheNext() {
        NullDriver driver = new NullDriver().bytes(BYTES, BYTES);
        try (Card card = card(driver);
                Executable program = new CudaExecutable(List.of(card), graph(), Products.FLOAT32, new AtomicInteger());
                Session session = program.open(NETWORKS);
                Arena arena = Arena.ofConfined()) {
            Bindings bindings = new Bindings()
                    .networks(NETWORKS)
                    .scalar("factor", new float[NETWORKS])
                    .output("f", session.memory(NETWORKS * Float.BYTES, arena));
            session.run(bindings);
            int before = driver.calls().size();
            session.run(bindings);
            List<String> calls = driver.calls().subList(before, driver.calls().size());
            List<String> between = calls.subList(calls.indexOf("launch"), calls.lastIndexOf("launch"));
            assertEquals(3, between.stream().filter("launch"::equals).count(), calls::toString);
            assertEquals(2, between.stream().filter("download"::equals).count(), calls::toString);
            assertFalse(between.contains("synchronize"), calls::toString);
            assertEquals(2, calls.stream().filter("synchronize"::equals).count(), calls::toString);
        }
        assertEquals(Map.of(), driver.held());
    }

    /** The first stream is the clock's. */
    @Test
    void theTimelineShowsBothStreams(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trace.json");
        Timeline timeline = new Timeline(file, notice -> {});
        NullDriver driver = new NullDriver().bytes(BYTES, BYTES);
        try (Card card = card(driver, timeline)) {
            run(card);
        }
        timeline.write();
        String trace = Files.readString(file);
        for (String span : List.of(
                "upload\",\"ph\":\"X\",\"pid\":0,\"tid\":12,",
                "compute\",\"ph\":\"X\",\"pid\":0,\"tid\":12,",
                "download\",\"ph\":\"X\",\"pid\":0,\"tid\":13,")) {
            assertEquals(1 + 4, trace.split(span, -1).length, trace);
        }
    }

    private static void run(Card card) {
        try (Executable program = new CudaExecutable(List.of(card), graph(), Products.FLOAT32, new AtomicInteger());
                Session session = program.open(NETWORKS)) {
            session.run(new Bindings()
                    .networks(NETWORKS)
                    .scalar("factor", new float[NETWORKS])
                    .output("f", MemorySegment.ofArray(new float[NETWORKS])));
        }
    }

    /** One stream, no moment, one wait. */
    @Test
    void aSingleChunkPaysNothingForThat() {
        NullDriver driver = new NullDriver();
        try (Card card = card(driver);
                Executable program = new CudaExecutable(List.of(card), graph(), Products.FLOAT32, new AtomicInteger());
                Session session = program.open(NETWORKS);
                Arena arena = Arena.ofConfined()) {
            MemorySegment output = session.memory(NETWORKS * Float.BYTES, arena);
            int before = driver.calls().size();
            session.run(new Bindings()
                    .networks(NETWORKS)
                    .scalar("factor", new float[NETWORKS])
                    .output("f", output));
            assertEquals(
                    List.of("use", "upload", "launch", "download", "synchronize"),
                    driver.calls().subList(before, driver.calls().size()));
            assertEquals(1, driver.held().get("stream"));
        }
    }
}
