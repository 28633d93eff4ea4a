package org.neuralredshift.engine.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import org.neuralredshift.api.ExitError;
import org.neuralredshift.api.Extension;

/** Creates the providers of one plugin. */
final class Providers {
    private final Predicate<Class<?>> own;
    private final List<Provided> extensions = new ArrayList<>();

    private Providers(Predicate<Class<?>> own) {
        this.own = own;
    }

    /** Those of a layer, by kind, in the order of the descriptors; not those of its parents. */
    static List<Provided> of(ModuleLayer layer) {
        Providers providers = new Providers(type -> type.getModule().getLayer() == layer);
        for (ExtensionKind kind : ExtensionKind.values()) {
            providers.add(kind, ServiceLoader.load(layer, kind.type()));
        }
        return providers.extensions();
    }

    /** Those of a class loader, by kind, in the order of the services files; not those of its parents. */
    static List<Provided> of(ClassLoader loader) {
        Providers providers = new Providers(type -> type.getClassLoader() == loader);
        for (ExtensionKind kind : ExtensionKind.values()) {
            providers.add(kind, ServiceLoader.load(kind.type(), loader));
        }
        return providers.extensions();
    }

    private List<Provided> extensions() {
        if (extensions.isEmpty()) {
            throw new RejectedException(
                    RejectionCode.NO_PROVIDER, "None of the providers that it names is a class of its own.");
        }
        return List.copyOf(extensions);
    }

    private void add(ExtensionKind kind, ServiceLoader<? extends Extension> services) {
        Set<String> ids = new HashSet<>();
        try {
            for (ServiceLoader.Provider<? extends Extension> provider :
                    services.stream().toList()) {
                if (!own.test(provider.type())) {
                    continue;
                }
                Extension extension = provider.get();
                String id = ExtensionContract.check(extension);
                if (!ids.add(id)) {
                    throw new RejectedException(
                            RejectionCode.DUPLICATE_ID,
                            "It provides " + kind.word() + "/" + id + " twice, once as "
                                    + extension.getClass().getName() + ". Rename one of the two.");
                }
                extensions.add(new Provided(kind, id, extension));
            }
        } catch (RejectedException e) {
            throw e;
        } catch (Throwable e) {
            NativeRefusal.of(e).ifPresent(refusal -> {
                throw refusal.rejection();
            });
            exit(e).ifPresent(exit -> {
                throw new RejectedException(
                        RejectionCode.SYSTEM_EXIT,
                        "It would have ended this process: " + exit.getMessage()
                                + ". This is a fault of the plugin: tell its author.",
                        e);
            });
            throw new RejectedException(RejectionCode.CONSTRUCTOR, sentence(kind.type(), e), e);
        }
    }

    private static Optional<ExitError> exit(Throwable thrown) {
        return Causes.of(thrown)
                .filter(ExitError.class::isInstance)
                .map(ExitError.class::cast)
                .findFirst();
    }

    private static String sentence(Class<?> type, Throwable thrown) {
        Throwable cause =
                thrown instanceof ServiceConfigurationError && thrown.getCause() != null ? thrown.getCause() : thrown;
        String initialiser = cause instanceof ExceptionInInitializerError ? " in a static initialiser" : "";
        Throwable first =
                cause instanceof ExceptionInInitializerError && cause.getCause() != null ? cause.getCause() : cause;
        String place = first.getStackTrace().length == 0 ? "" : " at " + first.getStackTrace()[0];
        String what = thrown == cause ? "" : " (" + thrown.getMessage() + ")";
        return "A provider of " + type.getSimpleName() + " cannot be created: " + first + initialiser + place + what
                + ". This is a fault of the plugin: tell its author.";
    }
}
