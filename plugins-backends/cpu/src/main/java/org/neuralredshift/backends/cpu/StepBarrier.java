package org.neuralredshift.backends.cpu;

import java.util.concurrent.atomic.AtomicInteger;

/** Threads wait for each other again and again: each looks for a short while whether the others are there, then sleeps. */
final class StepBarrier {
    /** Some tenths of a millisecond. */
    private static final int LOOKS = 1 << 12;

    private final int parties;
    private final AtomicInteger missing;
    private volatile int round;
    private volatile boolean broken;

    /** @param parties how many threads meet */
    StepBarrier(int parties) {
        this.parties = parties;
        this.missing = new AtomicInteger(parties);
    }

    /** Waits for all; false if one of them has given up. */
    boolean await() {
        int mine = round;
        if (parties == 1 || broken) {
            return !broken;
        }
        if (missing.decrementAndGet() == 0) {
            missing.set(parties);
            next();
            return !broken;
        }
        for (int i = 0; i < LOOKS && round == mine; i++) {
            Thread.onSpinWait();
        }
        if (round == mine) {
            sleep(mine);
        }
        return !broken;
    }

    private synchronized void next() {
        round = round + 1;
        notifyAll();
    }

    /** Waits to the end even if interrupted: a thread that left would leave the others alone. */
    private synchronized void sleep(int mine) {
        boolean interrupted = false;
        while (round == mine) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets nobody wait any more. */
    void giveUp() {
        broken = true;
        next();
    }

    /** As at the beginning; nobody waits. */
    void reset() {
        missing.set(parties);
        broken = false;
    }
}
