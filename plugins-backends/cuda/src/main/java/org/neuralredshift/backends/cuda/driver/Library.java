package org.neuralredshift.backends.cuda.driver;

import java.util.List;

/** A library that is looked for. */
enum Library {
    /** What comes with the driver of the card. */
    DRIVER("libcuda", "the driver", List.of("libcuda.so.1", "libcuda.so"), List.of("nvcuda.dll")),
    /** What comes with a CUDA toolkit, or alone. */
    COMPILER(
            "libnvrtc",
            "the run-time compiler",
            List.of("libnvrtc.so.13", "libnvrtc.so.12"),
            List.of("nvrtc64_130_0.dll", "nvrtc64_120_0.dll"));

    private final String word;
    private final String meaning;
    private final List<String> onLinux;
    private final List<String> onWindows;

    Library(String word, String meaning, List<String> onLinux, List<String> onWindows) {
        this.word = word;
        this.meaning = meaning;
        this.onLinux = onLinux;
        this.onWindows = onWindows;
    }

    /** The names of its file, the one to be preferred first. */
    List<String> files(boolean windows) {
        return windows ? onWindows : onLinux;
    }

    /** For people: its name and what it is. */
    @Override
    public String toString() {
        return word + ", " + meaning;
    }

    /** Its name. */
    String word() {
        return word;
    }
}
