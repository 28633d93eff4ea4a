package org.neuralredshift.engine.plugin;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DeadCodeOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.function.Predicate;

/**
 * Changes the calls of some methods of Java in the classes of plugins. Everything else of a class stays as it is, its frames
 * included, so nothing that it names is looked up. A class without such a call is the very same bytes.
 *
 * @param names of the methods
 * @param meant the methods
 * @param change of an instruction; others it passes on
 */
record CallRewriter(ConstantWords names, Predicate<MemberRefEntry> meant, CodeTransform change) {
    private static final ClassFile FORMAT =
            ClassFile.of(StackMapsOption.DROP_STACK_MAPS, DeadCodeOption.KEEP_DEAD_CODE);

    /**
     * The class to define in place of another.
     *
     * @throws ClassFormatError if the class can be read so far that it may have such calls, and no further
     */
    byte[] rewrite(byte[] bytes) {
        if (!names.in(bytes)) {
            return bytes;
        }
        try {
            ClassModel model = FORMAT.parse(bytes);
            return calls(model)
                    ? FORMAT.transformClass(model, ClassTransform.transformingMethods(this::method))
                    : bytes;
        } catch (IllegalArgumentException e) {
            ClassFormatError error =
                    new ClassFormatError("calls of System.exit and the like cannot be looked for: " + e.getMessage());
            error.initCause(e);
            throw error;
        }
    }

    private boolean calls(ClassModel model) {
        for (var entry : model.constantPool()) {
            if (entry instanceof MemberRefEntry member && meant.test(member)) {
                return true;
            }
        }
        return false;
    }

    /** The frames of the original are tied to labels, which move with their instructions; what is put in needs none. */
    private void method(MethodBuilder method, MethodElement element) {
        if (element instanceof CodeModel code) {
            CodeTransform frames = CodeTransform.endHandler(
                    builder -> code.findAttribute(Attributes.stackMapTable()).ifPresent(builder::with));
            method.transformCode(code, CodeTransform.ACCEPT_ALL.andThen(change).andThen(frames));
        } else {
            method.with(element);
        }
    }
}
