package org.neuralredshift.testkit;

import java.util.List;
import java.util.ServiceLoader;
import org.neuralredshift.api.compute.Backend;

/** The backends that a test can compare with. */
final class Backends {
    private Backends() {}

    /** Those that the test path offers and that can run here. */
    static List<Backend> onTheTestPath() {
        return ServiceLoader.load(Backend.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(backend -> backend.probe().usable())
                .toList();
    }
}
