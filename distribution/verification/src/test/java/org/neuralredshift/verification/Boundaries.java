package org.neuralredshift.verification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** Who may see whom. */
final class Boundaries {
    private Boundaries() {}

    /** A plugin sees the API, the JDK and itself. */
    static ArchRule pluginSeesTheApiOnly(Set<String> ownPackages) {
        return classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("org.neuralredshift.api..", "java..", "javax..", "jdk..", "org.jspecify..")
                                .or(resideInAnyPackage(ownPackages.toArray(String[]::new))))
                .because("a plugin compiles against the API and nothing else of ours, as a stranger's does");
    }

    /** An author of plugins needs the API and JUnit, and nothing else of ours, to prove them. */
    static ArchRule testKitSeesTheApiAndJUnitOnly() {
        return classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "org.neuralredshift.api..",
                        "org.neuralredshift.testkit..",
                        "org.junit.jupiter.api..",
                        "org.opentest4j..",
                        "com.sun.management..",
                        "java..",
                        "org.jspecify.."))
                .because("the test kit is no way to the host or to another plugin");
    }

    /** What runs the suites inherits them as an author does, and knows of the host only what a plugin is. */
    static ArchRule examinerSeesTheKitAndWhatAPluginIs() {
        return classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "org.neuralredshift.examiner",
                        "org.neuralredshift.api..",
                        "org.neuralredshift.testkit",
                        "org.neuralredshift.engine.examination",
                        "org.neuralredshift.engine.plugin",
                        "org.junit..",
                        "org.opentest4j..",
                        "java..",
                        "org.jspecify.."))
                .because("it has no checks of its own, and no way past the suites");
    }

    /** The API hides Arrow in one package. */
    static ArchRule arrowStaysInData() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.neuralredshift.api.data")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.arrow..")
                .because("only org.neuralredshift.api.data speaks Arrow");
    }

    /** The host names no plugin. */
    static ArchRule hostNamesNoPlugin(Set<String> pluginPackages) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(pluginPackages.toArray(String[]::new))
                .because("the host finds plugins through their services");
    }

    /** No package sees a package that sees it. */
    static ArchRule noPackageCycles() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles();
    }
}
