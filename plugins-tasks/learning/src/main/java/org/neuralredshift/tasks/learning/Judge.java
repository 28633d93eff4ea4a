package org.neuralredshift.tasks.learning;

import org.neuralredshift.api.learning.Goal;

/** How well outputs meet labels. All sums are in float64, in the order of the rows. */
final class Judge {
    private Judge() {}

    /**
     * The mean loss of rows: logistic, cross-entropy, or the squared error, which is a mean over labels, too.
     *
     * @param outputs {@code [rows, goal.outputs(targets)]}
     * @param labels {@code [rows, targets]}
     */
    static double loss(Goal goal, int targets, float[] outputs, float[] labels) {
        int rows = labels.length / targets;
        int width = goal.outputs(targets);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += switch (goal) {
                case Goal.Binary() -> logistic(outputs[row], labels[row]);
                case Goal.Classes _ -> crossEntropy(outputs, row * width, width, (int) labels[row]);
                case Goal.Regression _, Goal.Signal _ -> squaredError(outputs, labels, row * width, width);
            };
        }
        return sum / rows;
    }

    /** -log σ(z) if the label is 1, -log(1 - σ(z)) if it is 0. */
    private static double logistic(double logit, float label) {
        double margin = label == 1 ? logit : -logit;
        return Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }

    private static double crossEntropy(float[] outputs, int from, int width, int label) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < width; i++) {
            most = Math.max(most, outputs[from + i]);
        }
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += Math.exp(outputs[from + i] - most);
        }
        return most + Math.log(sum) - outputs[from + label];
    }

    private static double squaredError(float[] outputs, float[] labels, int from, int width) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double error = (double) outputs[from + i] - labels[from + i];
            sum += error * error;
        }
        return sum / width;
    }

    /** Whether outputs for this goal are right or wrong. */
    static boolean isDecided(Goal goal) {
        return switch (goal) {
            case Goal.Binary _, Goal.Classes _ -> true;
            case Goal.Regression(int levels) -> levels > 0;
            case Goal.Signal _ -> false;
        };
    }

    /**
     * The balanced accuracy: for each class, or level, that some row has, the share of its rows that are right; then the mean of
     * these. Of several labels of a row all must be right, and the first one is its class.
     */
    static double accuracy(Goal goal, int targets, float[] outputs, float[] labels) {
        int rows = labels.length / targets;
        int width = goal.outputs(targets);
        int classes = classes(goal);
        int[] right = new int[classes];
        int[] all = new int[classes];
        for (int row = 0; row < rows; row++) {
            int label = level(goal, labels[row * targets]);
            all[label]++;
            right[label] += isRight(goal, outputs, row * width, width, labels, row * targets) ? 1 : 0;
        }
        double sum = 0;
        int present = 0;
        for (int i = 0; i < classes; i++) {
            sum += all[i] == 0 ? 0 : (double) right[i] / all[i];
            present += all[i] == 0 ? 0 : 1;
        }
        return sum / present;
    }

    private static int classes(Goal goal) {
        return switch (goal) {
            case Goal.Binary() -> 2;
            case Goal.Classes(int count) -> count;
            case Goal.Regression(int levels) -> levels;
            case Goal.Signal _ -> throw new IllegalArgumentException("a signal is not right or wrong");
        };
    }

    private static int level(Goal goal, float value) {
        if (goal instanceof Goal.Regression(int levels)) {
            double level = Math.rint((levels - 1) * (double) value);
            return Double.isNaN(level) ? Integer.MIN_VALUE : (int) level;
        }
        return (int) value;
    }

    /** Whether every row is right. */
    static boolean isAllRight(Goal goal, int targets, float[] outputs, float[] labels) {
        int width = goal.outputs(targets);
        for (int row = 0; row < labels.length / targets; row++) {
            if (!isRight(goal, outputs, row * width, width, labels, row * targets)) {
                return false;
            }
        }
        return true;
    }

    /** NaN is never right. */
    private static boolean isRight(Goal goal, float[] outputs, int from, int width, float[] labels, int at) {
        return switch (goal) {
            case Goal.Binary() -> labels[at] == 1 ? outputs[from] > 0 : outputs[from] <= 0;
            case Goal.Classes _ -> isLargest(outputs, from, width, (int) labels[at]);
            case Goal.Regression _ -> {
                boolean right = true;
                for (int i = 0; i < width; i++) {
                    right &= level(goal, outputs[from + i]) == level(goal, labels[at + i]);
                }
                yield right;
            }
            case Goal.Signal _ -> false;
        };
    }

    private static boolean isLargest(float[] outputs, int from, int width, int label) {
        for (int i = 0; i < width; i++) {
            float other = outputs[from + i];
            if (i != label && !(outputs[from + label] > other)) {
                return false;
            }
        }
        return true;
    }

    /** 10·log10(peak² / mean squared error), in dB; an error below 1e-16 peak² counts as that, so it is at most 160. */
    static double signalToNoise(double peak, double squaredError) {
        return 10 * Math.log10(1 / Math.max(squaredError / (peak * peak), 1e-16));
    }
}
