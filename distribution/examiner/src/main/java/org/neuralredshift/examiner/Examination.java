package org.neuralredshift.examiner;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.examination.Subject;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.PluginJar;

/**
 * What the suites below examine at the moment. JUnit makes their objects itself, so they find it here.
 *
 * @param name kind and id of an extension, {@code metric/entropy}; or a module
 * @param subject the plugin that it is part of
 * @param declaration what is taken as declared
 * @param patience what remains of it
 */
record Examination(String name, Subject subject, Declaration declaration, Patience patience) {
    private static final ScopedValue<Examination> CURRENT = ScopedValue.newInstance();

    /** What is examined by the thread that makes objects of the suites. */
    static Examination current() {
        return CURRENT.get();
    }

    /** Does something while this is what is examined. */
    void around(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** The same with other things declared. */
    Examination declaring(Declaration other) {
        return new Examination(name, subject, other, patience);
    }

    /** The extension, created anew. */
    <E extends Extension> List<E> extensions(Class<E> type) {
        return subject.plugin().extensions().get().stream()
                .filter(extension -> ExtensionKind.name(extension).equals(name))
                .map(type::cast)
                .toList();
    }

    /** What else is installed of a type. */
    <E extends Extension> List<E> others(Class<E> type) {
        return subject.others().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The installed backends that can run here. */
    List<Backend> backends() {
        return others(Backend.class).stream()
                .filter(backend -> backend.probe().usable())
                .toList();
    }

    /** The archive of the module that is examined. */
    Path jar() {
        return archives().filter(this::isModule).findFirst().orElseThrow();
    }

    /** The other archives of the plugin. */
    List<Path> libraries() {
        return archives().filter(jar -> !isModule(jar)).toList();
    }

    private Stream<Path> archives() {
        return subject.plugin().record().jars().stream().map(PluginJar::loaded);
    }

    private boolean isModule(Path jar) {
        return ModuleFinder.of(jar).find(name).isPresent();
    }
}
