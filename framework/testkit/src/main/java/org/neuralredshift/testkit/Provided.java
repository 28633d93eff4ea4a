package org.neuralredshift.testkit;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.List;
import java.util.ServiceLoader;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.annotation.Api;

/** What a module offers, as its {@code provides} clauses say. */
@Api(STABLE)
public final class Provided {
    private Provided() {}

    /**
     * The extensions that the module of a class provides: whoever adds one need not add it to a test.
     *
     * @param member any class of the module, loaded as a module and not from the class path
     * @param service the service type
     * @throws IllegalStateException if the class is in no module
     */
    public static <E extends Extension> List<E> by(Class<?> member, Class<E> service) {
        Module module = member.getModule();
        ModuleLayer layer = module.getLayer();
        if (layer == null) {
            throw new IllegalStateException(
                    member.getName() + " was loaded from the class path, so nothing tells what its"
                            + " module provides: list the extensions instead, or run the tests on the module path");
        }
        return ServiceLoader.load(layer, service).stream()
                .filter(provider -> provider.type().getModule() == module)
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
