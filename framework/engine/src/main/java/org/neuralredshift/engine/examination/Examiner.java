package org.neuralredshift.engine.examination;

import java.util.function.Consumer;

/** Runs the suites of the test kit on a plugin that is built. A service of the image's kit. */
public interface Examiner {
    /**
     * Examines the module of a plugin and each of its extensions.
     *
     * @param findings told one after another, in the order of the extensions
     */
    void examine(Subject subject, Consumer<Finding> findings);
}
