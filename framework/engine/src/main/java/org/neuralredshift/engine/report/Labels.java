package org.neuralredshift.engine.report;

import java.util.Map;

/**
 * What stands beside the axes.
 *
 * @param units of parameters; those without a unit may be absent
 */
record Labels(Map<String, String> units) {
    Labels {
        units = Map.copyOf(units);
    }

    /** A parameter with its unit. */
    String of(String parameter) {
        String unit = units.getOrDefault(parameter, "");
        return unit.isEmpty() ? parameter : parameter + " (" + unit + ")";
    }
}
