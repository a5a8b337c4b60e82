// Validate workbooks with the Open XML SDK, all in one start of it.
//
// node validate.mjs MODULE VERSION FILE...      prints {file: [what is wrong, ...], ...}
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [module, version, ...files] = process.argv.slice(2);
const { default: validate } = await import(pathToFileURL(module));
const found = {};
for (const file of files) {
  const data = new Uint8Array(await readFile(file));
  try {
    const faults = await validate(data, "xlsx", version);
    found[file] = faults.map(({ path, description }) => `${path.partUri}: ${description}`);
  } catch (error) {
    found[file] = [`it cannot be opened: ${error.message ?? error}`];
  }
}
process.stdout.write(JSON.stringify(found));
process.exit(0);
