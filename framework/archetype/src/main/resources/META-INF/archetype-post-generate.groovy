// Keeps the sources of the kind that was chosen, and removes those of the others.
import java.nio.file.Files
import java.nio.file.Path

Path project = Path.of(request.outputDirectory, request.artifactId)
List<String> kinds = ['activation', 'layer', 'metric', 'task', 'backend']
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
