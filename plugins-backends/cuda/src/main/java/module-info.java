/** Networks on NVIDIA cards: kernels printed from the graph as CUDA C, compiled and run through java.lang.foreign. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.backends.cuda {
    requires org.neuralredshift.api;
    requires static org.jspecify;

    provides org.neuralredshift.api.compute.Backend with
            org.neuralredshift.backends.cuda.CudaBackend,
            org.neuralredshift.backends.cuda.CudaSplitTf32Backend;
}
