package org.neuralredshift.engine.plugin;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DeadCodeOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.neuralredshift.api.ExitError;

/**
 * Turns what would end the process into an {@link ExitError}: calls and method references of {@code System.exit},
 * {@code Runtime.exit} and {@code Runtime.halt}. Everything else of a class stays as it is, its frames included, so nothing
 * that it names is looked up. A class without such a call is the very same bytes.
 *
 * <p>The JVM has no other means since the Security Manager is gone: see JEP 486.
 */
final class ExitCalls {
    private static final ClassDesc ERROR = ExitError.class.describeConstable().orElseThrow();
    private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final MethodTypeDesc STATUS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc RUNTIME_AND_STATUS = STATUS.insertParameterTypes(0, RUNTIME);
    private static final ClassFile FORMAT =
            ClassFile.of(StackMapsOption.DROP_STACK_MAPS, DeadCodeOption.KEEP_DEAD_CODE);

    private ExitCalls() {}

    /**
     * The class to define in place of another.
     *
     * @throws ClassFormatError if the class can be read so far that it may have such calls, and no further
     */
    static byte[] refuse(byte[] bytes) {
        if (!ExitNames.in(bytes)) {
            return bytes;
        }
        try {
            ClassModel model = FORMAT.parse(bytes);
            return calls(model)
                    ? FORMAT.transformClass(model, ClassTransform.transformingMethods(ExitCalls::method))
                    : bytes;
        } catch (IllegalArgumentException e) {
            ClassFormatError error =
                    new ClassFormatError("calls of System.exit cannot be looked for: " + e.getMessage());
            error.initCause(e);
            throw error;
        }
    }

    private static boolean calls(ClassModel model) {
        for (var entry : model.constantPool()) {
            if (entry instanceof MemberRefEntry member && ends(member)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(MemberRefEntry member) {
        return member.type().equalsString(STATUS.descriptorString())
                && ends(member.owner().asSymbol(), member.name().stringValue());
    }

    private static boolean ends(ClassDesc owner, String name) {
        return switch (name) {
            case "exit" -> owner.equals(SYSTEM) || owner.equals(RUNTIME);
            case "halt" -> owner.equals(RUNTIME);
            default -> false;
        };
    }

    /** Instructions keep their places, so the frames of the original hold. */
    private static void method(MethodBuilder method, MethodElement element) {
        if (element instanceof CodeModel code) {
            CodeTransform frames = CodeTransform.endHandler(
                    builder -> code.findAttribute(Attributes.stackMapTable()).ifPresent(builder::with));
            method.transformCode(
                    code,
                    CodeTransform.ACCEPT_ALL.andThen(ExitCalls::instruction).andThen(frames));
        } else {
            method.with(element);
        }
    }

    private static void instruction(CodeBuilder code, CodeElement element) {
        switch (element) {
            case InvokeInstruction call
            when ends(call.method()) ->
                code.invokestatic(
                        ERROR,
                        call.name().stringValue(),
                        call.opcode() == Opcode.INVOKESTATIC ? STATUS : RUNTIME_AND_STATUS);
            case InvokeDynamicInstruction call
            when call.bootstrapArgs().stream().anyMatch(ExitCalls::ends) ->
                code.invokedynamic(DynamicCallSiteDesc.of(
                        call.bootstrapMethod(),
                        call.name().stringValue(),
                        call.typeSymbol(),
                        refused(call.bootstrapArgs())));
            case LoadConstantInstruction load
            when ends(load.constantValue()) -> code.loadConstant(refused(load.constantValue()));
            default -> code.with(element);
        }
    }

    private static boolean ends(ConstantDesc constant) {
        return constant instanceof DirectMethodHandleDesc handle
                && handle.lookupDescriptor().equals(STATUS.descriptorString())
                && ends(handle.owner(), handle.methodName());
    }

    private static ConstantDesc[] refused(List<ConstantDesc> constants) {
        return constants.stream().map(ExitCalls::refused).toArray(ConstantDesc[]::new);
    }

    private static ConstantDesc refused(ConstantDesc constant) {
        return constant instanceof DirectMethodHandleDesc handle && ends(handle)
                ? MethodHandleDesc.ofMethod(
                        DirectMethodHandleDesc.Kind.STATIC, ERROR, handle.methodName(), handle.invocationType())
                : constant;
    }
}
