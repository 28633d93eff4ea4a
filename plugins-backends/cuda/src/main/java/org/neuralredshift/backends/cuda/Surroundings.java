package org.neuralredshift.backends.cuda;

import java.nio.file.Path;
import java.util.Optional;
import org.neuralredshift.backends.cuda.driver.CacheFolder;
import org.neuralredshift.backends.cuda.driver.Discovery;
import org.neuralredshift.backends.cuda.driver.Installation;

/** What a backend has around it. A class and no lambdas, for it is made whenever plugins are loaded, card or not. */
interface Surroundings {
    /** Looks for a card. */
    Installation look();

    /** Where compiled kernels are kept, if anywhere. */
    Optional<Path> cache();

    /** The file for what the cards do when, if anybody wants to know. */
    Optional<Path> timeline();

    /** Does something when the process ends: cards are kept as long as it. */
    void atEnd(Runnable work);

    /** Tells a user what they would want to know. */
    void notice(String text);

    /** Those of this process. */
    final class OfProcess implements Surroundings {
        @Override
        public Installation look() {
            return Discovery.ofProcess();
        }

        @Override
        public Optional<Path> cache() {
            return CacheFolder.of(System.getProperty("os.name"), System.getenv());
        }

        @Override
        public Optional<Path> timeline() {
            return Optional.ofNullable(System.getenv("NRS_CUDA_TIMELINE")).map(Path::of);
        }

        @Override
        public void atEnd(Runnable work) {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(work, "cuda, at the end"));
            } catch (IllegalStateException e) {
                notice("the process is ending already, so no timeline will be written");
            }
        }

        @Override
        public void notice(String text) {
            System.err.println("cuda: " + text);
        }
    }
}
