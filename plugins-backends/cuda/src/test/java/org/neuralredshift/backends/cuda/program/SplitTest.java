package org.neuralredshift.backends.cuda.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.testkit.plain.PlainBackend;

/** Products on tensor cores, run on cores that add as badly as NVIDIA leaves open: within the error that is stated. */
class SplitTest {
    private static final Limits SPLIT = Limits.SMALLEST.with(Products.SPLIT_TF32);

    /** Operands of a product, row-major and not transposed. */
    private record Operands(int rows, int inner, int columns, float[] left, float[] right) {
        /** Rounding of the parts and of what they add up to, relative to the sum of sizes. */
        double relative() {
            return (13 + inner / 16.0) * 0x1p-23;
        }

        /** Fails where a result is not what it may be. */
        void check(float[] found) {
            for (int place = 0; place < rows * columns; place++) {
                double exact = 0;
                double sizes = 0;
                double little = 0;
                float plain = 0;
                boolean isSmall = false;
                for (int k = 0; k < inner; k++) {
                    float a = left[place / columns * inner + k];
                    float b = right[k * columns + place % columns];
                    exact += (double) a * b;
                    sizes += Math.abs((double) a * b);
                    little += 1.0 + Math.abs(a) + Math.abs(b);
                    plain = Math.fma(a, b, plain);
                    isSmall |= (Float.isInfinite(a) && Math.abs(b) < Float.MIN_NORMAL)
                            || (Float.isInfinite(b) && Math.abs(a) < Float.MIN_NORMAL);
                }
                float result = found[place];
                String what =
                        "row " + place / columns + ", column " + place % columns + ": " + result + " for " + exact;
                if (Double.isNaN(exact) || Double.isInfinite(exact)) {
                    assertTrue(Float.compare(plain, result) == 0 || (isSmall && Float.isNaN(result)), what);
                } else if (sizes <= 0x1p127) {
                    assertTrue(Math.abs(result - exact) <= relative() * sizes + 0x1p-124 * little, what);
                } else {
                    assertTrue(
                            Math.abs(result - exact) <= relative() * sizes || result == Math.signum(exact) / 0f, what);
                }
            }
        }
    }

    private static Operands random(int rows, int inner, int columns, Random random) {
        return new Operands(rows, inner, columns, wide(rows * inner, random), wide(inner * columns, random));
    }

