package org.neuralredshift.backends.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Gradient;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cuda.driver.Device;
import org.neuralredshift.backends.cuda.driver.Installation;
import org.neuralredshift.testkit.plain.PlainBackend;
import org.neuralredshift.testkit.plain.Programs;

/** The backend with tensor cores: where it can run, and that it computes with them. */
class CudaSplitTf32BackendTest {
    private static final int POINTS = 40;

    /** A machine with a card of some compute capability. */
    private record OneCard(int major, int minor) implements Surroundings {
        @Override
        public Installation look() {
            Device device = new Device(0, "a card", major, minor, 1, 1_000_000, 1 << 30, 64 * 1024);
            return new Installation.Present(
                    new NullDriver(), new NullCompiler(), List.of(device), "sm_" + major + minor, List.of("a folder"));
        }

        @Override
        public Optional<Path> cache() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> timeline() {
            return Optional.empty();
        }

        @Override
        public void atEnd(Runnable work) {
            throw new AssertionError("nothing is to be done at the end");
        }

        @Override
        public void notice(String text) {
            throw new AssertionError(text);
        }
    }

    /** The gradient of a loss after two layers: products of all kinds, transposed from the left and from the right. */
    private static Graph gradient() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(POINTS, 9));
        Tensor first = graph.weight("first", Shape.of(24, 9), 9, 24, Tensor.Role.WEIGHT);
        Tensor second = graph.weight("second", Shape.of(10, 24), 24, 10, Tensor.Role.WEIGHT);
        Tensor hidden = graph.map(Scalar.input(0).tanh(), graph.matrixProduct(x, graph.transpose(first, 1, 0)));
        Tensor out = graph.matrixProduct(hidden, graph.transpose(second, 1, 0));
        Tensor squares = graph.reshape(graph.map(Scalar.input(0).squared(), out), Shape.of(POINTS * 10));
        Tensor loss = graph.reduce(Tensor.Reduction.SUM, squares, 0);
        return graph.output("f", Gradient.of(graph, loss, List.of(first)).getFirst())
                .build();
    }

    private static Bindings bindings() {
        float[] x = new float[POINTS * 9];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.sin(1 + 3.7 * i);
        }
        return new Bindings()
                .networks(2)
                .input("x", MemorySegment.ofArray(x))
                .weights(new Weights.Drawn(Programs.GLOROT, 5, new long[] {3, 4}, new double[] {1, 2}));
    }

    @Test
    void computesOnTensorCoresWhatTheDefinitionSays() {
        Backend backend = new CudaSplitTf32Backend(new OnTheProcessor());
        Availability availability = backend.probe();
        assertTrue(availability.usable(), availability.detail());
        assertTrue(availability.detail().endsWith("NVRTC 13.0; large products in split TF32 on tensor cores"));
        try (Executable program = backend.compile(gradient())) {
            String text = program.explain();
            assertTrue(text.startsWith("cuda: float32, large products in split TF32 on tensor cores, "), text);
            assertTrue(text.contains("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32"), text);
        }
        float[] expected = Programs.run(new PlainBackend(), gradient(), bindings());
        float largest = 0;
        for (float each : expected) {
            largest = Math.max(largest, Math.abs(each));
        }
        float[] found = Programs.run(backend, gradient(), bindings());
        assertArrayEquals(expected, found, 2e-6f * largest);
    }

    @Test
    void theBackendCudaUsesNone() {
        try (Executable program = new CudaBackend(new OnTheProcessor()).compile(gradient())) {
            assertFalse(program.explain().contains("tf32"), program.explain());
        }
    }

    @Test
    void aCardWithoutTf32IsRefusedAndNotUsedOtherwise() {
        CudaBackend backend = new CudaSplitTf32Backend(new OneCard(7, 5));
        String reason =
                "a card has compute capability 7.5, and tensor cores compute in TF32 from 8.0 on: use the backend cuda";
        assertFalse(backend.probe().usable());
        assertEquals(reason, backend.probe().detail());
        String message = assertThrows(IllegalStateException.class, () -> backend.compile(gradient()))
                .getMessage();
        assertEquals("the backend cuda:split-tf32 cannot run here: " + reason, message);
        assertTrue(new CudaBackend(new OneCard(7, 5)).probe().usable());
        assertTrue(new CudaSplitTf32Backend(new OneCard(8, 0)).probe().usable());
    }
}
