package org.neuralredshift.engine.plugin;

import java.util.List;

/** A plugin all of whose archives are read and fit together; no class of it is loaded yet. */
sealed interface ResolvedPlugin permits ModulePlugin, ClassPathPlugin {
    /**
     * Reads the archives.
     *
     * @throws RejectedException with the first thing that is wrong
     */
    static ResolvedPlugin of(PluginFiles files, List<PluginJar> jars, HostModules host) {
        return switch (files.layout()) {
            case LONE, MODULES -> ModulePlugin.resolve(files, jars, host);
            case CLASS_PATH -> ClassPathPlugin.resolve(files, jars, host);
            case BOTH ->
                throw new RejectedException(
                        RejectionCode.MIXED_FOLDER,
                        files.path() + " has JARs in " + PluginFiles.MODULES + " and in " + PluginFiles.CLASS_PATH
                                + ". Make two plugins of it, or put all into " + PluginFiles.CLASS_PATH + ".");
            case NONE -> throw noJar(files);
        };
    }

    private static RejectedException noJar(PluginFiles files) {
        String modules = files.path().resolve(PluginFiles.MODULES).toString();
        List<String> strays =
                files.strays().stream().map(jar -> jar.getFileName().toString()).toList();
        String sentence = strays.isEmpty()
                ? files.path() + " has no JAR in a folder called modules. Put the plugin's JARs into " + modules + "."
                : files.path() + " has its JARs one folder too high: move " + String.join(" and ", strays) + " to "
                        + modules + ".";
        return new RejectedException(RejectionCode.NO_MODULE, sentence);
    }

    /** The modules that provide extensions, joined by a comma; empty if there is none. */
    String module();

    /** The version of the first of them; empty if it has none. */
    String version();

    /** Kind and class of every provider. */
    List<String> offers();

    /** What was seen on the way. */
    List<Notice> notices();

    /** What it is, for people. */
    String detail();

    /** What loads its classes. */
    ClassLoader loader();

    /** Lets it call native code, as far as the process may. Before a class of it is loaded. */
    void allowNativeAccess();

    /**
     * Creates every provider; here its code runs for the first time.
     *
     * @throws RejectedException with the first thing that is wrong
     */
    List<Provided> bind();
}
