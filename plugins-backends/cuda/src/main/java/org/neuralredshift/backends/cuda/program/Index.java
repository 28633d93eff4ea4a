package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A whole number, not negative, that a kernel computes: a constant plus multiples of variables, quotients and remainders. Views
 * are composed of such numbers, and what a reshape takes apart and another puts together again cancels, so that a chain of views
 * costs what it must. Immutable.
 *
 * @param terms factors of what varies, all positive
 * @param constant not negative
 */
record Index(Map<Atom, Long> terms, long constant) {
    static final Index ZERO = of(0);

    /** What varies. */
    sealed interface Atom {
        /** The largest value. */
        long maximum();
    }

    /** A variable of the kernel, from 0 to {@code maximum}. */
    record Variable(String name, long maximum) implements Atom {}

    /** {@code of / by}, rounded down. */
    record Quotient(Index of, long by) implements Atom {
        @Override
        public long maximum() {
            return of.maximum() / by;
        }
    }

    /** {@code of % by}. */
    record Remainder(Index of, long by) implements Atom {
        @Override
        public long maximum() {
            return Math.min(of.maximum(), by - 1);
        }
    }

    static Index of(long constant) {
        return new Index(Map.of(), constant);
    }

    /** A variable with that many values; of one value only, it is 0. */
    static Index variable(String name, long extent) {
        return extent == 1 ? ZERO : of(new Variable(name, extent - 1), 1);
    }

    private static Index of(Atom atom, long factor) {
        return new Index(Map.of(atom, factor), 0);
    }

    /** The largest value. */
    long maximum() {
        long sum = constant;
        for (Map.Entry<Atom, Long> term : terms.entrySet()) {
            sum += term.getKey().maximum() * term.getValue();
        }
        return sum;
    }

    Index plus(Index other) {
        Map<Atom, Long> sum = new LinkedHashMap<>(terms);
        other.terms.forEach((atom, factor) -> sum.merge(atom, factor, Long::sum));
        return new Index(sum, constant + other.constant).recombined();
    }

    Index plus(long number) {
        return new Index(terms, constant + number);
    }

    Index times(long factor) {
        if (factor == 0) {
            return ZERO;
        }
        Map<Atom, Long> product = new LinkedHashMap<>();
        terms.forEach((atom, own) -> product.put(atom, own * factor));
        return new Index(product, constant * factor);
    }

    /** a / k * k + a % k is a. */
    private Index recombined() {
        for (Atom atom : terms.keySet()) {
            if (atom instanceof Remainder remainder) {
                long factor = terms.get(atom);
                Atom quotient = new Quotient(remainder.of(), remainder.by());
                Index whole = remainder.of().divided(remainder.by());
                Long found = terms.get(quotient);
                boolean isOneAtom = whole.equals(of(quotient, 1));
                if (isOneAtom && found != null && found == factor * remainder.by()) {
                    Map<Atom, Long> rest = new LinkedHashMap<>(terms);
                    rest.remove(atom);
                    rest.remove(quotient);
                    return new Index(rest, constant).plus(remainder.of().times(factor));
                }
            }
        }
        return this;
    }

    /** Rounded down. */
    Index divided(long by) {
        if (by == 1) {
            return this;
        }
        Index whole = multiples(by);
        Index rest = without(whole, by);
        Index quotient = new Index(
                whole.terms.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, term -> term.getValue() / by, (a, b) -> a, LinkedHashMap::new)),
                whole.constant / by);
        if (rest.maximum() < by) {
            return quotient;
        }
        long common = rest.common(by);
        Index smaller = rest.shrunk(common);
        long divisor = by / common;
        return quotient.plus(divisor == 1 ? smaller : of(new Quotient(smaller, divisor), 1));
    }

    Index remainder(long by) {
        if (by == 1) {
            return ZERO;
        }
        Index rest = without(multiples(by), by);
        if (rest.maximum() < by) {
            return rest;
        }
        long common = rest.common(by);
        Index smaller = rest.shrunk(common);
        long divisor = by / common;
        return (divisor == 1 ? ZERO : of(new Remainder(smaller, divisor), common)).plus(rest.constant % common);
    }

    private Index multiples(long of) {
        Map<Atom, Long> whole = new LinkedHashMap<>();
        terms.forEach((atom, factor) -> {
            if (factor % of == 0) {
                whole.put(atom, factor);
            }
        });
        return new Index(whole, constant / of * of);
    }

    private Index without(Index whole, long by) {
        Map<Atom, Long> rest = new LinkedHashMap<>(terms);
        rest.keySet().removeAll(whole.terms.keySet());
        return new Index(rest, constant % by);
    }

    /** The greatest common divisor of the factors and a number. */
    private long common(long number) {
        long common = number;
        for (long factor : terms.values()) {
            long a = factor;
            while (a != 0) {
                long next = common % a;
                common = a;
                a = next;
            }
        }
        return common;
    }

    private Index shrunk(long by) {
        Map<Atom, Long> smaller = new LinkedHashMap<>();
        terms.forEach((atom, factor) -> smaller.put(atom, factor / by));
        return new Index(smaller, constant / by);
    }

    /** The factor of a variable, 0 if it does not occur by itself. */
    long factor(String variable) {
        return terms.entrySet().stream()
                .filter(term ->
                        term.getKey() instanceof Variable own && own.name().equals(variable))
                .mapToLong(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }

    /** As C. */
    String text() {
        List<String> parts = new ArrayList<>();
        terms.forEach((atom, factor) -> parts.add(factor == 1 ? text(atom) : text(atom) + " * " + factor));
        if (constant != 0 || parts.isEmpty()) {
            parts.add(Long.toString(constant));
        }
        return String.join(" + ", parts);
    }

    private static String text(Atom atom) {
        return switch (atom) {
            case Variable v -> v.name();
            case Quotient q -> "(" + q.of().grouped() + " / " + q.by() + ")";
            case Remainder r -> "(" + r.of().grouped() + " % " + r.by() + ")";
        };
    }

    private String grouped() {
        boolean isOne = constant == 0 && terms.size() == 1 && terms.containsValue(1L);
        return isOne ? text() : "(" + text() + ")";
    }
}
