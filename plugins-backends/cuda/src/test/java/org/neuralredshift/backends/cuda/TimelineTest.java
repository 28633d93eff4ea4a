package org.neuralredshift.backends.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.backends.cuda.Timeline.Span;
import org.neuralredshift.backends.cuda.Timeline.Work;
import org.neuralredshift.backends.cuda.driver.Installation;

class TimelineTest {
    private static final Pattern SHARES = Pattern.compile(
            "card 0: \\d+\\.\\d{3} s, kernels in (.*) %, copies alone in (.*) %, nothing in (.*) % of them");

    private final List<String> notices = new ArrayList<>();
    private final List<Runnable> ending = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Kernels of two streams overlap for 1 ms of 10, a copy is hidden for half of its 2 ms, and 3 ms nothing is done. */
    @Test
    void sharesCountEachMomentOnce() {
        Timeline timeline = new Timeline(folder.resolve("trace.json"), notices::add);
        timeline.add(new Span(1, 5, Work.COMPUTE, 10, 13));
        timeline.add(new Span(1, 6, Work.COMPUTE, 12, 15));
        timeline.add(new Span(1, 5, Work.DOWNLOAD, 14, 16));
        timeline.add(new Span(1, 5, Work.UPLOAD, 19, 20));
        timeline.write();
        assertEquals(
                List.of("card 1: 0.010 s, kernels in 50.0 %, copies alone in 20.0 %, nothing in 30.0 % of them"),
                notices);
    }

    @Test
    void whatTheFileCannotHoldCountsInTheSharesAndIsTold() throws IOException {
        Path file = folder.resolve("trace.json");
        Timeline timeline = new Timeline(file, notices::add, 2);
        timeline.add(new Span(0, 5, Work.COMPUTE, 0, 1));
        timeline.add(new Span(0, 5, Work.DOWNLOAD, 1, 2));
        timeline.add(new Span(0, 5, Work.COMPUTE, 2, 3));
        timeline.add(new Span(2, 5, Work.UPLOAD, 0, 1000));
        timeline.write();
        assertEquals(
                List.of(
                        "card 0: 0.003 s, kernels in 66.7 %, copies alone in 33.3 %, nothing in 0.0 % of them",
                        "card 2: 1.000 s, kernels in 0.0 %, copies alone in 100.0 %, nothing in 0.0 % of them",
                        "2 later spans are in these shares, but not in " + file + ", which holds 2"),
                notices);
        assertEquals("""
                {"traceEvents":[
                {"name":"compute","ph":"X","pid":0,"tid":5,"ts":0.000,"dur":1000.000},
                {"name":"download","ph":"X","pid":0,"tid":5,"ts":1000.000,"dur":1000.000}
                ]}
                """, Files.readString(file));
    }

    @Test
    void whatACardDidIsWrittenAtTheEndOfTheProcess() throws IOException {
        Path file = folder.resolve("trace.json");
        Surroundings timed = new Surroundings() {
            private final OnTheProcessor processor = new OnTheProcessor();

            @Override
            public Installation look() {
                return processor.look();
            }

            @Override
            public Optional<Path> cache() {
                return processor.cache();
            }

            @Override
            public Optional<Path> timeline() {
                return Optional.of(file);
            }

            @Override
            public void atEnd(Runnable work) {
                ending.add(work);
            }

            @Override
            public void notice(String text) {
                notices.add(text);
            }
        };
        GraphBuilder graph = new GraphBuilder();
        graph.output("f", graph.map(Scalar.input(0).times(2), graph.networkScalar("factor")));
        float[] found = new float[2];
        try (Executable program = new CudaBackend(timed).compile(graph.build());
                Session session = program.open(2)) {
            session.run(new Bindings()
                    .networks(2)
                    .scalar("factor", new float[] {3, 4})
                    .output("f", MemorySegment.ofArray(found)));
        }
        assertEquals(8, found[1]);
        assertEquals(List.of(), notices);
        assertEquals(1, ending.size());
        ending.getFirst().run();
        assertEquals(1, notices.size(), notices::toString);
        Matcher shares = SHARES.matcher(notices.getFirst());
        assertTrue(shares.matches(), notices::toString);
        double sum = IntStream.rangeClosed(1, 3)
                .mapToDouble(group -> Double.parseDouble(shares.group(group)))
                .sum();
        assertEquals(100, sum, 0.2, notices::toString);
        String trace = Files.readString(file);
        for (String name : List.of("upload", "compute", "download")) {
            assertEquals(2, trace.split("\"name\":\"" + name + "\"", -1).length, trace);
        }
    }
}
