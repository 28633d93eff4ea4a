package org.neuralredshift.testkit;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.testkit.plain.PlainBackend;
import org.neuralredshift.testkit.plain.Programs;

/**
 * The right results, spoiled.
 *
 * @param spoil changes the output {@code f}
 */
record SpoiledBackend(Consumer<float[]> spoil) implements Backend {
    @Override
    public String id() {
        return "spoiled";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("A wrong backend.");
    }

    @Override
    public Availability probe() {
        return Availability.yes("nothing good");
    }

    @Override
    public Executable compile(Graph graph) {
        Executable program = new PlainBackend().compile(graph);
        return new Executable() {
            @Override
            public Session open(int networks) {
                Session session = program.open(networks);
                return new Session() {
                    @Override
                    public void run(Bindings bindings) {
                        session.run(bindings);
                        if (graph.outputs().containsKey(Architecture.OUTPUT)) {
                            MemorySegment output = bindings.output(Architecture.OUTPUT);
                            float[] values = Programs.floats(output);
                            spoil.accept(values);
                            output.copyFrom(MemorySegment.ofArray(values));
                        }
                    }

                    @Override
                    public void write(String state, MemorySegment values) {
                        session.write(state, values);
                    }

                    @Override
                    public void read(String state, MemorySegment values) {
                        session.read(state, values);
                    }

                    @Override
                    public void close() {
                        session.close();
                    }
                };
            }

            @Override
            public String explain() {
                return program.explain();
            }

            @Override
            public void close() {
                program.close();
            }
        };
    }
}
