package org.neuralredshift.backends.cuda.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.neuralredshift.backends.cuda.host.HostCards;
import org.neuralredshift.backends.cuda.host.HostToolkit;

/** What is said of a machine, with libraries whose card is the processor, and with files that are none. */
@Isolated("the cards on the processor are those of every test")
class DiscoveryTest {
    @TempDir
    private static Path empty;

    @TempDir
    private Path folder;

    private static LibrarySearch search(Path... folders) {
        return LibrarySearch.in(List.of(folders));
    }

    private static Installation look(LibrarySearch search, Map<String, String> environment) {
        return new Discovery(search, environment, new Loader.OfNativeCode()).look();
    }

    private static String missing(Installation installation) {
        return ((Installation.Missing) installation).reason();
    }

    @BeforeAll
    static void warmUp() {
        look(search(empty), Map.of());
    }

    @Test
    void withoutADriverItSaysWhereToNameOneAndLoadsNothing() {
        Installation found = new Discovery(search(folder), Map.of(), new Refusing()).look();
        assertTrue(missing(found).startsWith("no driver of an NVIDIA card was found"), missing(found));
        assertTrue(missing(found).contains("NRS_CUDA_LIBRARIES"), missing(found));
        assertTrue(found.findings().stream().anyMatch(line -> line.contains(folder.toString())), found.toString());
    }

    @Test
    void findsACardWithItsCompiler() {
        Installation.Present found = (Installation.Present) look(search(HostToolkit.folder()), Map.of());
        assertEquals("sm_90", found.architecture());
        assertEquals(
                "the processor as a card, compute capability 9.0, 1 multiprocessor of 1000 MHz, 1024 MiB; driver for CUDA 13.0, NVRTC 13.0",
                found.summary());
        assertTrue(
                found.findings()
                        .contains(
                                "card 0: the processor as a card, compute capability 9.0, 1 multiprocessor of 1000 MHz, 1024 MiB"),
                found.findings()::toString);
    }

    @Test
    void withoutACompilerItSaysSo() throws IOException {
        Files.copy(HostToolkit.folder().resolve("libcuda.so.1"), folder.resolve("libcuda.so.1"));
        String reason = missing(look(search(folder), Map.of()));
        assertTrue(reason.startsWith("there is the processor as a card, but no compiler for it"), reason);
        assertTrue(reason.contains("libnvrtc.so.13 or libnvrtc.so.12"), reason);
    }

    @Test
    void aCardThatIsNotThereIsNamed() {
        String reason = missing(look(search(HostToolkit.folder()), Map.of("NRS_CUDA_DEVICE", "3")));
        assertEquals("there is no card 3, only 0 to 0: change NRS_CUDA_DEVICE", reason);
    }

    @Test
    void cardsOfOneKindAreTakenAllOrThoseThatAreNamed() {
        LibrarySearch libraries = search(HostToolkit.folder());
        HostCards.count(3);
        try {
            assertEquals(List.of(0, 1, 2), ordinals(look(libraries, Map.of())));
            assertEquals(List.of(2, 0), ordinals(look(libraries, Map.of("NRS_CUDA_DEVICE", " 2, 0"))));
            String reason = missing(look(libraries, Map.of("NRS_CUDA_DEVICE", "1,7")));
            assertEquals("there is no card 7, only 0 to 2: change NRS_CUDA_DEVICE", reason);
        } finally {
            HostCards.count(1);
        }
    }

    private static List<Integer> ordinals(Installation found) {
        return ((Installation.Present) found)
                .devices().stream().map(Device::ordinal).toList();
    }

    @Test
    void resultsOfCardsDifferOnlyWhereTheirKindDoes() {
        Device card = new Device(0, "a card", 9, 0, 132, 1_980_000, 1L << 37, 227 << 10);
        assertTrue(card.isOfTheKindOf(new Device(1, "a card", 9, 0, 132, 1_700_000, 1L << 36, 227 << 10)));
        assertFalse(card.isOfTheKindOf(new Device(1, "another", 9, 0, 132, 1_980_000, 1L << 37, 227 << 10)));
        assertFalse(card.isOfTheKindOf(new Device(1, "a card", 8, 6, 132, 1_980_000, 1L << 37, 99 << 10)));
    }

    @Test
    void unnamedCardsOfAnotherKindAreLeftOutAndTold() {
        Device card = new Device(0, "a card", 9, 0, 132, 1_980_000, 1L << 37, 227 << 10);
        Device other = new Device(1, "another", 8, 6, 84, 1_700_000, 1L << 35, 99 << 10);
        Device twin = new Device(2, "a card", 9, 0, 132, 1_980_000, 1L << 37, 227 << 10);
        List<String> findings = new ArrayList<>();
        assertEquals(List.of(card, twin), Discovery.ofOneKind(List.of(card, other, twin), findings));
        assertEquals(
                List.of(
                        "card 1 is left out, for it is of another kind than card 0: results may differ in their last bits;"
                                + " NRS_CUDA_DEVICE names cards"),
                findings);
    }

    @Test
    void aFileThatIsNoLibraryIsAReasonNotAnException() throws IOException {
        Files.writeString(folder.resolve("libcuda.so.1"), "no library");
        String reason = missing(look(search(folder), Map.of()));
        assertTrue(reason.contains(folder.resolve("libcuda.so.1").toString()), reason);
    }

    @Test
    void aCompilerNewerThanTheDriverIsPassedOver() {
        Path libraries = HostToolkit.folder();
        Loader newer = new Loader() {
            @Override
            public Driver driver(Path path) {
                return new NativeDriver(path);
            }

            @Override
            public Compiler compiler(Path path, Optional<Path> builtins) {
                return new Newer(path);
            }
        };
        Installation found = new Discovery(search(libraries), Map.of(), newer).look();
        assertTrue(
                missing(found).contains("NVRTC 14.0 is newer than the driver, which supports CUDA 13.0"),
                missing(found));
    }

    private record Refusing() implements Loader {
        @Override
        public Driver driver(Path path) {
            throw new AssertionError("loads " + path);
        }

        @Override
        public Compiler compiler(Path path, Optional<Path> builtins) {
            throw new AssertionError("loads " + path);
        }
    }

    private record Newer(Path path) implements Compiler {
        @Override
        public String version() {
            return "NVRTC 14.0";
        }

        @Override
        public int major() {
            return 14;
        }

        @Override
        public Optional<String> architecture(Device device) {
            return Optional.of("sm_90");
        }

        @Override
        public byte[] compile(String source, List<String> options, String architecture) {
            throw new AssertionError("compiles");
        }
    }
}
