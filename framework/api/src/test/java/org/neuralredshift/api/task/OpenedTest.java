package org.neuralredshift.api.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {
    private final List<String> closed = new ArrayList<>();
    private final Opened opened = new Opened();

    private void open(String name, boolean closes) {
        opened.add(() -> {
            closed.add(name);
            if (!closes) {
                throw new IllegalStateException(name);
            }
        });
    }

    @Test
    void allIsClosedTheLastFirstThoughSomeCannotBe() {
        open("memory", true);
        open("program", false);
        open("session", false);
        IllegalStateException first = assertThrows(IllegalStateException.class, opened::close);
        assertEquals("session", first.getMessage());
        assertEquals("program", first.getSuppressed()[0].getMessage());
        assertEquals(List.of("session", "program", "memory"), closed);
        opened.close();
        assertEquals(3, closed.size());
    }

    @Test
    void whatFailedBeforeIsToldFirst() {
        open("memory", true);
        open("program", false);
        Exception failure = new Exception("no session");
        opened.closeAfter(failure);
        assertSame(IllegalStateException.class, failure.getSuppressed()[0].getClass());
        assertEquals(List.of("program", "memory"), closed);
    }
}
