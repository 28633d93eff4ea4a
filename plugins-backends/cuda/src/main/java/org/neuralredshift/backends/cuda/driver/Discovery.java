package org.neuralredshift.backends.cuda.driver;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what this machine has: the driver, then a card, then a compiler that both understand. Nothing is loaded before its file
 * is found, so where there is none it costs looking at some file names.
 */
public final class Discovery {
    /** The variable with the numbers of the cards to use, as the driver counts, separated by commas. */
    public static final String CARD = "NRS_CUDA_DEVICE";

    private final LibrarySearch search;
    private final Map<String, String> environment;
    private final Loader loader;
    private final List<String> findings = new ArrayList<>();

    /**
     * @param search where to look
     * @param environment variables of the process
     * @param loader loads what was found
     */
    Discovery(LibrarySearch search, Map<String, String> environment, Loader loader) {
        this.search = search;
        this.environment = environment;
        this.loader = loader;
    }

    /** Looks at this machine. */
    public static Installation ofProcess() {
        return new Discovery(LibrarySearch.ofProcess(), System.getenv(), new Loader.OfNativeCode()).look();
    }

    /** Looks into these folders only. */
    public static Installation in(List<Path> folders) {
        return new Discovery(LibrarySearch.in(folders), Map.of(), new Loader.OfNativeCode()).look();
    }

    /** Looks, once. A failure of what was found is a reason, no exception. */
    Installation look() {
        try {
            return present();
        } catch (MissingException e) {
            return new Installation.Missing(e.reason, findings);
        } catch (DriverException | UncheckedIOException | IllegalArgumentException e) {
            return new Installation.Missing(e.getMessage() + ": see whether nvidia-smi runs", findings);
        } catch (IllegalCallerException e) {
            return new Installation.Missing(
                    "this plugin calls the driver of the card, and nobody allowed native code to it: nrs plugins enable"
                            + " cuda --native",
                    findings);
        }
    }

    private Installation present() {
        Finding libcuda = search.driver();
        Finding nvrtc = search.compiler();
        findings.addAll(libcuda.lines());
        findings.addAll(nvrtc.lines());
        if (libcuda.found().isEmpty()) {
            throw new MissingException("no driver of an NVIDIA card was found ("
                    + String.join(" or ", libcuda.files()) + " in "
                    + libcuda.places().size()
                    + " folders): install one, or name its folder in " + LibrarySearch.SETTING
                    + "; `nrs plugins why backend/cuda` lists the folders");
        }
        Driver driver = driver(libcuda.found().getFirst());
        List<Device> devices = devices(driver);
        Device device = devices.getFirst();
        if (nvrtc.found().isEmpty()) {
            throw new MissingException("there is " + device.name() + ", but no compiler for it ("
                    + String.join(" or ", nvrtc.files()) + " in "
                    + nvrtc.places().size()
                    + " folders): install NVRTC of CUDA 12 or 13, or name its folder in " + LibrarySearch.SETTING
                    + "; `nrs plugins why backend/cuda` lists the folders");
        }
        return withCompiler(driver, devices, nvrtc.found());
    }

    private Driver driver(Path path) {
        try {
            Driver driver = loader.driver(path);
            findings.add(path + " supports CUDA " + version(driver.version()));
            return driver;
        } catch (DriverException e) {
            findings.add(e.getMessage());
            throw new MissingException(
                    e.error().equals("CUDA_ERROR_NO_DEVICE")
                            ? "the driver " + path
                                    + " finds no card: see whether nvidia-smi does, and CUDA_VISIBLE_DEVICES"
                            : "the driver " + path + " does not start, for " + e.getMessage()
                                    + ": see whether nvidia-smi runs");
        }
    }

    /** The cards that are named, else all that are of the kind of the first: the same bits come from cards of one kind only. */
    private List<Device> devices(Driver driver) {
        List<Device> devices = driver.devices();
        devices.forEach(device -> findings.add("card " + device.ordinal() + ": " + device));
        if (devices.isEmpty()) {
            throw new MissingException(
                    "the driver finds no card: see whether nvidia-smi does, and CUDA_VISIBLE_DEVICES");
        }
        String named = environment.get(CARD);
        if (named == null) {
            return ofOneKind(devices, findings);
        }
        List<Device> chosen = Arrays.stream(named.split(",", -1))
                .distinct()
                .map(number -> named(number.strip(), devices))
                .toList();
        for (Device device : chosen) {
            if (!device.isOfTheKindOf(chosen.getFirst())) {
                throw new MissingException("the cards " + named + " are of two kinds, "
                        + chosen.getFirst().name() + " and " + device.name()
                        + ", whose results may differ in their last bits: change " + CARD);
            }
        }
        return chosen;
    }

    /** Those of the kind of the first; of each of the others a finding tells why not. */
    static List<Device> ofOneKind(List<Device> devices, List<String> findings) {
        Device first = devices.getFirst();
        List<Device> alike = new ArrayList<>();
        for (Device device : devices) {
            if (device.isOfTheKindOf(first)) {
                alike.add(device);
            } else {
                findings.add("card " + device.ordinal() + " is left out, for it is of another kind than card "
                        + first.ordinal() + ": results may differ in their last bits; " + CARD + " names cards");
            }
        }
        return List.copyOf(alike);
    }

    private static Device named(String number, List<Device> devices) {
        return devices.stream()
                .filter(device -> Integer.toString(device.ordinal()).equals(number))
                .findFirst()
                .orElseThrow(() -> new MissingException(
                        "there is no card " + number + ", only 0 to " + (devices.size() - 1) + ": change " + CARD));
    }

    /** The first that loads, is no newer than the driver, and knows the card. */
    private Installation withCompiler(Driver driver, List<Device> devices, List<Path> paths) {
        Device device = devices.getFirst();
        int newest = driver.version() / 1000;
        List<String> refusals = new ArrayList<>();
        for (Path path : paths) {
            try {
                Compiler compiler = loader.compiler(path, LibrarySearch.builtins(path));
                findings.add(path + " is " + compiler.version());
                Optional<String> architecture = compiler.architecture(device);
                if (compiler.major() > newest) {
                    refusals.add(compiler.version() + " is newer than the driver, which supports CUDA "
                            + version(driver.version()));
                } else if (architecture.isEmpty()) {
                    refusals.add(compiler.version() + " makes no code for compute capability " + device.major() + "."
                            + device.minor());
                } else {
                    return new Installation.Present(driver, compiler, devices, architecture.get(), findings);
                }
            } catch (DriverException e) {
                refusals.add(path + " cannot be loaded, for " + e.getMessage());
            }
        }
        findings.addAll(refusals);
        throw new MissingException("there is " + device.name() + ", but no compiler that fits: "
                + String.join("; ", refusals) + ": install NVRTC of CUDA 12 or 13, no newer than the driver");
    }

    /** As people write it. */
    static String version(int number) {
        return number / 1000 + "." + number % 1000 / 10;
    }

    /** Ends the search. */
    private static final class MissingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        MissingException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
