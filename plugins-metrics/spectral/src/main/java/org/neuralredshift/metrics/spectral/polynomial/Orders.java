package org.neuralredshift.metrics.spectral.polynomial;

import java.util.Arrays;

/** Which order a product p_i(x1)·p_j(x2) has; order 0, the constant, is left out. */
enum Orders {
    /** max(i, j): order k has 2k + 1 terms. */
    MAXIMUM {
        @Override
        void add(double[] terms, int highest, double[] sums) {
            Arrays.fill(sums, 0);
            int extent = highest + 1;
            for (int i = 0; i <= highest; i++) {
                double inner = 0;
                for (int j = 0; j <= i; j++) {
                    inner += terms[i * extent + j];
                }
                if (i > 0) {
                    sums[i - 1] += inner;
                }
                for (int j = i + 1; j <= highest; j++) {
                    sums[j - 1] += terms[i * extent + j];
                }
            }
        }

        @Override
        int last(int i, int highest) {
            return highest;
        }

        @Override
        int of(int i, int j) {
            return Math.max(i, j);
        }

        @Override
        int terms(int order) {
            return 2 * order + 1;
        }
    },

    /** i + j, the total degree: order k has k + 1 terms; those above the highest order are left out. */
    SUM {
        @Override
        void add(double[] terms, int highest, double[] sums) {
            Arrays.fill(sums, 0);
            int extent = highest + 1;
            for (int i = 0; i <= highest; i++) {
                for (int j = i == 0 ? 1 : 0; j <= highest - i; j++) {
                    sums[i + j - 1] += terms[i * extent + j];
                }
            }
        }

        @Override
        int last(int i, int highest) {
            return highest - i;
        }

        @Override
        int of(int i, int j) {
            return i + j;
        }

        @Override
        int terms(int order) {
            return order + 1;
        }
    };

    /** The one whose name in a study is {@code max} or {@code sum}. */
    static Orders named(String word) {
        return switch (word) {
            case "max" -> MAXIMUM;
            case "sum" -> SUM;
            default -> throw new IllegalArgumentException("no order " + word);
        };
    }

    /**
     * Adds up terms by order.
     *
     * @param terms {@code [highest + 1, highest + 1]}, element (i, j) belongs to p_i·p_j
     * @param sums receives the sum over order k at k - 1, for k = 1..highest
     */
    abstract void add(double[] terms, int highest, double[] sums);

    /** The largest j of a term p_i·p_j whose order is not above the highest. */
    abstract int last(int i, int highest);

    /** The order of p_i·p_j. */
    abstract int of(int i, int j);

    /** The number of terms of an order of at least 1. */
    abstract int terms(int order);
}
