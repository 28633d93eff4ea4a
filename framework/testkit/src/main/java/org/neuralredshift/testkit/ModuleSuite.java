package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.task.Task;

/**
 * What the module of a plugin must be, so that it is ready when it is dropped in.
 *
 * <pre>{@code
 * class PluginTest extends ModuleSuite {
 *     protected Path location() {
 *         return locationOf(Isru.class);
 *     }
 * }
 * }</pre>
 */
@Api(STABLE)
public abstract class ModuleSuite {
    private static final String API = "org.neuralredshift.api";
    private static final String SERVICES = "META-INF/services/";
    private static final List<Class<? extends Extension>> SERVICE_TYPES =
            List.of(Activation.class, Layer.class, Metric.class, Dataset.class, Task.class, Backend.class);

    /** For test classes. */
    protected ModuleSuite() {}

    /** The JAR of the plugin, or the folder of its classes. */
    protected abstract Path location();

    /** Modules that the plugin brings along and requires; none unless overridden. */
    protected List<Path> libraries() {
        return List.of();
    }

    /**
     * Grants the modules of a layer what the host grants them before any of their classes is loaded; nothing unless overridden.
     * To let them call native code, the module of the test must have that right itself.
     */
    protected void prepare(ModuleLayer.Controller layer) {}

