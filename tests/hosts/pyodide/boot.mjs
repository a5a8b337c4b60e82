// Boots Pyodide and puts packages into it, as xlwings Lite does when a workbook opens.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { text } from "node:stream/consumers";

const sitePackages = "/lib/python3.14/site-packages";

// Does the job on standard input, and writes its report to standard output.
export async function main(work) {
  try {
    process.stdout.write(JSON.stringify(await work(JSON.parse(await text(process.stdin)))));
  } catch (error) {
    // Node itself would show the line at fault, and all of Pyodide is one line.
    process.stderr.write(`\n${error.message ?? error}\n`);
    process.exitCode = 1;
  }
}

export async function timed(took, name, work) {
  const began = performance.now();
  const result = await work();
  took[name] = performance.now() - began;
  return result;
}

export const megabytes = () => process.memoryUsage().rss / 2 ** 20;

export async function boot(job, took) {
  const { loadPyodide } = await import(pathToFileURL(`${job.pyodide}/pyodide.mjs`));
  const env = { HOME: "/home/pyodide", ...job.environment };
  const pyodide = await timed(took, "boot", () => loadPyodide({ env, stdout: console.error }));
  await timed(took, "unpack", async () => {
    for (const wheel of job.wheels) {
      const bytes = new Uint8Array(await readFile(wheel));
      pyodide.unpackArchive(bytes, "wheel", { extractDir: sitePackages });
    }
  });
  for (const [path, content] of Object.entries(job.files)) {
    pyodide.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    pyodide.FS.writeFile(path, content);
  }
  if (job.install) await timed(took, "install", () => install(pyodide, job.install));
  return pyodide;
}

// Our own wheel goes in as a line of requirements.txt does. All that it depends on is there by
// then, so that micropip, which reads what it needs from the wheel, has nothing to fetch.
async function install(pyodide, wheel) {
  const inside = `/tmp/${basename(wheel)}`;
  pyodide.FS.writeFile(inside, new Uint8Array(await readFile(wheel)));
  await pyodide.pyimport("micropip").install(`emfs:${inside}`);
}
