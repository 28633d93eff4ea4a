package org.neuralredshift.engine.statistics;

/**
 * A statistic and how sure one can be of it.
 *
 * @param value of all measurements; NaN if there is none
 * @param low lower end of the 95 % interval; NaN if there are too few units for one
 * @param high upper end of the 95 % interval; NaN if there are too few units for one
 * @param units how many independent units (seeds, cells or networks) it is of
 */
public record Estimate(double value, double low, double high, int units) {
    /** Nothing was measured. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);

    /** Whether there were units enough for an interval. */
    public boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }
}
