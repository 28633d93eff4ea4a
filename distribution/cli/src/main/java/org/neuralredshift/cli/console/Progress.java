package org.neuralredshift.cli.console;

import java.time.Duration;

/**
 * Shows how far a long computation is: one line that is redrawn on a terminal, elsewhere a line of its own every ten
 * seconds. Call {@link #update} as often as you like, from one thread; it draws at most ten times a second.
 */
public final class Progress {
    private static final long REDRAW = Duration.ofMillis(100).toNanos();
    private static final long REPEAT = Duration.ofSeconds(10).toNanos();
    private static final int BAR = 24;

    private final Terminal terminal;
    private final String unit;
    private final TimeLeft timeLeft;
    private long drawn;
    private boolean open;

    /**
     * @param terminal where to draw; on its error stream
     * @param unit what is counted, in the plural
     * @param now {@link System#nanoTime} at the start
     */
    public Progress(Terminal terminal, String unit, long now) {
        this.terminal = terminal;
        this.unit = unit;
        this.timeLeft = new TimeLeft(now);
        this.drawn = now - (terminal.interactive() ? REDRAW : 0);
    }

    /**
     * Shows the state if it is time to, with the time left as soon as that can be told.
     *
     * @param done units that are done, whenever that was
     * @param total units in all
     * @param rate units per second in this run; 0 as long as it is not known
     * @param now {@link System#nanoTime}
     */
    public void update(long done, long total, double rate, long now) {
        timeLeft.see(done, total, rate, now);
        if (now - drawn >= (terminal.interactive() ? REDRAW : REPEAT)) {
            drawn = now;
            draw(done, total, rate);
        }
    }

    /** Shows the last state and leaves the line. */
    public void finish(long done, long total, double rate) {
        draw(done, total, rate);
        if (open) {
            terminal.err().println();
            terminal.err().flush();
            open = false;
        }
    }

    private void draw(long done, long total, double rate) {
        String text = state(done, total, rate);
        if (terminal.interactive()) {
            int filled = total == 0 ? BAR : (int) (BAR * done / total);
            terminal.err().print("\r" + "█".repeat(filled) + "░".repeat(BAR - filled) + " " + text + "\u001b[K");
            open = true;
        } else {
            terminal.err().println(text);
        }
        terminal.err().flush();
    }

    private String state(long done, long total, double rate) {
        long percent = total == 0 ? 100 : 100 * done / total;
        StringBuilder text = new StringBuilder()
                .append(done)
                .append('/')
                .append(total)
                .append(' ')
                .append(unit)
                .append(", ")
                .append(percent)
                .append(" %");
        if (rate > 0) {
            text.append(", ").append(Quantity.rate(rate)).append(" per second");
            if (done < total && timeLeft.isSettled()) {
                text.append(", ").append(Quantity.time((total - done) / rate)).append(" left");
            }
        }
        return text.toString();
    }
}
