package org.neuralredshift.engine.plugin;

/** Why a plugin is not used. */
public enum RejectionCode {
    /** A file that ends in {@code .jar} is no readable archive. */
    NOT_A_JAR,
    /** There is no module: no JAR at all, or one without a {@code module-info.class}. */
    NO_MODULE,
    /** A module descriptor that cannot be read, for instance of a newer Java. */
    BAD_MODULE,
    /** No module provides any service type of ours. */
    NO_PROVIDER,
    /** Providers are named in META-INF/services but not in {@code module-info}. */
    SERVICES_FILE_ONLY,
    /** A plugin of class-path libraries, which this version does not load. */
    CLASS_PATH_UNSUPPORTED,
    /** A required module is neither in the plugin nor in the host. */
    MISSING_MODULE,
    /** A package is in two modules that see each other. */
    SPLIT_PACKAGE,
    /** Compiled against another major version of the API. */
    API_MAJOR,
    /** Compiled against a newer API than this host has. */
    API_NEWER,
    /** A provider could not be created. */
    CONSTRUCTOR,
    /** A provider breaks the contract of {@link org.neuralredshift.api.Extension}. */
    BAD_EXTENSION,
    /** Another plugin provides the same kind and id; all of them are rejected. */
    DUPLICATE_ID
}
