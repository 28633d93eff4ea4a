package org.neuralredshift.metrics.compression;

/** Whether the Vector API, an optional module of the JDK, is there. */
final class VectorModule {
    private VectorModule() {}

    /** Whether classes of this module may use it. */
    static boolean isReadable() {
        return ModuleLayer.boot()
                .findModule("jdk.incubator.vector")
                .filter(VectorModule.class.getModule()::canRead)
                .isPresent();
    }
}
