package org.neuralredshift.api.annotation;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What whoever compiles against a type may rely on from release to release. It stands on every type that the API and the test
 * kit export, and holds for the types within it that carry none of their own. The build compares both with the last release.
 */
@Api(STABLE)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Api {
    /** How stable it is. */
    Stability value();

    /** How stable a type is. */
    enum Stability {
        /** What compiles and runs with it does so with every later release of the same major version. */
        STABLE,
        /** It may change in any release; the changelog says how. */
        INCUBATING,
        /** Public only because modules of ours share it. It may change or go at any time: do not use it. */
        INTERNAL
    }
}
