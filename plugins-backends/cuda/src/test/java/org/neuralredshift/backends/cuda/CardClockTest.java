package org.neuralredshift.backends.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CardClockTest {
    /** Half an hour, at whose end the driver's float32 knows eighths of a millisecond. Each anchor may be off by half a microsecond. */
    @Test
    void theClockIsAsFineAfterHalfAnHourAsAtItsBeginning() {
        NullDriver driver = new NullDriver();
        long event = driver.createEvent();
        double now = 0;
        double before = 0;
        try (CardClock clock = new CardClock(driver)) {
            for (int step = 1; step <= 200_000; step++) {
                now = 9.0003 * step;
                driver.now(now);
                driver.record(event, 0);
                double told = clock.milliseconds(event);
                assertEquals(9.0003, told - before, 0.002);
                assertEquals(now, told, 0.0005 * (1 + now / 8192));
                before = told;
            }
        }
        assertEquals(1_800_060, now, 1e-3);
        driver.destroyEvent(event);
        assertEquals(Map.of(), driver.held());
    }

    /** Another session may have moved what the driver counts from, meanwhile. */
    @Test
    void aMomentOfLongAgoIsStillTold() {
        NullDriver driver = new NullDriver().now(100);
        long early = driver.createEvent();
        long late = driver.createEvent();
        try (CardClock clock = new CardClock(driver)) {
            driver.now(105).record(early, 0);
            driver.now(20_100).record(late, 0);
            assertEquals(20_000, clock.milliseconds(late), 1e-9);
            assertEquals(5, clock.milliseconds(early), 1e-9);
        }
    }
}
