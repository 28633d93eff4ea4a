/** The host: loads plugins, plans and runs studies, stores results, draws figures. Names no plugin. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.engine {
    requires transitive org.neuralredshift.api;
    requires static org.jspecify;
}
