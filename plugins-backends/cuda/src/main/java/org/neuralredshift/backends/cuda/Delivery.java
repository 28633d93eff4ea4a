package org.neuralredshift.backends.cuda;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.program.Buffer;
import org.neuralredshift.backends.cuda.program.Program;

/**
 * Brings what a chunk of networks gave to the host. If a session takes its networks in several chunks, and there is room for the
 * outputs of two, those of a chunk go home on a stream of their own while the kernels of the next one run: the copies wait for the
 * kernels that wrote, the kernels of the chunk after next for the copies that read, both on the card. Else all is done in the order of
 * the one stream.
 */
final class Delivery implements AutoCloseable {
    private final Card card;
    private final Driver driver;
    private final CardMemory memory;
    private final long stream;
    private final StreamClock clock;
    private final Downloads downloads;
    private final List<Buffer> outputs;
    private @Nullable CopyStream copies;
    /** The chunk that is computed, or being computed, and not on its way yet; none if its count is 0. */
    private int first;

    private int count;
    private int slot;

    Delivery(Card card, Program program, CardMemory memory, long stream, StreamClock clock) {
        this.card = card;
        this.driver = card.driver();
        this.memory = memory;
        this.stream = stream;
        this.clock = clock;
        this.downloads = new Downloads(driver, card.pinned(), stream);
        this.outputs = program.buffers().stream()
                .filter(buffer -> buffer.kind() == Buffer.Kind.OUTPUT)
                .toList();
    }

    /** The way of whatever is no result of a network. */
    Downloads downloads() {
        return downloads;
    }

    /** What all networks share is computed. */
    void shared(Bindings bindings) {
        deliver(bindings, false, 0, 1, downloads);
    }

    /** The next kernels write the outputs of a chunk: they wait until those are home which lie there. */
    void begin() {
        if (copies != null && memory.slots() > 1) {
            copies.release(memory.slot(), stream);
        }
    }

    /** All kernels of a chunk are started. */
    void computed(Bindings bindings, int from, int networks) {
        clock.mark(memory.slot(), StreamClock.COMPUTED, stream);
        if (memory.slots() == 1) {
            clock.mark(memory.slot(), StreamClock.FETCHED, stream);
            deliver(bindings, true, from, networks, downloads);
            clock.mark(memory.slot(), StreamClock.HOME, stream);
            return;
        }
        copies().computed(memory.slot(), stream);
        bringPending(bindings);
        first = from;
        count = networks;
        slot = memory.slot();
        memory.turn();
    }

    private CopyStream copies() {
        CopyStream known = copies;
        if (known == null) {
            known = new CopyStream(driver, card.pinned());
            copies = known;
        }
        return known;
    }

    private void bringPending(Bindings bindings) {
        CopyStream way = copies;
        if (count == 0 || way == null) {
            return;
        }
        int next = memory.slot();
        int networks = count;
        count = 0;
        memory.turnTo(slot);
        way.begin(slot);
        clock.mark(slot, StreamClock.FETCHED, way.stream());
        deliver(bindings, true, first, networks, way.downloads());
        clock.mark(slot, StreamClock.HOME, way.stream());
        way.end(slot);
        memory.turnTo(next);
    }

    private void deliver(Bindings bindings, boolean perNetwork, int from, int networks, Downloads way) {
        for (Buffer buffer : outputs) {
            if (buffer.perNetwork() == perNetwork) {
                long bytes = buffer.bytes();
                way.bytes(memory.address(buffer, from), bindings.output(buffer.name()), from * bytes, networks * bytes);
            }
        }
    }

    /** Waits until everything is home. */
    void finish(Bindings bindings) {
        bringPending(bindings);
        if (copies != null) {
            copies.finish();
        }
        driver.synchronize(stream);
    }

    /** Something failed: nothing writes to the caller's memory when this returns, if the driver can tell. */
    void abandon(Throwable failure) {
        count = 0;
        CopyStream way = copies;
        Releases.after(failure, way == null ? () -> {} : way::finish, () -> driver.synchronize(stream));
    }

    @Override
    public void close() {
        CopyStream way = copies;
        copies = null;
        Releases.all(downloads::close, way == null ? () -> {} : way::close);
    }
}
