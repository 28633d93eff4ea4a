package org.neuralredshift.backends.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.backends.cuda.program.Products;
import org.neuralredshift.backends.cuda.program.Program;
import org.neuralredshift.backends.cuda.program.Programs;

/** A program that is loaded on all cards. Sessions, of this program and others, are dealt to them in turns. */
final class CudaExecutable implements Executable {
    private final Program program;
    private final List<LoadedProgram> loaded = new ArrayList<>();
    private final AtomicInteger turn;
    private boolean closed;

    /**
     * @param cards one at least, all of one kind
     * @param products how they are computed
     * @param turn counts the sessions of all programs of these cards
     */
    CudaExecutable(List<Card> cards, Graph graph, Products products, AtomicInteger turn) {
        this.turn = turn;
        this.program = Programs.lower(graph, cards.getFirst().limits().with(products));
        byte[] code = cards.getFirst().compile(program.source());
        try {
            for (Card card : cards) {
                loaded.add(new LoadedProgram(card, program, code));
            }
        } catch (RuntimeException | Error e) {
            Releases.after(e, this::close);
            throw e;
        }
    }

    @Override
    public synchronized Session open(int networks) {
        if (closed) {
            throw new IllegalStateException("this program is closed: compile the graph again");
        }
        if (networks < 1) {
            throw new IllegalArgumentException("a session for " + networks + " networks: it takes at least 1");
        }
        return loaded.get(Math.floorMod(turn.getAndIncrement(), loaded.size())).open(networks);
    }

    @Override
    public String explain() {
        String others = loaded.size() == 1 ? "" : "\nand on " + (loaded.size() - 1) + " more, sessions in turns";
        return program.explanation().stripTrailing() + "\non "
                + loaded.getFirst().card() + others + "\n\n" + program.source();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Releases.all(loaded.stream().<Runnable>map(each -> each::close).toArray(Runnable[]::new));
        }
    }
}
