package org.neuralredshift.engine.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.Task;

/**
 * The columns of a task's rows: {@value #CELL}, {@value #SEED}, one for each parameter, those of the task's results,
 * {@value #STATUS}, {@value #REASON}.
 */
public final class RowSchema {
    /** Column with the id of the cell. */
    public static final String CELL = "cell";
    /** Column with the seed of the network. */
    public static final String SEED = "seed";
    /** Column with the {@linkplain org.neuralredshift.api.data.Status#id() status}. */
    public static final String STATUS = "status";
    /** Column with the reason of a status other than ok, or null. */
    public static final String REASON = "reason";

    /** Field metadata: the unit. */
    static final String UNIT = "unit";
    /** Field metadata: one sentence. */
    static final String HELP = "help";
    /** Schema metadata: how many functions of this chunk lie in the file of samples. */
    static final String SAMPLES = "neuralredshift:samples";
    /** Schema metadata: how many spectra of this chunk lie in the file of spectra. */
    static final String SPECTRA = "neuralredshift:spectra";

    /** Schema metadata: which plugins computed the rows of this chunk, with revision and SHA-256. */
    static final String PLUGINS = "neuralredshift:plugins";

    private static final ArrowType TEXT = ArrowType.Utf8.INSTANCE;
    private static final ArrowType INTEGER = new ArrowType.Int(64, true);
    private static final ArrowType REAL = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);

    private RowSchema() {}

    /**
     * The Arrow schema of a task's rows.
     *
     * @param samples how many functions are kept beside them
     * @param spectra how many spectra are kept beside them
     * @param plugins who computes them, as {@link Attribution} tells; empty if that is not known
     */
    static Schema of(Task task, int samples, int spectra, String plugins) {
        List<Field> fields = new ArrayList<>();
        fields.add(field(CELL, TEXT, false, "", "depends on the task and its parameters alone"));
        fields.add(field(SEED, INTEGER, false, "", "of the network"));
        for (Parameter parameter : task.parameters().parameters()) {
            fields.add(field(parameter.name(), type(parameter), false, parameter.unit(), parameter.help()));
        }
        for (ResultSchema.Column column : task.results().columns()) {
            fields.add(field(column.name(), type(column), true, column.unit(), column.help()));
        }
        fields.add(field(STATUS, TEXT, false, "", "ok, or why there is nothing to measure"));
        fields.add(field(REASON, TEXT, true, "", "of a status other than ok"));
        checkNames(task, fields);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("neuralredshift:task", task.id());
        metadata.put("neuralredshift:revision", Integer.toString(task.revision()));
        metadata.put(SAMPLES, Integer.toString(samples));
        metadata.put(SPECTRA, Integer.toString(spectra));
        if (!plugins.isEmpty()) {
            metadata.put(PLUGINS, plugins);
        }
        return new Schema(fields, metadata);
    }

    private static void checkNames(Task task, List<Field> fields) {
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.getName())) {
                throw new IllegalArgumentException(
                        "the task " + task.id() + " has two columns called " + field.getName());
            }
        }
    }

    private static Field field(String name, ArrowType type, boolean nullable, String unit, String help) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (!unit.isEmpty()) {
            metadata.put(UNIT, unit);
        }
        metadata.put(HELP, help);
        return new Field(name, new FieldType(nullable, type, null, metadata), List.of());
    }

    private static ArrowType type(Parameter parameter) {
        return switch (parameter.type()) {
            case INTEGER -> INTEGER;
            case REAL -> REAL;
            case FLAG -> ArrowType.Bool.INSTANCE;
            case CHOICE, EXTENSION, COMPOSITION, TEXT -> TEXT;
        };
    }

    private static ArrowType type(ResultSchema.Column column) {
        return switch (column.type()) {
            case TEXT -> TEXT;
            case INTEGER -> INTEGER;
            case REAL -> REAL;
        };
    }
}
