package org.neuralredshift.backends.cpu;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.function.BiConsumer;

/** Turns generated methods into a {@link TileKernel} that is unloaded when nobody uses it. */
final class HiddenKernel {
    static final ClassDesc FLOATS = CD_float.arrayType();
    static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.FloatVector");
    /** {@link TileKernel#run}. */
    static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, FLOATS, CD_int.arrayType(), CD_int);

    private HiddenKernel() {}

    /** @param methods writes the methods into the class, whose name it is given */
    static TileKernel define(BiConsumer<ClassBuilder, ClassDesc> methods) {
        ClassDesc self = ClassDesc.of(TileKernel.class.getPackageName(), "GeneratedKernel");
        byte[] bytes = ClassFile.of().build(self, kernel -> {
            kernel.withInterfaceSymbols(ClassDesc.of(TileKernel.class.getName()));
            kernel.withMethodBody(
                    INIT_NAME,
                    MTD_void,
                    ClassFile.ACC_PUBLIC,
                    code -> code.aload(0)
                            .invokespecial(CD_Object, INIT_NAME, MTD_void)
                            .return_());
            methods.accept(kernel, self);
        });
        try {
            Class<?> kernel =
                    MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            return (TileKernel) kernel.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated kernel does not load", e);
        }
    }
}
