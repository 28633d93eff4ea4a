package org.neuralredshift.backends.cuda;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.backends.cuda.driver.CompilationCache;
import org.neuralredshift.backends.cuda.driver.Compiler;
import org.neuralredshift.backends.cuda.driver.Device;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.driver.DriverException;
import org.neuralredshift.backends.cuda.driver.Installation;
import org.neuralredshift.backends.cuda.program.Limits;

/** A card in use: its context, and a compiler for it. Kept as long as the process, since making a context takes long. Thread-safe. */
final class Card implements AutoCloseable {
    /** Products and sums are fused only where the source says so, and no function is a fast one: the same bits everywhere. */
    private static final List<String> OPTIONS = List.of("--std=c++17", "--fmad=false");

    private final Driver driver;
    private final Compiler compiler;
    private final Device device;
    private final String architecture;
    private final String summary;
    private final Consumer<String> notices;
    private final long context;
    private final PinnedMemory pinned = new PinnedMemory(this);
    private final @Nullable Timeline timeline;
    /** That of the timeline; null without one. */
    private final @Nullable CardClock clock;
    /** Why nothing can be computed any more. */
    private volatile @Nullable BackendLostException loss;

    /**
     * Takes a card into use.
     *
     * @param device one of the installation
     * @param cache where compiled code is kept, if anywhere
     * @param timeline is told what the card does; null if nobody wants to know
     */
    Card(
            Installation.Present installation,
            Device device,
            Optional<Path> cache,
            @Nullable Timeline timeline,
            Consumer<String> notices) {
        this.driver = installation.driver();
        this.device = device;
        this.architecture = installation.architecture();
        this.summary = installation.summary();
        this.notices = notices;
        this.compiler = cache.<Compiler>map(folder -> new CompilationCache(installation.compiler(), folder, notices))
                .orElse(installation.compiler());
        this.context = driver.retainContext(device.ordinal());
        this.timeline = timeline;
        try {
            this.clock = timeline == null ? null : startClock();
        } catch (RuntimeException | Error e) {
            Releases.after(e, () -> driver.releaseContext(device.ordinal()));
            throw e;
        }
    }

    private CardClock startClock() {
        driver.use(context);
        return new CardClock(driver);
    }

    /** Its number. */
    int ordinal() {
        return device.ordinal();
    }

    /** A clock for the streams of a session. */
    StreamClock clock() {
        return timeline == null || clock == null ? StreamClock.NONE : new StreamClock.Marking(this, clock, timeline);
    }

    /**
     * What a failure means.
     *
     * @return the end of the run if the card answers nothing any more, or has too little memory; else the failure
     */
    RuntimeException judge(DriverException failure) {
        if (failure.isOutOfMemory()) {
            return outOfMemory(String.valueOf(failure.getMessage()), failure);
        }
        if (!failure.isFatal() && answers()) {
            return failure;
        }
        BackendLostException lost = new BackendLostException(
                "the card " + device.name() + " answers no more, for " + failure.getMessage(), failure);
        loss = lost;
        return lost;
    }

    /**
     * What it means that nothing smaller can be tried: who has the memory may give it back, so no network is at fault, and this card
     * may be used again.
     *
     * @param why as the rest of a sentence
     */
    BackendLostException outOfMemory(String why, @Nullable DriverException cause) {
        String message = "the card " + device.name() + " has too little free memory, for " + why
                + ": end what else uses it, or use fewer threads";
        return cause == null ? new BackendLostException(message) : new BackendLostException(message, cause);
    }

    private boolean answers() {
        try {
            driver.free(driver.allocate(1));
            return true;
        } catch (DriverException e) {
            return e.isOutOfMemory();
        }
    }

    /** Why nothing can be computed any more; null while all is well. */
    @Nullable
    BackendLostException loss() {
        return loss;
    }

    /** Gives things back. Those of a card that is lost are gone with it, and what the driver says of that was told before. */
    void release(Runnable... releases) {
        try {
            Releases.all(releases);
        } catch (DriverException e) {
            RuntimeException meaning = judge(e);
            if (loss == null) {
                throw meaning;
            }
        } catch (BackendLostException _) { // whoever enters a card that was lost before learns of it anew
        }
    }

    /** The calls. The thread must have {@link #enter entered}. */
    Driver driver() {
        return driver;
    }

    /** Memory of the host that it writes by itself. */
    PinnedMemory pinned() {
        return pinned;
    }

    /** What kernels may use of it. */
    Limits limits() {
        return new Limits(device.sharedBytes());
    }

    /**
     * Makes this thread's calls go to this card.
     *
     * @throws BackendLostException if it is lost
     */
    void enter() {
        BackendLostException lost = loss;
        if (lost != null) {
            throw new BackendLostException(String.valueOf(lost.getMessage()), lost);
        }
        driver.use(context);
    }

    /** Compiles, unless the code is there already. */
    byte[] compile(String source) {
        return compiler.compile(source, OPTIONS, architecture);
    }

    /** Tells what a user would want to know. */
    void notice(String text) {
        notices.accept(text);
    }

    /** For people: the card, the driver, the compiler, its options. */
    @Override
    public String toString() {
        return summary + ", compiled for " + architecture + " with " + String.join(" ", OPTIONS);
    }

    @Override
    public void close() {
        Releases.all(this::stopClock, () -> driver.releaseContext(device.ordinal()));
    }

    private void stopClock() {
        if (clock != null) {
            Releases.all(() -> driver.use(context), clock::close);
        }
    }
}
