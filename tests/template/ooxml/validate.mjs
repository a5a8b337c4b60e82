// Validate workbooks with the Open XML SDK, as often as asked: its start takes far longer.
//
// node validate.mjs MODULE      reads {"version": ..., "files": [...]}, a question a line, and
//                               prints {file: [what is wrong, ...], ...}, an answer a line
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { default: validate } = await import(pathToFileURL(process.argv[2]));

async function faults(file, version) {
  const data = new Uint8Array(await readFile(file));
  try {
    const found = await validate(data, "xlsx", version);
    return found.map(({ path, description }) => `${path.partUri}: ${description}`);
  } catch (error) {
    return [`it cannot be opened: ${error.message ?? error}`];
  }
}

for await (const question of createInterface({ input: process.stdin })) {
  const { version, files } = JSON.parse(question);
  const found = {};
  for (const file of files) found[file] = await faults(file, version);
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
process.exit(0);
