package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "activations, relu gelu swish selu tanh gaussian sine sigmoid leaky-relu elu softplus mish hard-swish",
        "activations, tanh-gelu softsign abs snake sinc gabor beta-swish identity",
        "layers, dense layer-norm residual gating prefactor fourier-lattice fourier-features positional-encoding",
        "metrics, fourier fourier:prototype chebyshev legendre hermite total-variation dirichlet",
        "metrics, lz78 lzw lz76 lz76:dingle",
        "tasks, random-functions",
        "backends, reference cpu cuda cuda:split-tf32",
        "studies, figure1 figure3 figure4 figure5 figure6 table1 sampling width bias prototype-heatmaps",
        "studies, figure7 figure8 figure9 initialisation-and-after parity image-fitting guess-and-check escape modulo-settings"
    })
    void listsWhatShips(String kind, String ids) {
        String out = Nrs.run(folder, "list", kind).done().out();
        for (String id : ids.split(" ")) {
            assertTrue(out.lines().anyMatch(line -> line.strip().startsWith(id + " ")), id + " in\n" + out);
        }
    }

    @Test
    void noPluginThatShipsIsRejected() {
        String out = Nrs.run(folder, "list", "plugins", "--json").done().out();
        assertTrue(!out.contains("\"rejected\""), out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activation/gelu",
                "layer/dense",
                "layer/layer-norm",
                "metric/fourier",
                "metric/fourier:prototype",
                "metric/lz78",
                "metric/lz76:dingle",
                "dataset/modulo-addition",
                "dataset/coloured-digits",
                "task/random-functions",
                "task/learning",
                "task/guess-and-check",
                "backend/cpu",
                "backend/cuda",
                "backend/cuda:split-tf32",
                "study/figure4"
            })
    void describes(String thing) {
        assertTrue(Nrs.run(folder, "describe", thing).done().out().lines().count() > 2);
    }

    @Test
    void marksWhatThePaperLeavesOpen() {
        String out = Nrs.run(folder, "describe", "task/random-functions").done().out();
        assertTrue(out.lines().anyMatch(line -> line.contains("depth") && line.contains("assumed")), out);
        assertTrue(out.lines().anyMatch(line -> line.contains("magnitude") && line.contains("paper")), out);
    }

    @Test
    void theDoctorTriesEveryBackend() {
        String out = Nrs.run(folder, "doctor").done().out();
        for (String backend : new String[] {"cpu", "reference"}) {
            assertTrue(out.matches("(?s).*\n  " + backend + " +usable +first use [0-9.]+ s .*"), out);
        }
    }

    @Test
    void commandsThatLoadNoPluginSayNothingOnStandardError() {
        assertEquals("", Nrs.run(folder, "--help").done().err());
    }
}
