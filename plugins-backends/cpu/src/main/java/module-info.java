/** The fast backend: kernels generated for the shape at hand, on the Vector API where it is there. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.backends.cpu {
    requires org.neuralredshift.api;
    requires static jdk.incubator.vector;
    requires static org.jspecify;

    provides org.neuralredshift.api.compute.Backend with
            org.neuralredshift.backends.cpu.CpuBackend;
}
