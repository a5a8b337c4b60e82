// Runs Python under Pyodide. The last line of the code is its answer, a text of JSON.
import { boot, main, megabytes, timed } from "./boot.mjs";

await main(async (job) => {
  const took = {};
  const pyodide = await boot(job, took);
  const answer = await timed(took, "run", () => pyodide.runPythonAsync(job.code));
  return { answer: JSON.parse(answer), took, megabytes: megabytes() };
});
