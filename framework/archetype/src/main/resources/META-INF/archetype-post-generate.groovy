// Keeps the sources of the kind that was chosen, and removes those of the others.
import java.nio.file.Files
import java.nio.file.Path

Path project = Path.of(request.outputDirectory, request.artifactId)

Files.move(project.resolve('gitignore'), project.resolve('.gitignore'))
for (kind in ['activation', 'layer', 'metric', 'task', 'backend']) {
    Path folder = project.resolve(kind)
    if (kind == request.properties['kind']) {
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
