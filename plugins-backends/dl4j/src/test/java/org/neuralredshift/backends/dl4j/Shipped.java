package org.neuralredshift.backends.dl4j;

import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.neuralredshift.api.Extension;

/** What the modules of other plugins provide, though these tests run on the class path, as the plugin does. */
final class Shipped {
    private Shipped() {}

    /** One object of each class that the module of {@code member} provides as {@code service}. */
    static <E extends Extension> List<E> providers(Class<E> service, Class<?> member) {
        return module(member).descriptor().provides().stream()
                .filter(provides -> provides.service().equals(service.getName()))
                .flatMap(provides -> provides.providers().stream())
                .map(name -> service.cast(create(name)))
                .toList();
    }

    private static ModuleReference module(Class<?> member) {
        try {
            Path location = Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
            return ModuleFinder.of(location).findAll().iterator().next();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object create(String name) {
        try {
            return Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
