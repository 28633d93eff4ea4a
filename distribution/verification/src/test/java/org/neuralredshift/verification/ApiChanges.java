package org.neuralredshift.verification;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiAnnotation;
import japicmp.model.JApiAnnotationElement;
import japicmp.model.JApiAnnotationElementValue;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an API that was released and the one that is built do not have in common, as japicmp tells it. */
final class ApiChanges {
    private static final String ANNOTATION = "org.neuralredshift.api.annotation.Api";
    private static final String STABLE = "STABLE";

    /**
     * Something that does not compile or run any more.
     *
     * @param what type or member, {@code org.example.A} or {@code org.example.A#f(int)}
     * @param how it changed
     * @param stability what the type was released as
     */
    record Break(String what, String how, String stability) {
        /** Whether this was promised not to happen. */
        boolean isOfStable() {
            return stability.equals(STABLE);
        }

        @Override
        public String toString() {
            return what + " " + how + " (" + stability + ")";
        }
    }

    private final List<JApiClass> types;
    private final List<Break> breaks = new ArrayList<>();

    private ApiChanges(List<JApiClass> types) {
        this.types = types;
    }

    /**
     * Compares two JARs.
     *
     * @param packages that count
     */
    static List<Break> between(Path released, Path built, Set<String> packages) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        List<JApiClass> types = new JarArchiveComparator(options)
                .compare(
                        new JApiCmpArchive(released.toFile(), "released"), new JApiCmpArchive(built.toFile(), "built"));
        ApiChanges changes = new ApiChanges(types);
        types.stream()
                .filter(type -> packages.contains(packageOf(type.getFullyQualifiedName())))
                .filter(type -> type.getChangeStatus() != JApiChangeStatus.NEW)
                .forEach(changes::add);
        return List.copyOf(changes.breaks);
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private void add(JApiClass type) {
        String name = type.getFullyQualifiedName().replace('$', '.');
        String stability = stability(type);
        Stream.<JApiCompatibility>of(type, type.getSuperclass()).forEach(part -> add(name, stability, part));
        type.getInterfaces().forEach(part -> add(name, stability, part));
        type.getConstructors().forEach(part -> add(name + "#" + signature(part), stability, part));
        type.getMethods().forEach(part -> add(name + "#" + signature(part), stability, part));
        type.getFields().forEach((JApiField part) -> add(name + "#" + part.getName(), stability, part));
        own(type, true)
                .filter(STABLE::equals)
                .filter(before -> type.getChangeStatus() != JApiChangeStatus.REMOVED)
                .filter(before -> !own(type, false).equals(Optional.of(before)))
                .ifPresent(before -> breaks.add(new Break(name, "is no longer declared as stable", before)));
    }

    private void add(String what, String stability, JApiCompatibility part) {
        List<JApiCompatibilityChange> wrong = part.getCompatibilityChanges().stream()
                .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
                .toList();
        if (!wrong.isEmpty()) {
            String how = wrong.stream()
                    .map(change -> change.getType().name().toLowerCase().replace('_', ' '))
                    .distinct()
                    .collect(Collectors.joining(", "));
            breaks.add(new Break(what, how, stability));
        }
    }

    private static String signature(JApiBehavior behavior) {
        return behavior.getName()
                + behavior.getParameters().stream()
                        .map(parameter -> parameter.getType().replaceAll("[a-z]+\\.", ""))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** What a type was released as: its own word, or that of the type around it. */
    private String stability(JApiClass type) {
        return own(type, true).orElseGet(() -> {
            String name = type.getFullyQualifiedName();
            int end = name.lastIndexOf('$');
            String around = end < 0 ? "" : name.substring(0, end);
            return types.stream()
                    .filter(other -> other.getFullyQualifiedName().equals(around))
                    .findFirst()
                    .map(this::stability)
                    .orElse(STABLE);
        });
    }

    private static Optional<String> own(JApiClass type, boolean released) {
        return type.getAnnotations().stream()
                .filter(annotation -> annotation.getFullyQualifiedName().equals(ANNOTATION))
                .map(JApiAnnotation::getElements)
                .flatMap(List::stream)
                .map(element -> values(element, released))
                .flatMap(List::stream)
                .map(JApiAnnotationElementValue::getValueString)
                .map(value -> value.substring(value.lastIndexOf('.') + 1))
                .findFirst();
    }

    private static List<JApiAnnotationElementValue> values(JApiAnnotationElement element, boolean released) {
        return released ? element.getOldElementValues() : element.getNewElementValues();
    }
}
