package org.neuralredshift.backends.cpu;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import org.neuralredshift.backends.cpu.Arithmetic.Value;

/** Vectors in local variables, which the compiler keeps in registers while they fit. */
final class Locals {
    private Locals() {}

    /** The first of so many neighbouring variables. */
    static int allocate(CodeBuilder code, int count) {
        int first = code.allocateLocal(TypeKind.REFERENCE);
        for (int i = 1; i < count; i++) {
            code.allocateLocal(TypeKind.REFERENCE);
        }
        return first;
    }

    /** What a variable holds. */
    static Value value(int variable) {
        return code -> code.aload(variable);
    }
}
