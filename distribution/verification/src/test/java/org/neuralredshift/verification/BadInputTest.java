package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake: exit code 2, no stack trace, and a message that names the thing. */
class BadInputTest {
    @TempDir
    private Path folder;

    private static final String MISTAKES = """
            frobnicate                                              | frobnicate
            list activation_s                                       | activation_s activations
            describe metric/fourrier                                | fourrier fourier
            reproduce figure44                                      | figure44 figure4
            run missing.yaml --out out                              | missing.yaml
            run small.yaml --out out --set parameters.activation=rely | rely relu
            run small.yaml --out out --set parameters.activatoin=relu | activatoin activation
            run small.yaml --out out --set parameters.depth=-1      | depth -1
            run small.yaml --out out --set parameters.depth=1001    | depth 1001
            run small.yaml --out out --set parameters.width=-4      | width -4
            run small.yaml --out out --set parameters.width=60000   | width 60000 16384
            run small.yaml --out out --set parameters.depth=1000 --set parameters.width=16384 | width 1000 16384
            run small.yaml --out out --set parameters.layers=mlp+gatin | gatin gating
            run small.yaml --out out --set parameters.read-out=layer-norm | read-out output/layer-norm 2] 1]
            run small.yaml --out out --set parameters.activation=snake[frequncy=2] | frequncy frequency
            sample --layers mlp+gatin --to out                      | gatin gating
            sample --layers residual,activation --to out            | layers hidden1/residual
            run small.yaml --out out --set parameters.grid=3        | fourier 3
            sample --activation relu --width 60000 --to out         | width 60000 16384
            run small.yaml --out out --set parameters.width=wide    | width wide
            run small.yaml --out out --set parameters.depth=range(5,1) | depth range(5,1)
            run small.yaml --out out --set parameters.magnitude=logspace(-1,1,3) | magnitude logspace
            run small.yaml --out out --set parameters.depth=[]      | depth
            run small.yaml --out out --set seeds=0                  | seeds 0
            run small.yaml --out out --set metrics=[forier]         | forier fourier
            run small.yaml --out out --set nonsense                 | nonsense
            run small.yaml --out out --backend gpu                  | gpu reference
            run small.yaml --out out --threads -1                   | threads -1
            run small.yaml --out missing --resume                   | missing
            sample --activation relux --to out                      | relux relu
            sample --activation relu --depth -1 --to out            | depth -1
            sample --activation relu                                | --to
            sample --weights foo --to out                           | --weights foo uniform
            sample --seed abc --to out                              | --seed abc whole
            bench --set foo=1                                       | foo magnitude
            bench --train adam --measure-on backend                 | --train --measure-on
            bench --measure-on gpu                                  | gpu host
            run small.yaml --set study=../out                       | study ../out
            run small.yaml --out out --set figures=[{"kind":"lins"}]    | figures lins lines
            measure missing.npy                                     | missing.npy
            measure small.yaml                                      | small.yaml
            report missing                                          | missing
            """;

    /** The command, and the words of its message. */
    @TestFactory
    Stream<DynamicTest> isRefusedByName(@TempDir Path work) throws IOException {
        SmallStudy.quick(folder);
        List<String[]> mistakes =
                MISTAKES.lines().map(line -> line.split(" +[|] +")).toList();
        List<Nrs.Result> results = OneProcess.run(
                folder, work, mistakes.stream().map(mistake -> mistake[0]).toList());
        assertFalse(Files.exists(folder.resolve("out")), "one of them has written");
        return IntStream.range(0, mistakes.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        mistakes.get(i)[0], () -> results.get(i).refused(mistakes.get(i)[1].split(" "))));
    }

    @Test
    void aProcessThatRefusesItsInputEndsWithThatCode() throws IOException {
        SmallStudy.quick(folder);
        Nrs.run(folder, "run", "small.yaml", "--out", "out", "--set", "parameters.activation=rely")
                .refused("rely", "relu");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    task: random-functions\\nparameters:\\n  depth: 1\\n  depht: 2\\n | depht depth 4
                    task: random-function\\n                               | random-function random-functions
                    task: [unclosed\\n                                     | study.yaml
                    just a sentence                                        | study.yaml
                    """)
    void aStudyWithAMistakeIsRefusedWithItsPlace(String text, String words) throws IOException {
        Files.writeString(folder.resolve("study.yaml"), text.replace("\\n", "\n"));
        Nrs.run(folder, "run", "study.yaml", "--out", "out")
                .refused("study.yaml")
                .refused(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'descr': '>f4', 'fortran_order': False, 'shape': (8, 8), }    | 256 | big-endian
                    {'descr': '<f2', 'fortran_order': False, 'shape': (8, 8), }    | 128 | float16
                    {'descr': '<f4', 'fortran_order': False, 'shape': (4, 4, 4), } | 256 | dimensions
                    {'descr': '<f4', 'fortran_order': False, 'shape': (8, 8), }    | 255 | 256
                    {'descr': '<f4', 'fortran_order': False, 'shape': (0, 0), }    | 0   | 0
                    """)
    void aFileThatHoldsNoFunctionIsRefused(String header, int bytes, String word) throws IOException {
        Files.write(folder.resolve("f.npy"), npy(header, new byte[bytes]));
        Nrs.run(folder, "measure", "f.npy", "--metric", "fourier").refused("f.npy", word);
    }

    @Test
    void aNaNInAMeasuredFileIsRefusedWithItsPlace() throws IOException {
        ByteBuffer values = ByteBuffer.allocate(64 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 64; i++) {
            values.putFloat(i == 9 ? Float.NaN : i);
        }
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (8, 8), }";
        Files.write(folder.resolve("f.npy"), npy(header, values.array()));
        Nrs.run(folder, "measure", "f.npy", "--metric", "fourier", "--json").refused("f.npy", "NaN");
    }

    private static byte[] npy(String header, byte[] data) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text)
                .put(data)
                .array();
    }
}
