/**
 * Runs the suites of the test kit on a plugin that is built. It lies in the folder {@code kit} of the image with the test kit
 * and JUnit, and only {@code nrs plugins verify} loads it.
 */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.examiner {
    requires org.junit.platform.launcher;
    requires org.neuralredshift.engine;
    requires org.neuralredshift.testkit;
    requires static org.jspecify;

    opens org.neuralredshift.examiner to
            org.junit.platform.commons;

    uses org.junit.platform.engine.TestEngine;

    provides org.neuralredshift.engine.examination.Examiner with
            org.neuralredshift.examiner.SuiteExaminer;
}
