package org.neuralredshift.verification;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported says how stable it is, and nobody relies on what is internal. */
class ApiStabilityTest {
    private static final String ANNOTATION = "org.neuralredshift.api.annotation.Api";

    static Stream<Path> published() {
        return Stream.of(Image.jar("org.neuralredshift.api"), Image.testKit());
    }

    private static JavaClasses classes(Stream<Path> jars) {
        return new ClassFileImporter()
                .importUrls(jars.map(Path::toUri)
                        .map(uri -> URI.create("jar:" + uri + "!/"))
                        .map(ApiStabilityTest::url)
                        .toList());
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Optional<String> stability(JavaClass type) {
        Optional<String> own = type.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().equals(ANNOTATION))
                .findFirst()
                .flatMap(ApiStabilityTest::value);
        return own.or(() -> type.getEnclosingClass().flatMap(ApiStabilityTest::stability));
    }

    private static Optional<String> value(JavaAnnotation<?> annotation) {
        return annotation.get("value").map(value -> ((JavaEnumConstant) value).name());
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyExportedTypeSaysHowStableItIs(Path jar) {
        Set<String> exported = ApiSignatures.exported(Image.module(jar).descriptor());
        List<JavaClass> types = classes(Stream.of(jar)).stream()
                .filter(type -> exported.contains(type.getPackageName()))
                .filter(type -> type.getModifiers().contains(PUBLIC))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
        assertTrue(types.size() > 5, types::toString);
        assertEquals(
                List.of(),
                types.stream()
                        .filter(type -> stability(type).isEmpty())
                        .map(JavaClass::getName)
                        .toList(),
                "types without @Api");
    }

    private static DescribedPredicate<JavaClass> are(String stability) {
        return DescribedPredicate.describe(
                "are " + stability, type -> stability(type).equals(Optional.of(stability)));
    }

    /** The command and the engine are ours; plugins are like a stranger's, and so is the test kit to them. */
    @Test
    void noPluginUsesWhatIsInternal() {
        Stream<Path> ours = Image.plugins().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("neural-redshift-"));
        noClasses()
                .that()
                .resideOutsideOfPackage("org.neuralredshift.api..")
                .should()
                .dependOnClassesThat(are("INTERNAL"))
                .because("it may change or go at any time")
                .check(classes(Stream.concat(ours, published())));
    }

    /** What is stable gives and takes nothing that is not at least meant for others. */
    @Test
    void noStableTypeHandsOutWhatIsInternal() {
        List<String> found = classes(Stream.of(Image.jar("org.neuralredshift.api"))).stream()
                .filter(are("STABLE"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(PUBLIC))
                .filter(method -> Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .anyMatch(are("INTERNAL")))
                .map(method -> method.getFullName())
                .toList();
        assertEquals(List.of(), found);
    }
}
