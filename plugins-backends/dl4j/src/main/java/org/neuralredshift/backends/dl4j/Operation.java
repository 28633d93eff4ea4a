package org.neuralredshift.backends.dl4j;

import java.util.List;

/** What a session can be told to do. */
sealed interface Operation {
    /** Whether element i of the result depends on elements i of the operands alone, so that it may take an operand's place. */
    boolean isElementwise();

    /**
     * An operation that ND4J has by name.
     *
     * @param name that ND4J knows it by
     * @param isElementwise see {@link #isElementwise()}
     * @param integers its arguments that are whole numbers
     * @param flags its arguments that are true or false
     */
    record Named(String name, boolean isElementwise, List<Long> integers, List<Boolean> flags) implements Operation {
        public Named {
            integers = List.copyOf(integers);
            flags = List.copyOf(flags);
        }

        /** Element by element, without arguments. */
        static Named elementwise(String name) {
            return new Named(name, true, List.of(), List.of());
        }

        @Override
        public String toString() {
            return name + (integers.isEmpty() ? "" : integers.toString());
        }
    }

    /** An operation of one operand that ND4J has as a class only. */
    enum Transform implements Operation {
        /** -x, of whole numbers and others. */
        NEGATE,
        /** |x|. */
        ABSOLUTE,
        /** e^x. */
        EXPONENTIAL,
        /** Natural logarithm. */
        LOGARITHM,
        /** Square root. */
        SQUARE_ROOT,
        /** sin x. */
        SINE,
        /** cos x. */
        COSINE,
        /** Error function. */
        ERROR_FUNCTION;

        @Override
        public boolean isElementwise() {
            return true;
        }
    }

    /**
     * The larger one of an element and a number; NaN for NaN. ND4J's {@code maximum} with one number gives that number.
     *
     * @param number no NaN
     */
    record AtLeast(float number) implements Operation {
        @Override
        public boolean isElementwise() {
            return true;
        }
    }

    /**
     * One number everywhere.
     *
     * @param value the number
     */
    record Fill(float value) implements Operation {
        @Override
        public boolean isElementwise() {
            return false;
        }
    }

    /**
     * Numbers of rows as whole numbers, checked.
     *
     * @param reader who reads these rows, for the error
     * @param rows of the table
     */
    record Rows(String reader, int rows) implements Operation {
        @Override
        public boolean isElementwise() {
            return false;
        }
    }
}
