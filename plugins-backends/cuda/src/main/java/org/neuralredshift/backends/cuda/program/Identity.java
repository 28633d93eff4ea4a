package org.neuralredshift.backends.cuda.program;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Sets of tensors, which are told apart by identity: comparing two records would walk through all that they are computed from. */
final class Identity {
    private Identity() {}

    static <T> Set<T> set() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    static <T> Set<T> set(Collection<? extends T> elements) {
        Set<T> set = set();
        set.addAll(elements);
        return set;
    }
}
