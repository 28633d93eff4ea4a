/** Networks on NVIDIA cards: kernels printed from the graph as CUDA C, compiled and run through java.lang.foreign. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.backends.cuda {
    requires org.neuralredshift.api;
    requires static org.jspecify;
}
