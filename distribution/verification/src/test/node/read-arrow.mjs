// node read-arrow.mjs FILE... prints a line of JSON for each Arrow IPC file, as Arrow's own JavaScript reader sees it:
// {file, rows, columns: [{name, type, nullable, metadata}], first: {column: value}, nulls: {column: count}, and for
// columns of sampled functions tensors: {column: {shape, finite, minimum, maximum, first: [up to 8 numbers]}}}.
import { readFileSync } from 'node:fs';
import { tableFromIPC } from 'apache-arrow';

const plain = value => {
  if (typeof value === 'bigint') return Number(value);
  if (value && typeof value.toArray === 'function') return Array.from(value.toArray().subarray(0, 8));
  return value;
};

const tensor = (field, column) => {
  const { shape } = JSON.parse(field.metadata.get('ARROW:extension:metadata'));
  let finite = true;
  let minimum = Infinity;
  let maximum = -Infinity;
  for (const list of column) {
    for (const number of list.toArray()) {
      finite &&= Number.isFinite(number);
      minimum = Math.min(minimum, number);
      maximum = Math.max(maximum, number);
    }
  }
  const first = column.length ? plain(column.get(0)) : [];
  const size = column.length ? column.get(0).length : shape.reduce((a, b) => a * b, 1);
  if (size !== shape.reduce((a, b) => a * b, 1)) {
    throw new Error(`column ${field.name} says shape ${shape}, but its lists hold ${size} numbers`);
  }
  return { shape, finite, minimum, maximum, first };
};

const describe = file => {
  const table = tableFromIPC(readFileSync(file));
  const fields = table.schema.fields;
  const columns = fields.map(field => ({
    name: field.name,
    type: String(field.type),
    nullable: field.nullable,
    metadata: Object.fromEntries(field.metadata),
  }));
  const first = {};
  const nulls = {};
  const tensors = {};
  for (const field of fields) {
    const column = table.getChild(field.name);
    first[field.name] = table.numRows ? plain(column.get(0)) : null;
    nulls[field.name] = column.nullCount;
    if (field.metadata.get('ARROW:extension:name') === 'arrow.fixed_shape_tensor') {
      tensors[field.name] = tensor(field, column);
    }
  }
  return { file, rows: table.numRows, columns, first, nulls, tensors };
};

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node read-arrow.mjs FILE...');
  process.exit(2);
}
for (const file of files) console.log(JSON.stringify(describe(file)));