    /** Numbers of 20 binary orders of magnitude, a few of them 0. */
    private static float[] wide(int count, Random random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            double size = Math.scalb(1 + random.nextDouble(), random.nextInt(20) - 10);
            numbers[i] = random.nextInt(20) == 0 ? 0 : (float) (random.nextBoolean() ? size : -size);
        }
        return numbers;
    }

    private static float[] transposed(float[] matrix, int rows, int columns) {
        float[] turned = new float[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            turned[i % columns * rows + i / columns] = matrix[i];
        }
        return turned;
    }

    private static float[] run(Limits limits, Graph graph, Bindings bindings, int networks, int size) {
        return run(new HostBackend(limits), graph, bindings, networks, size);
    }

    private static float[] run(Backend backend, Graph graph, Bindings bindings, int networks, int size) {
        float[] found = new float[networks * size];
        try (Executable program = backend.compile(graph);
                Session session = program.open(networks)) {
            session.run(bindings.networks(networks).output("f", MemorySegment.ofArray(found)));
        }
        return found;
    }

    private static void needsACompiler() {
        assumeTrue(Tool.isThere("g++"), "there is no g++ that could compile kernels for the processor");
    }

    /** Each product in a program with the others: tiles that are full and that are not, operands that are transposed and not. */
    @Test
    void isWithinTheStatedErrorForAnySizes() {
        needsACompiler();
        Random random = new Random(20);
        List<Operands> all = List.of(
                random(16, 8, 8, random),
                random(17, 9, 11, random),
                random(70, 37, 33, random),
                random(19, 130, 70, random),
                random(300, 12, 9, random));
        GraphBuilder graph = new GraphBuilder();
        Bindings bindings = new Bindings();
        Map<Operands, float[]> results = new LinkedHashMap<>();
        for (Operands each : all) {
            int number = results.size();
            boolean turnsLeft = number % 2 == 1;
            boolean turnsRight = number % 3 == 1;
            float[] left = turnsLeft ? transposed(each.left, each.rows, each.inner) : each.left;
            float[] right = turnsRight ? transposed(each.right, each.inner, each.columns) : each.right;
            Tensor a = graph.input(
                    "a" + number, turnsLeft ? Shape.of(each.inner, each.rows) : Shape.of(each.rows, each.inner));
            Tensor b = graph.input(
                    "b" + number, turnsRight ? Shape.of(each.columns, each.inner) : Shape.of(each.inner, each.columns));
            Tensor product = graph.matrixProduct(
                    turnsLeft ? graph.transpose(a, 1, 0) : a, turnsRight ? graph.transpose(b, 1, 0) : b);
            graph.output("f" + number, product);
            float[] result = new float[each.rows * each.columns];
            bindings.input("a" + number, MemorySegment.ofArray(left))
                    .input("b" + number, MemorySegment.ofArray(right))
                    .output("f" + number, MemorySegment.ofArray(result));
            results.put(each, result);
        }
        try (Executable program = new HostBackend(SPLIT).compile(graph.build());
                Session session = program.open(1)) {
            assertEquals(6, program.explain().split("in split TF32", -1).length - 1, program.explain());
            session.run(bindings);
        }
        results.forEach(Operands::check);
    }

    /** Infinities, NaN, the largest and smallest numbers, each times each, beside zeros and beside ones. */
    @Test
    void specialNumbersGiveWhatFloat32Gives() {
        needsACompiler();
        float[] special = {
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN,
            Float.intBitsToFloat(0x7f800001),
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            0x1.ffdp127f,
            -0x1.ffep127f,
            0x1p126f,
            0x1.fffffep-1f,
            -1,
            1.0009766f,
            0,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_NORMAL,
            0x1.234566p-110f,
            -0x1.fffp-126f,
            0x1p-126f,
            0x1.abcdeep-60f
        };
        int count = special.length;
        GraphBuilder graph = new GraphBuilder();
        Tensor product =
                graph.matrixProduct(graph.input("a", Shape.of(2 * count, 8)), graph.input("b", Shape.of(8, 2 * count)));
        Graph built = graph.output("f", product).build();
        float[] left = new float[2 * count * 8];
        float[] right = new float[2 * count * 8];
        for (int i = 0; i < 2 * count; i++) {
            for (int k = 0; k < 8; k++) {
                float other = i < count ? 0 : 1;
                left[i * 8 + k] = k == 3 ? special[i % count] : other;
                right[k * 2 * count + i] = k == 3 ? special[i % count] : other;
            }
        }
        Bindings bindings =
                new Bindings().input("a", MemorySegment.ofArray(left)).input("b", MemorySegment.ofArray(right));
        new Operands(2 * count, 8, 2 * count, left, right).check(run(SPLIT, built, bindings, 1, 4 * count * count));
    }

    /** Widths that tiles do not divide, more than a warp takes at once, and a layer that stays in float32 between two that do not. */
    @Test
    void aChainHasTheBitsOfSingleLayersAndANetworkThoseItHasAlone() {
        needsACompiler();
        int points = 45;
        int networks = 3;
        int[] widths = {3, 11, 70, 4, 9, 16, 8, 1};
        GraphBuilder graph = new GraphBuilder();
        Tensor value = graph.input("x", Shape.of(points, widths[0]));
        Random random = new Random(3);
        Map<String, MemorySegment> weights = new LinkedHashMap<>();
        for (int layer = 1; layer < widths.length; layer++) {
            Shape shape = Shape.of(widths[layer], widths[layer - 1]);
            Tensor weight = graph.weight("w" + layer, shape, widths[layer - 1], widths[layer], Tensor.Role.WEIGHT);
            float[] numbers = new float[networks * widths[layer] * widths[layer - 1]];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) (random.nextGaussian() / Math.sqrt(widths[layer - 1]));
            }
            weights.put("w" + layer, MemorySegment.ofArray(numbers));
            value = graph.map(Scalar.input(0).tanh(), graph.matrixProduct(value, graph.transpose(weight, 1, 0)));
        }
        Graph built = graph.output("f", value).build();
        Limits hopper = new Limits(227 * 1024, Products.SPLIT_TF32);
        Limits single = new Limits(0, Products.SPLIT_TF32);
        String chain = Programs.lower(built, hopper).explanation();
        assertTrue(chain.contains("chain of 7 layers") && chain.contains("3 of them in split TF32"), chain);
        assertFalse(Programs.lower(built, single).source().contains("chain_"));

        float[] x = new float[points * widths[0]];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.sin(1 + 3.7 * i);
        }
        Bindings bindings = new Bindings().input("x", MemorySegment.ofArray(x)).weights(new Weights.Given(weights));
        float[] chained = run(hopper, built, bindings, networks, points);
        assertArrayEquals(run(single, built, bindings, networks, points), chained);
        assertArrayEquals(run(new PlainBackend(), built, bindings, networks, points), chained, 2e-6f);
        for (int network = 0; network < networks; network++) {
            Map<String, MemorySegment> own = new LinkedHashMap<>();
            int number = network;
            weights.forEach((name, all) -> {
                long bytes = all.byteSize() / networks;
                own.put(name, all.asSlice(number * bytes, bytes));
            });
            bindings.weights(new Weights.Given(own));
            float[] alone = Arrays.copyOfRange(chained, network * points, (network + 1) * points);
            assertArrayEquals(alone, run(hopper, built, bindings, 1, points));
        }
    }

    @Test
    void whatIsTooSmallForTensorCoresKeepsItsText() {
        Examples.all().forEach((name, graph) -> {
            if (!name.equals("perceptron")) {
                assertEquals(
                        Programs.lower(graph, Limits.SMALLEST).source(),
                        Programs.lower(graph, SPLIT).source(),
                        name);
            }
        });
    }
}
