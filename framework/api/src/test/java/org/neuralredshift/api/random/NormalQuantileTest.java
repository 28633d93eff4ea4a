package org.neuralredshift.api.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden values: Newton's iteration on the distribution function in mpmath with 40 digits. */
class NormalQuantileTest {
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.6, 0.25334710313579974132",
        "0.25, -0.6744897501960817432",
        "0.075, -1.4395314709384559349",
        "0.925, 1.4395314709384562291",
        "0.0749, -1.4402382675279636631",
        "0.9251, 1.4402382675279638594",
        "0.975, 1.9599639845400538556",
        "1e-3, -3.0902323061678135354",
        "0.999, 3.0902323061678132778",
        "1e-6, -4.7534243088228989573",
        "1.1641532182693481e-10, -6.3379577545537892525",
        "0.9999999998835847, 6.3379577545537892525",
        "1.4e-11, -6.6567230915181836356",
        "1.3e-11, -6.6676114565107408347",
        "1e-20, -9.2623400897984075796",
        "1e-300, -37.047096299361199237"
    })
    void agreesWithTheTableInCentreMiddleAndTail(double p, double expected) {
        assertEquals(expected, NormalQuantile.of(p), Math.abs(expected) * 1e-15);
    }
}
