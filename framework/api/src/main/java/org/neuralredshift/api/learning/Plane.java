package org.neuralredshift.api.learning;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Arrays;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.random.RandomStream;

/**
 * The two-dimensional plane of an input space on which a function is looked at: (s, t) in [-1, 1]^2 stands for centre + s·u +
 * t·v. The arrays are not copied; do not modify them.
 *
 * @param centre {@code [features]}
 * @param u {@code [features]}, where s = 1 is, from the centre
 * @param v {@code [features]}, where t = 1 is, from the centre
 */
@Api(INCUBATING)
public record Plane(float[] centre, float[] u, float[] v) {
    /** @throws IllegalArgumentException if the arrays differ in length, or a number is not finite */
    public Plane {
        if (centre.length == 0 || u.length != centre.length || v.length != centre.length) {
            throw new IllegalArgumentException("a plane of centre, u and v with " + centre.length + ", " + u.length
                    + " and " + v.length + " features: all have as many as the inputs");
        }
        for (int i = 0; i < centre.length; i++) {
            if (!Float.isFinite(centre[i]) || !Float.isFinite(u[i]) || !Float.isFinite(v[i])) {
                throw new IllegalArgumentException("a plane of which feature " + i + " is not finite");
            }
        }
    }

    /** The square of the inputs (x1, x2) with |x1| and |x2| up to a half-width: all there is of two features. */
    public static Plane square(float halfWidth) {
        return new Plane(new float[2], new float[] {halfWidth, 0}, new float[] {0, halfWidth});
    }

    /**
     * A random slice: u and v are two random directions at right angles, uniform on the unit sphere, times a length.
     *
     * @param centre {@code [features]}, at least 2
     * @param length of u and v
     * @param stream of random numbers, from which it takes 2·features normal ones
     */
    public static Plane slice(float[] centre, double length, RandomStream stream) {
        if (centre.length < 2) {
            throw new IllegalArgumentException(
                    "a slice of inputs with " + centre.length + " features: it takes at least 2");
        }
        double[] first = direction(centre.length, stream);
        double[] second = direction(centre.length, stream);
        double common = 0;
        for (int i = 0; i < first.length; i++) {
            common += first[i] * second[i];
        }
        for (int i = 0; i < first.length; i++) {
            second[i] -= common * first[i];
        }
        normalise(second);
        return new Plane(centre, times(length, first), times(length, second));
    }

    private static double[] direction(int features, RandomStream stream) {
        double[] direction = new double[features];
        for (int i = 0; i < features; i++) {
            direction[i] = stream.nextNormal();
        }
        normalise(direction);
        return direction;
    }

    private static void normalise(double[] vector) {
        double squares = 0;
        for (double element : vector) {
            squares += element * element;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }

    private static float[] times(double length, double[] direction) {
        float[] vector = new float[direction.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (length * direction[i]);
        }
        return vector;
    }

    /** The number of inputs. */
    public int features() {
        return centre.length;
    }

    /**
     * The inputs at points of the plane, computed in float64 and rounded.
     *
     * @param coordinates {@code [points, 2]}, each (s, t)
     * @return {@code [points, features]}
     */
    public float[] inputs(float[] coordinates) {
        int features = features();
        int points = coordinates.length / 2;
        float[] inputs = new float[Math.multiplyExact(points, features)];
        for (int point = 0; point < points; point++) {
            double s = coordinates[2 * point];
            double t = coordinates[2 * point + 1];
            for (int i = 0; i < features; i++) {
                inputs[point * features + i] = (float) (centre[i] + s * u[i] + t * v[i]);
            }
        }
        return inputs;
    }

    /** Equal if all numbers are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Plane plane
                && Arrays.equals(centre, plane.centre)
                && Arrays.equals(u, plane.u)
                && Arrays.equals(v, plane.v);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(u) + Arrays.hashCode(v);
    }

    @Override
    public String toString() {
        return "a plane through an input space of " + features() + " features";
    }
}
