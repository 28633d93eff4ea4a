package org.neuralredshift.engine.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;

/** Resolves the fields of a study against the catalog. */
final class StudyReader {
    private static final String PARAMETERS = "parameters.";
    /** What would lead to another folder, or to none. */
    private static final Pattern NO_FOLDER = Pattern.compile("[/\\\\\\p{Cntrl}]|^\\.{1,2}$");

    private final YamlNode.Mapping file;
    private final Map<String, YamlNode> fields;
    private final Origins origins;
    private final Catalog catalog;

    /** @param origin who wrote the file */
    StudyReader(YamlNode.Mapping file, Preset preset, List<String> options, ParameterOrigin origin, Catalog catalog) {
        this.file = file;
        this.fields = Overrides.apply(file, preset, options);
        this.origins = new Origins(fields, origin);
        this.catalog = catalog;
    }

    ResolvedStudy read() {
        Task task = task();
        CellReader cells = new CellReader(task, catalog);
        Map<String, List<Object>> parameters = parameters(task, cells);
        List<Map<String, List<Object>>> sweeps = cells.sweeps(fields.get("sweeps"));
        CellSpace space = CellSpace.of(parameters, sweeps);
        List<Study.NullModel> nullModels = cells.nullModels(fields.get("null-models"), space);
        List<Long> seeds = Seeds.read(Optional.ofNullable(fields.get("seeds")));
        YamlNode keep = fields.get("keep-samples");
        long kept = keep == null ? 0 : Scalars.whole(keep, 0, Integer.MAX_VALUE);
        YamlNode seed = fields.get("seed");
        List<MetricSelection> metrics = new MetricReader(catalog, task, space, nullModels)
                .read(require("metrics", "Name at least one metric."));
        List<String> labels = metrics.stream().map(MetricSelection::label).toList();
        Study cellsAndMetrics = new Study(
                name(),
                text("title"),
                text("description"),
                task.id(),
                seed == null ? 0 : Scalars.whole(seed, 0, Seeds.LARGEST),
                seeds,
                parameters,
                sweeps,
                nullModels,
                labels,
                (int) Math.min(kept, seeds.size()),
                List.of(),
                List.of(),
                measured(task, space));
        cellsAndMetrics.measured().requireSame(fields.get("measured"));
        Vocabulary vocabulary = new Vocabulary(cellsAndMetrics, isNarrowed(), cells::values);
        Entries figures = new FigureReader(vocabulary).read(fields.get("figures"));
        Entries claims = new ClaimReader(vocabulary).read(fields.get("claims"));
        Study study = cellsAndMetrics.with(figures.kept(), claims.kept());
        origins.requireEffect(fields(file));
        PlanSize.check(study, file.place().source());
        ResolvedStudy resolved = new ResolvedStudy(
                study,
                task,
                metrics,
                origins.of(task),
                Stream.concat(figures.leftOut().stream(), claims.leftOut().stream())
                        .toList());
        new StructureCheck(resolved, catalog, fields, file.place()).check();
        return resolved;
    }

    private Task task() {
        YamlNode node = require("task", Suggestions.hint("", catalog.ids(Task.class)));
        String id = Scalars.text(node);
        try {
            return catalog.find(Task.class, id);
        } catch (UserException e) {
            throw node.mistake(
                    "is " + id + ", but there is no such task", e.hint().orElse(null));
        }
    }

    private Map<String, List<Object>> parameters(Task task, CellReader cells) {
        Map<String, YamlNode> given = new LinkedHashMap<>();
        fields.forEach((path, node) -> {
            if (path.startsWith(PARAMETERS)) {
                given.put(path.substring(PARAMETERS.length()), node);
            }
        });
        Map<String, List<Object>> values = cells.values(given);
        Map<String, List<Object>> parameters = new LinkedHashMap<>();
        task.parameters()
                .parameters()
                .forEach(parameter -> parameters.put(
                        parameter.name(), values.getOrDefault(parameter.name(), List.of(parameter.initial()))));
        return parameters;
    }

    private Measured measured(Task task, CellSpace space) {
        try {
            return MeasuredFinder.of(task, space, catalog);
        } catch (InvalidParameterException e) {
            throw StructureCheck.mistake(e, fields, file.place(), "Change it; nothing was computed.");
        }
    }

    /** Whether the command line chose some of the cells. */
    private boolean isNarrowed() {
        return fields.entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(PARAMETERS) || field.getKey().equals("sweeps"))
                .anyMatch(field -> field.getValue().place().isOption());
    }

    private String name() {
        YamlNode node = fields.get("study");
        String name = node == null ? nameOf(Path.of(file.place().source())) : Scalars.text(node);
        if (node != null && name.isBlank()) {
            throw node.mistake("is blank", "Give the study a name, or remove the key to name it after its file.");
        }
        if (node != null && NO_FOLDER.matcher(name).find()) {
            throw node.mistake(
                    "is " + name + ", but its results go to a folder of that name",
                    "Leave out /, \\ and names such as .. here, and say with --out where the results go.");
        }
        return name;
    }

    /** A file's name without its ending. */
    static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    private String text(String field) {
        YamlNode node = fields.get(field);
        return node == null ? "" : Scalars.text(node);
    }

    private YamlNode require(String field, @Nullable String hint) {
        YamlNode node = fields.get(field);
        if (node == null) {
            throw YamlNode.mistake(file.place(), field, "is missing", hint);
        }
        return node;
    }

    /** The fields of a study file as they stand there, without any variant. */
    static Map<String, YamlNode> fields(YamlNode.Mapping file) {
        return Overrides.apply(file, Preset.STANDARD, List.of());
    }
}
