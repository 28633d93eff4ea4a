// Reads Arrow files as a stranger does, and prints what it found, separated by tabs: for each file its fields (name, type,
// metadata) after the word "field", and its rows, as name=value, after the word "row".
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";

const text = (value) =>
  value !== null && typeof value === "object" && typeof value.toArray === "function"
    ? [...value.toArray()].join(" ")
    : String(value);

for (const file of process.argv.slice(2)) {
  const table = tableFromIPC(readFileSync(file));
  for (const field of table.schema.fields) {
    console.log(["field", field.name, field.type, JSON.stringify(Object.fromEntries(field.metadata))].join("\t"));
  }
  for (const row of table) {
    console.log(["row", ...Object.entries(row.toJSON()).map(([name, value]) => `${name}=${text(value)}`)].join("\t"));
  }
}
