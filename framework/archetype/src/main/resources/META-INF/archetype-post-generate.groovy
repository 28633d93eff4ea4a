// Keeps the sources of the kind that was chosen, and removes those of the others.
import java.nio.file.Files
import java.nio.file.Path
import javax.lang.model.SourceVersion

Path project = Path.of(request.outputDirectory, request.artifactId)
List<String> kinds = ['activation', 'layer', 'metric', 'dataset', 'task', 'backend']
String chosen = request.properties['kind']

// In batch mode Maven checks no property.
void require(boolean lawful, String property, String otherwise) {
    if (!lawful) {
        throw new IllegalArgumentException("$property: $otherwise. Remove the new folder, and try again")
    }
}
require(chosen in kinds, "-Dkind=$chosen", "it must be one of ${kinds.join(', ')}")
require(request.artifactId ==~ /[a-z][a-z0-9]*(-[a-z0-9]+)*/, "-DartifactId=$request.artifactId",
        'as the id of the extension, too, it must be lower-case letters, digits and hyphens')
String packageName = request.properties['package']
require(SourceVersion.isName(packageName), "-Dpackage=$packageName", 'it must be a name that Java allows')

// A class may not be called like one that the sources of its kind use.
String className = request.properties['className']
Set<String> taken = ['Plugin', 'Measurements', 'Sum', 'Patterns', 'Operations', 'Program', 'Places', 'Tape', 'Interpreter']
Files.walk(project.resolve(chosen)).filter(Files::isRegularFile).toList().each { file ->
    (Files.readString(file) =~ /(?m)^import [\w.]+\.(\w+);/).each { taken.add(it[1]) }
}
boolean ofJava = getClass().getResource("/java/lang/${className}.class") != null
require(SourceVersion.isIdentifier(className) && !(className in taken) && !ofJava, "-DclassName=$className",
        'it must be a name that Java allows and that the project does not use for another class')

Files.move(project.resolve('gitignore'), project.resolve('.gitignore'))
for (kind in kinds) {
    Path folder = project.resolve(kind)
    if (kind == chosen) {
        Files.walk(folder).filter(Files::isRegularFile).toList().each { file ->
            Path target = file.fileName.toString() == 'study.yaml'
                    ? project.resolve('study.yaml')
                    : project.resolve('src').resolve(folder.relativize(file))
            Files.createDirectories(target.parent)
            Files.move(file, target)
        }
    }
    folder.toFile().deleteDir()
}
