package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets scratch that is not needed at the same time lie in one place. What is made in one section and read in a later one, which runs
 * again and again, has a place of its own. A kernel's text has the size of what it works on, so the place may be larger.
 */
final class Sharing {
    /** From the launch that writes a buffer first to the last one that reads it. */
    private record Life(Buffer buffer, int first, int last, boolean isOfOneSection) {}

    /** Memory that several buffers have one after the other. */
    private static final class Place {
        private final boolean perNetwork;
        private final Section section;
        private final String name;
        private long elements;
        private int last;

        Place(Life life, Section section) {
            this.perNetwork = life.buffer().perNetwork();
            this.section = section;
            this.name = life.buffer().name();
            take(life);
        }

        void take(Life life) {
            this.elements = Math.max(elements, life.buffer().elements());
            this.last = life.last();
        }
    }

    private final List<Step> steps;
    private final Map<Buffer, Life> lives = new LinkedHashMap<>();
    private final Map<Buffer, Buffer> shared = new LinkedHashMap<>();

    /** @param steps all, in the order in which they run; updates are of the last section */
    Sharing(List<Step> steps) {
        this.steps = steps;
        for (int number = 0; number < steps.size(); number++) {
            for (Buffer buffer : steps.get(number).launch().arguments()) {
                if (buffer.kind() == Buffer.Kind.SCRATCH) {
                    live(buffer, number);
                }
            }
        }
        Map<Buffer, Place> places = new LinkedHashMap<>();
        List<Place> all = new ArrayList<>();
        for (Life life : lives.values()) {
            if (life.isOfOneSection()) {
                Place place = free(all, life);
                if (place == null) {
                    place = new Place(life, section(life));
                    all.add(place);
                }
                place.take(life);
                places.put(life.buffer(), place);
            }
        }
        Map<Place, Buffer> made = new LinkedHashMap<>();
        places.forEach((buffer, place) -> shared.put(
                buffer,
                made.computeIfAbsent(
                        place,
                        any -> new Buffer(place.name, Buffer.Kind.SCRATCH, place.elements, place.perNetwork, null))));
    }

    private void live(Buffer buffer, int number) {
        Life life = lives.get(buffer);
        lives.put(
                buffer,
                life == null
                        ? new Life(buffer, number, number, true)
                        : new Life(
                                buffer,
                                life.first(),
                                number,
                                life.isOfOneSection()
                                        && section(life) == steps.get(number).section()));
    }

    private Section section(Life life) {
        return steps.get(life.first()).section();
    }

    /** Of those that nobody needs any more, the one that wastes or grows least. */
    private @Nullable Place free(List<Place> all, Life life) {
        Place best = null;
        for (Place place : all) {
            boolean fits = place.perNetwork == life.buffer().perNetwork()
                    && place.section == section(life)
                    && place.last < life.first();
            if (fits && (best == null || distance(place, life) < distance(best, life))) {
                best = place;
            }
        }
        return best;
    }

    private static long distance(Place place, Life life) {
        return Math.abs(place.elements - life.buffer().elements());
    }

    /** A launch with the buffers that it really has. */
    Launch placed(Launch launch) {
        List<Buffer> arguments = launch.arguments().stream()
                .map(buffer -> shared.getOrDefault(buffer, buffer))
                .toList();
        return new Launch(
                launch.kernel(),
                launch.blocks(),
                launch.threads(),
                launch.sharedBytes(),
                arguments,
                launch.perNetwork(),
                launch.draws());
    }
}
