/** The allocation manager that Arrow looks up by name, on {@code java.lang.foreign}. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.arrow.allocator {
    requires transitive org.apache.arrow.memory.core;
    requires static org.jspecify;

    exports org.apache.arrow.memory.unsafe;
}
