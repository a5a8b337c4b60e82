// Leaves out of sight the findings that are not asked for. Without it every finding is shown.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const found = document.getElementById("found");
  const books = [...document.querySelectorAll(".workbook")].map((section) => ({
    section,
    line: document.getElementById(`${section.id}-line`),
    heading: ["h2", ".about"].map((part) => section.querySelector(part).textContent).join(" "),
    groups: [...section.querySelectorAll(".group")].map((group) => ({
      group,
      findings: [...group.querySelectorAll(".finding")],
    })),
  }));
  const total = books.flatMap((book) => book.groups.flatMap((each) => each.findings)).length;
  const plain = (text) => text.toLowerCase().replace(/\s+/g, " ");
  const words = new WeakMap();

  function wordsOf(finding, group, book) {
    if (!words.has(finding)) {
      const sheet = group.querySelector("h4").textContent;
      words.set(finding, plain(`${finding.textContent} ${sheet} ${book.heading}`));
    }
    return words.get(finding);
  }

  function show() {
    const asked = new FormData(form);
    const severities = new Set(asked.getAll("severity"));
    const code = asked.get("code");
    const text = plain(asked.get("text").trim());
    const everything = !code && !text && !form.querySelector("[name=severity]:not(:checked)");
    let shown = 0;
    for (const book of books) {
      let ofBook = 0;
      for (const { group, findings } of book.groups) {
        let ofGroup = 0;
        for (const finding of findings) {
          const wanted =
            severities.has(finding.dataset.severity) &&
            (!code || finding.dataset.code === code) &&
            (!text || wordsOf(finding, group, book).includes(text));
          finding.classList.toggle("out", !wanted);
          ofGroup += wanted;
        }
        group.classList.toggle("out", !ofGroup);
        ofBook += ofGroup;
      }
      // A workbook alone stays, for what else is said of it.
      const out = !everything && !ofBook && books.length > 1;
      book.section.classList.toggle("out", out);
      if (book.line) book.line.classList.toggle("out", out);
      shown += ofBook;
    }
    const many = (number) => number.toLocaleString("en-GB");
    found.textContent = everything
      ? `All ${many(total)} findings are shown.`
      : `${many(shown)} of ${many(total)} findings are shown.`;
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  form.addEventListener("reset", () => setTimeout(show, 0));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  form.hidden = false;
  show();
})();
