package org.neuralredshift.verification;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Keeps of a JAR what others can compile against: exported types with their public and protected members, without code. The
 * same JAR gives the same bytes. Run by hand when a release is made, see docs/api-stability.md.
 */
final class ApiSignatures {
    private static final LocalDateTime INSTANT = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final ClassFile CLASS_FILE = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);

    private ApiSignatures() {}

    /** Arguments: the JAR of a release, and where its signatures go. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** Writes the signatures of a modular JAR. */
    static void write(Path jar, Path signatures) throws IOException {
        ModuleReference module = ModuleFinder.of(jar).findAll().iterator().next();
        Set<String> exported = exported(module.descriptor());
        try (ModuleReader reader = module.open();
                Stream<String> names = reader.list();
                OutputStream file = Files.newOutputStream(signatures);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : names.filter(n -> n.endsWith(".class")).sorted().toList()) {
                String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
                if (exported.contains(folder.replace('/', '.')) && !name.endsWith("package-info.class")) {
                    add(
                            out,
                            name,
                            CLASS_FILE.parse(reader.read(name).orElseThrow().array()));
                }
            }
        }
    }

    /** The packages that a module exports to everybody. */
    static Set<String> exported(ModuleDescriptor module) {
        return module.exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    private static void add(ZipOutputStream out, String name, ClassModel type) throws IOException {
        if (!isVisible(flags(type))) {
            return;
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(INSTANT);
        out.putNextEntry(entry);
        out.write(CLASS_FILE.transformClass(type, (builder, element) -> {
            switch (element) {
                case MethodModel method -> {
                    if (isVisible(method.flags().flags())) {
                        builder.withMethod(
                                method.methodName(),
                                method.methodType(),
                                method.flags().flagsMask(),
                                body -> method.forEach(part -> {
                                    if (!(part instanceof CodeModel) && !(part instanceof AccessFlags)) {
                                        body.with(part);
                                    }
                                }));
                    }
                }
                case FieldModel field -> {
                    if (isVisible(field.flags().flags())) {
                        builder.with(field);
                    }
                }
                case SourceFileAttribute source -> {}
                case ClassElement kept -> builder.with(kept);
            }
        }));
        out.closeEntry();
    }

    /** Those of a nested type stand in the list of nested types. */
    private static Set<AccessFlag> flags(ClassModel type) {
        List<InnerClassInfo> nested = type.findAttribute(Attributes.innerClasses())
                .map(attribute -> attribute.classes())
                .orElse(List.of());
        return nested.stream()
                .filter(info -> info.innerClass().equals(type.thisClass()))
                .findFirst()
                .map(InnerClassInfo::flags)
                .orElseGet(() -> type.flags().flags());
    }

    private static boolean isVisible(Set<AccessFlag> flags) {
        return !flags.contains(AccessFlag.SYNTHETIC)
                && (flags.contains(AccessFlag.PUBLIC) || flags.contains(AccessFlag.PROTECTED));
    }
}
