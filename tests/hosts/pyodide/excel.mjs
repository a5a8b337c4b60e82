// Opens a workbook with xlwings Lite in it: the add-in's Python under Pyodide, the JavaScript that
// Excel calls, and a stand-in for Excel itself. Answers formulas, then runs scripts.
import { runInThisContext } from "node:vm";
import { boot, main, megabytes, timed } from "./boot.mjs";

async function open(job, took) {
  const pyodide = await boot(job, took);
  // The configuration goes first: it tells xlwings that it is in an add-in.
  await timed(took, "xlwings", () => pyodide.runPythonAsync("import config, xlwings.server"));
  await timed(took, "functions", () => pyodide.runPythonAsync("import main"));
  await pyodide.runPythonAsync(job.runtime);
  for (const each of ["Functions_Call", "Functions_Meta", "Scripts_Call", "Scripts_Meta"]) {
    const there = `custom_${each.toLowerCase()}`;
    globalThis[`wasmCustom${each.replace("_", "")}`] = pyodide.globals.get(there);
  }
  globalThis.config = { onWasm: true };
  globalThis.xlwings = {
    getCultureInfoName: async () => "en-GB",
    getDateFormat: async () => "dd/mm/yyyy",
  };
  for (const script of job.javascript) runInThisContext(script);
}

async function timedAnswer(formula) {
  const took = {};
  const [outcome] = await timed(took, "answer", () => globalThis.sheet.calculate([formula]));
  return { ...outcome, took: took.answer };
}

await main(async (job) => {
  // Standard output is for the report alone; the add-in logs each fault.
  console.log = console.error = (...words) => process.stderr.write(`${words.join(" ")}\n`);
  const took = {};
  await open(job, took);
  const outcomes = [];
  for (const formula of job.formulas) outcomes.push(await timedAnswer(formula));
  const scripts = [];
  for (const { name, book } of job.scripts) {
    scripts.push(await globalThis.wasmCustomScriptsCall(book, name));
  }
  return {
    outcomes,
    scripts,
    names: globalThis.sheet.names(),
    functions: globalThis.wasmCustomFunctionsMeta(job.main).functions,
    offered: globalThis.wasmCustomScriptsMeta(),
    took,
    megabytes: megabytes(),
  };
});
