package org.neuralredshift.metrics.spectral;

/** Whether the Vector API, an optional module of the JDK, is there. */
public final class VectorModule {
    private VectorModule() {}

    /** Whether classes of this module may use it. */
    public static boolean isReadable() {
        return ModuleLayer.boot()
                .findModule("jdk.incubator.vector")
                .filter(VectorModule.class.getModule()::canRead)
                .isPresent();
    }
}