    /** Where a class was loaded from. */
    protected static Path locationOf(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no location of " + member, e);
        }
    }

    private ModuleReference module() {
        Set<ModuleReference> found = ModuleFinder.of(location()).findAll();
        assertEquals(1, found.size(), () -> "modules in " + location() + ": compile a module-info with the plugin");
        return found.iterator().next();
    }

    private ModuleDescriptor descriptor() {
        return module().descriptor();
    }

    /** An automatic module offers nothing in a layer of its own. */
    @Test
    public void itsModuleIsExplicit() {
        assertFalse(
                descriptor().isAutomatic(),
                () -> location() + " has no module-info: declare what it requires and provides");
    }

    /** A plugin sees the API, and neither the host nor another plugin. */
    @Test
    public void itRequiresTheApiAndNothingElseOfOurs() {
        Set<String> ours = descriptor().requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .filter(name -> name.startsWith("org.neuralredshift."))
                .collect(Collectors.toSet());
        assertEquals(Set.of(API), ours, "what it requires of ours");
    }

    /** It offers something. */
    @Test
    public void itProvidesAnExtension() {
        assertFalse(
                provided().isEmpty(),
                () -> descriptor().name() + " provides no service of the API: add 'provides " + API
                        + "... with ...' to its module-info");
    }

    /** Services as {@code service provider}. */
    private Set<String> provided() {
        return descriptor().provides().stream()
                .filter(clause -> isOurs(clause.service()))
                .flatMap(clause -> clause.providers().stream().map(provider -> clause.service() + " " + provider))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOurs(String service) {
        return SERVICE_TYPES.stream().anyMatch(type -> type.getName().equals(service));
    }

    /** A services file, which only the class path reads, names the providers that the module-info names. */
    @Test
    public void servicesFilesSayWhatTheModuleInfoSays() throws IOException {
        Set<String> written = new TreeSet<>();
        Set<String> services = new HashSet<>();
        for (String resource : resources()) {
            String service = resource.startsWith(SERVICES) ? resource.substring(SERVICES.length()) : "";
            if (isOurs(service)) {
                services.add(service);
                lines(resource).forEach(provider -> written.add(service + " " + provider));
            }
        }
        Set<String> expected = provided().stream()
                .filter(line -> services.contains(line.split(" ")[0]))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, written, "META-INF/services against module-info");
    }

    /** The API is the host's; a copy of it would be ignored at best. */
    @Test
    public void itBringsNoCopyOfTheApi() throws IOException {
        List<String> copies = resources().stream()
                .filter(resource -> resource.startsWith("org/neuralredshift/api/")
                        || resource.startsWith("org/apache/arrow/")
                        || resource.startsWith("org/junit/"))
                .toList();
        assertEquals(List.of(), copies, "give the API the scope 'provided', and the test kit the scope 'test'");
    }

    /** In a layer of its own, as the host makes one, every provider is found and constructed, and has an id of its own. */
    @Test
    public void itsProvidersAreFoundInALayerOfTheirOwn() {
        assumeThatTheApiIsAModule();
        assertProvidersAreFound(layer(ModuleFinder.of(archives())));
    }

    /**
     * A rival beside it brings a copy of the API, and the loader of that copy is the one that a thread happens to have as its
     * context: its providers still are those of the host's API.
     */
    @Test
    public void itLoadsBesideARivalThatBringsACopyOfTheApi(@TempDir Path folder) throws IOException {
        assumeThatTheApiIsAModule();
        Path copy = copyOfTheApi(folder);
        ModuleLayer rival = layer(ModuleFinder.of(copy), API).layer();
        assertNotSame(Extension.class.getClassLoader(), rival.findLoader(API), "the copy is no other API");
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(rival.findLoader(API));
        try {
            Path[] beside =
                    Stream.concat(Stream.of(archives()), Stream.of(copy)).toArray(Path[]::new);
            assertProvidersAreFound(layer(withoutTheApi(ModuleFinder.of(beside))));
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static void assumeThatTheApiIsAModule() {
        Assumptions.assumeTrue(
                ModuleLayer.boot().findModule(API).isPresent(),
                "the API is on the class path, where there are no layers");
    }

    /** The classes of the API as a module in a folder, which no loader keeps open. */
    private static Path copyOfTheApi(Path folder) throws IOException {
        ModuleReference api =
                ModuleLayer.boot().configuration().findModule(API).orElseThrow().reference();
        try (ModuleReader reader = api.open();
                Stream<String> names = reader.list()) {
            for (String name : names.filter(n -> n.endsWith(".class")).toList()) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream in = reader.open(name).orElseThrow()) {
                    Files.copy(in, file);
                }
            }
        }
        return folder;
    }

    /** As the host looks for the modules of a plugin: the API is its own. */
    private static ModuleFinder withoutTheApi(ModuleFinder finder) {
        return new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return name.equals(API) ? Optional.empty() : finder.find(name);
            }

            @Override
            public Set<ModuleReference> findAll() {
                return finder.findAll().stream()
                        .filter(module -> !module.descriptor().name().equals(API))
                        .collect(Collectors.toSet());
            }
        };
    }

    private Path[] archives() {
        return Stream.concat(Stream.of(location()), libraries().stream()).toArray(Path[]::new);
    }

    private ModuleLayer layer(ModuleFinder finder) {
        ModuleLayer.Controller controller = layer(finder, descriptor().name());
        prepare(controller);
        return controller.layer();
    }

    private static ModuleLayer.Controller layer(ModuleFinder finder, String root) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of(root));
        return ModuleLayer.defineModulesWithOneLoader(configuration, List.of(boot), ClassLoader.getSystemClassLoader());
    }

    private void assertProvidersAreFound(ModuleLayer layer) {
        Set<String> found = new TreeSet<>();
        for (Class<? extends Extension> service : SERVICE_TYPES) {
            Set<String> ids = new HashSet<>();
            ServiceLoader.load(layer, service).stream()
                    .filter(provider -> provider.type().getModule().getLayer() == layer)
                    .forEach(provider -> {
                        found.add(service.getName() + " " + provider.type().getName());
                        String id = provider.get().id();
                        assertTrue(ids.add(id), () -> "a second " + service.getSimpleName() + " has the id " + id);
                    });
        }
        assertEquals(provided(), found, "providers that a layer finds");
    }

    private List<String> resources() throws IOException {
        try (ModuleReader reader = module().open();
                Stream<String> names = reader.list()) {
            return names.toList();
        }
    }

    private List<String> lines(String resource) throws IOException {
        try (ModuleReader reader = module().open();
                BufferedReader text = new BufferedReader(
                        new InputStreamReader(reader.open(resource).orElseThrow(), StandardCharsets.UTF_8))) {
            return text.lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
