package org.neuralredshift.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Near misses of names. */
public final class Suggestions {
    private Suggestions() {}

    /**
     * The name nearest to a misspelt one, by the number of letters inserted, deleted, replaced or swapped with their
     * neighbour; the first of equally near ones. Empty if none is within a third of the letters (at least 2).
     */
    public static Optional<String> nearest(String misspelt, Collection<String> names) {
        int limit = Math.max(2, misspelt.length() / 3);
        String best = null;
        int least = limit + 1;
        for (String name : names) {
            int distance = distance(misspelt.toLowerCase(java.util.Locale.ROOT), name);
            if (distance < least && distance < Math.max(name.length(), 2)) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Did you mean X? There is: ..." as the hint of a failed look-up. */
    public static String hint(String misspelt, Collection<String> names) {
        List<String> sentences = new ArrayList<>();
        nearest(misspelt, names).ifPresent(name -> sentences.add("Did you mean " + name + "?"));
        sentences.add(names.isEmpty() ? "There is none." : "There is: " + String.join(", ", names) + ".");
        return String.join(" ", sentences);
    }

    /** The optimal string alignment distance. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
