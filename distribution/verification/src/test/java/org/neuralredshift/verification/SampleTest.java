package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    @TempDir
    private Path folder;

    private Nrs.Result sample(String options) {
        return Nrs.run(folder, (Object[]) ("sample --to one --width 8 " + options).split(" +"));
    }

    @Test
    void whoNamesNoMetricGetsThoseOfTheGridAlone() {
        String all = sample("--activation tanh --grid 16").done().out();
        assertTrue(all.contains("fourier ") && all.contains("lz78 "), all);
        assertFalse(all.contains("chebyshev") || all.contains("total-variation"), all);
        String named = sample("--activation tanh --grid 16 --force --metric chebyshev")
                .done()
                .out();
        assertTrue(named.contains("chebyshev") && !named.contains("fourier"), named);
    }

    @Test
    void aMistakeLeavesTheEarlierNetworkAsItWas() {
        sample("--activation tanh --grid 16").done();
        Map<String, String> before = Folders.sums(folder.resolve("one"));
        sample("--activation tanh --grid 16 --depth 1 --force --metric forier").refused("forier", "fourier");
        sample("--activation tanh --grid 3 --depth 1 --force --metric fourier").refused("fourier", "3");
        sample("--activation tanh --grid 16 --depth 1").refused("one", "--force");
        assertEquals(before, Folders.sums(folder.resolve("one")));
    }

    @Test
    void forceReplacesTheNetworkAndKeepsOtherFiles() throws IOException {
        sample("--activation tanh --grid 16").done();
        Files.writeString(folder.resolve("one/notes.txt"), "mine");
        sample("--activation tanh --grid 16 --depth 1 --force").done();
        assertFalse(Files.exists(folder.resolve("one/weights/hidden2.weight.npy")), "the earlier network was deeper");
        assertEquals(4, Folders.count(folder.resolve("one/weights"), ".npy"));
        assertEquals("mine", Files.readString(folder.resolve("one/notes.txt")));
    }

    @Test
    void saysWhyThereIsNoSpectrum() throws IOException {
        Nrs.Result overflow =
                sample("--activation relu --grid 16 --magnitude 1e30").done();
        assertTrue(
                overflow.err().contains("no spectrum.png") && overflow.err().contains("infinite"), overflow::toString);
        assertTrue(Files.readString(folder.resolve("one/network.json")).contains("noSpectrum"));
        Nrs.Result without =
                sample("--activation tanh --grid 16 --metric lz78 --force").done();
        assertTrue(without.err().contains("no metric here has a spectrum"), without::toString);
        Nrs.Result drawn = sample("--activation tanh --grid 16 --force").done();
        assertTrue(
                Files.exists(folder.resolve("one/spectrum.png")) && !drawn.err().contains("spectrum"), drawn::toString);
    }

    @Test
    void aMetricThatTheGridCannotCarryFailsUnlessItWasNamed() {
        Nrs.Result all = sample("--activation tanh --grid 3").done();
        assertTrue(
                all.out().lines().anyMatch(line -> line.contains("fourier") && line.contains("failed")), all::toString);
    }
}
