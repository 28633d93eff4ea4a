package org.neuralredshift.engine.plugin;

/** Why a plugin is not used. */
public enum RejectionCode {
    /** The user disabled it. */
    DISABLED,
    /** Its folder has a {@code plugins.lock} that does not name one of its archives. */
    NOT_TRUSTED,
    /** One of its archives is not the one that {@code plugins.lock} names. */
    CHECKSUM,
    /** An archive cannot be read, or not be copied where a lock asks for that. */
    UNREADABLE,
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
    /** JARs both in {@code modules} and in {@code classpath}. */
    MIXED_FOLDER,
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
    /** Its providers were not created within the time limit. */
    TIME_LIMIT,
    /** It called {@code System.exit} or the like while its providers were created. */
    SYSTEM_EXIT,
    /** Its providers call native code while they are created, which nobody allowed it. */
    NATIVE_ACCESS,
    /** A provider breaks the contract of {@link org.neuralredshift.api.Extension}. */
    BAD_EXTENSION,
    /** Another plugin provides the same kind and id; all of them are rejected. */
    DUPLICATE_ID
}
