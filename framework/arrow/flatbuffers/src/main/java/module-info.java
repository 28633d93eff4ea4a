/** flatbuffers-java, unchanged, as an explicit module under the name that Arrow requires. */
module flatbuffers.java {
    requires jdk.unsupported;

    exports com.google.flatbuffers;
    exports com.google.flatbuffers.reflection;
}
