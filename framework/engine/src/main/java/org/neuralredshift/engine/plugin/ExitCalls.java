package org.neuralredshift.engine.plugin;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
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
 * {@code Runtime.exit} and {@code Runtime.halt}.
 *
 * <p>The JVM has no other means since the Security Manager is gone: see JEP 486.
 */
final class ExitCalls {
    private static final ClassDesc ERROR = ExitError.class.describeConstable().orElseThrow();
    private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final MethodTypeDesc STATUS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc RUNTIME_AND_STATUS = STATUS.insertParameterTypes(0, RUNTIME);
    private static final CallRewriter CALLS =
            new CallRewriter(new ConstantWords("exit", "halt"), ExitCalls::ends, ExitCalls::instruction);

    private ExitCalls() {}

    /**
     * The class to define in place of another.
     *
     * @throws ClassFormatError if the class can be read so far that it may have such calls, and no further
     */
    static byte[] refuse(byte[] bytes) {
        return CALLS.rewrite(bytes);
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
