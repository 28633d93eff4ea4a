package org.neuralredshift.backends.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.backends.cuda.driver.Arguments;

/**
 * A driver with streams of which one does nothing before it must, and the others everything at once: what nobody has ordered happens in
 * the worst order. Its kernels have two arguments, and write twice the first to the second.
 */
final class DelayingDriver extends NullDriver {
    private static final long FIRST_ADDRESS = 1 << 20;

    private static final class Queue {
        private final List<Runnable> work = new ArrayList<>();
        private int done;
    }

    private record Moment(Queue queue, int work) {}

    private final MemorySegment card = Arena.ofAuto().allocate(1 << 20, 256);
    private final Map<Long, Queue> queues = new HashMap<>();
    private final Map<Long, Moment> moments = new HashMap<>();
    private final int late;
    private final boolean heedsAwait;

    /**
     * @param late the stream that does nothing before it must: 0 for the first that is created
     * @param heedsAwait whether streams wait for each other
     */
    DelayingDriver(int late, boolean heedsAwait) {
        this.late = late;
        this.heedsAwait = heedsAwait;
    }

    private MemorySegment at(long address, long bytes) {
        return card.asSlice(address - FIRST_ADDRESS, bytes);
    }

    @Override
    public long createStream() {
        long stream = super.createStream();
        queues.put(stream, new Queue());
        return stream;
    }

    private Queue queue(long stream) {
        Queue queue = queues.get(stream);
        if (queue == null) {
            throw new IllegalStateException("nobody created " + stream);
        }
        return queue;
    }

    private void ask(long stream, Runnable work) {
        Queue queue = queue(stream);
        queue.work.add(work);
        if (stream != 11 + late) {
            runUntil(queue, queue.work.size());
        }
    }

    private static void runUntil(Queue queue, int work) {
        while (queue.done < work) {
            queue.work.get(queue.done++).run();
        }
    }

    @Override
    public void upload(MemorySegment source, long address, long stream) {
        super.upload(source, address, stream);
        ask(stream, () -> at(address, source.byteSize()).copyFrom(source));
    }

    @Override
    public void download(long address, MemorySegment target, long stream) {
        super.download(address, target, stream);
        ask(stream, () -> target.copyFrom(at(address, target.byteSize())));
    }

    @Override
    public void synchronize(long stream) {
        super.synchronize(stream);
        Queue queue = queue(stream);
        runUntil(queue, queue.work.size());
    }

    @Override
    public void record(long event, long stream) {
        super.record(event, stream);
        Queue queue = queue(stream);
        ask(stream, () -> {});
        moments.put(event, new Moment(queue, queue.work.size()));
    }

    @Override
    public void await(long event, long stream) {
        super.await(event, stream);
        Moment moment = moments.get(event);
        if (moment != null && heedsAwait) {
            ask(stream, () -> runUntil(moment.queue(), moment.work()));
        }
    }

    @Override
    public void finish(long event) {
        super.finish(event);
        Moment moment = moments.get(event);
        if (moment != null) {
            runUntil(moment.queue(), moment.work());
        }
    }

    @Override
    public void launch(
            long function, int columns, int rows, int threads, int sharedBytes, long stream, Arguments arguments) {
        super.launch(function, columns, rows, threads, sharedBytes, stream, arguments);
        long bytes = (long) rows * Float.BYTES;
        MemorySegment in = at(arguments.bits(0), bytes);
        MemorySegment out = at(arguments.bits(1), bytes);
        ask(stream, () -> {
            for (int i = 0; i < rows; i++) {
                out.setAtIndex(ValueLayout.JAVA_FLOAT, i, 2 * in.getAtIndex(ValueLayout.JAVA_FLOAT, i));
            }
        });
    }
}
