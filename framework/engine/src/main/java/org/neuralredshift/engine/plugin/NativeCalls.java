package org.neuralredshift.engine.plugin;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.NativeCallRefusal;

/**
 * Puts a {@link NativeCallRefusal} before calls and method references of what leads to native code. For plugins of libraries
 * that are no modules: the JVM gives that right to all class paths of a process or to none.
 *
 * <p>What is looked for are Java's restricted methods (JEP 472) that load a library, look one up, make a handle of native code,
 * or make memory of an address.
 */
final class NativeCalls {
    private static final ClassDesc REFUSAL =
            NativeCallRefusal.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    /** Methods by owner, as a class names both. */
    private static final Map<String, Set<String>> RESTRICTED = Map.of(
            "java/lang/System", Set.of("load", "loadLibrary"),
            "java/lang/Runtime", Set.of("load", "loadLibrary"),
            "java/lang/ModuleLayer$Controller", Set.of("enableNativeAccess"),
            "java/lang/foreign/SymbolLookup", Set.of("libraryLookup"),
            "java/lang/foreign/Linker", Set.of("downcallHandle", "upcallStub"),
            "java/lang/foreign/MemorySegment", Set.of("reinterpret"),
            "java/lang/foreign/AddressLayout", Set.of("withTargetLayout"));

    private static final CallRewriter CALLS = new CallRewriter(
            new ConstantWords(
                    RESTRICTED.values().stream().flatMap(Set::stream).distinct().toArray(String[]::new)),
            NativeCalls::isRestricted,
            NativeCalls::instruction);

    private NativeCalls() {}

    /**
     * The class to define in place of another.
     *
     * @throws ClassFormatError if the class can be read so far that it may have such calls, and no further
     */
    static byte[] refuse(byte[] bytes) {
        return CALLS.rewrite(bytes);
    }

    private static boolean isRestricted(MemberRefEntry member) {
        return isRestricted(member.owner().asInternalName(), member.name().stringValue());
    }

    private static boolean isRestricted(String owner, String name) {
        return RESTRICTED.getOrDefault(owner, Set.of()).contains(name);
    }

    private static boolean isRestricted(ConstantDesc constant) {
        if (!(constant instanceof DirectMethodHandleDesc handle)) {
            return false;
        }
        String descriptor = handle.owner().descriptorString();
        return isRestricted(descriptor.substring(1, descriptor.length() - 1), handle.methodName());
    }

    /** The refusal takes nothing from the stack and leaves nothing there; the call that follows it is never reached. */
    private static void instruction(CodeBuilder code, CodeElement element) {
        boolean restricted = switch (element) {
            case InvokeInstruction call -> isRestricted(call.method());
            case InvokeDynamicInstruction call -> call.bootstrapArgs().stream().anyMatch(NativeCalls::isRestricted);
            case LoadConstantInstruction load -> isRestricted(load.constantValue());
            default -> false;
        };
        if (restricted) {
            code.invokestatic(REFUSAL, "refuse", NOTHING);
        }
        code.with(element);
    }
}
