package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The threads of one session: the one that calls, number 0, and helpers that wait until it does. */
final class Team implements AutoCloseable {
    private final List<Thread> helpers = new ArrayList<>();
    private final StepBarrier begin;
    private final StepBarrier end;
    /** Where threads meet while they work. */
    private final StepBarrier meeting;

    private volatile @Nullable IntConsumer work;
    private volatile @Nullable Throwable failure;

    /** @param size threads in all */
    Team(int size) {
        this.begin = new StepBarrier(size);
        this.end = new StepBarrier(size);
        this.meeting = new StepBarrier(size);
        for (int member = 1; member < size; member++) {
            int number = member;
            helpers.add(Thread.ofPlatform()
                    .name(Thread.currentThread().getName() + "-helper-" + number)
                    .daemon()
                    .start(() -> help(number)));
        }
    }

    StepBarrier meeting() {
        return meeting;
    }

    int size() {
        return helpers.size() + 1;
    }

    /** Lets every thread do the work with its number; returns when all are done, and throws what one of them threw. */
    void run(IntConsumer task) {
        if (helpers.isEmpty()) {
            task.accept(0);
            return;
        }
        work = task;
        begin.await();
        attempt(task, 0);
        end.await();
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            meeting.reset();
            switch (thrown) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(thrown);
            }
        }
    }

    private void help(int number) {
        while (true) {
            begin.await();
            IntConsumer task = work;
            if (task == null) {
                return;
            }
            attempt(task, number);
            end.await();
        }
    }

    private void attempt(IntConsumer task, int number) {
        try {
            task.accept(number);
        } catch (Throwable e) {
            failure = e;
            meeting.giveUp();
        }
    }

    @Override
    public void close() {
        if (helpers.isEmpty()) {
            return;
        }
        work = null;
        begin.await();
        helpers.clear();
    }
}
