package org.neuralredshift.backends.cuda;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.neuralredshift.backends.cuda.driver.Discovery;
import org.neuralredshift.backends.cuda.driver.Installation;
import org.neuralredshift.backends.cuda.host.HostToolkit;

/** A machine whose card is its processor; nobody expects a notice of it. */
record OnTheProcessor() implements Surroundings {
    @Override
    public Installation look() {
        return Discovery.in(List.of(HostToolkit.folder()));
    }

    @Override
    public Optional<Path> cache() {
        return Optional.of(HostToolkit.cache());
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
