// Leaves out of sight the findings that are not asked for. Without it every finding is shown.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const found = document.getElementById("found");
  const plain = (text) => text.toLowerCase().replace(/\s+/g, " ");
  const saying = (part, ...selectors) =>
    plain(selectors.map((each) => part.querySelector(each).textContent).join(" "));
  const books = [...document.querySelectorAll(".workbook")].map((section) => ({
    section,
    line: document.getElementById(`${section.id}-line`),
    words: saying(section, "h2", ".about"),
    groups: [...section.querySelectorAll(".group")].map((group) => ({
      group,
      words: saying(group, "h4"),
      findings: [...group.querySelectorAll(".finding")],
    })),
  }));
  const total = books.flatMap((book) => book.groups.flatMap((each) => each.findings)).length;
  const words = new WeakMap();

  function wordsOf(finding) {
    if (!words.has(finding)) words.set(finding, plain(finding.textContent));
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
      const named = book.words.includes(text);
      for (const { group, words: heading, findings } of book.groups) {
        let ofGroup = 0;
        const inNamed = named || heading.includes(text);
        for (const finding of findings) {
          const wanted =
            severities.has(finding.dataset.severity) &&
            (!code || finding.dataset.code === code) &&
            (inNamed || wordsOf(finding).includes(text));
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
    const all = `${many(total)} ${total === 1 ? "finding" : "findings"}`;
    found.textContent = everything ? `Showing all of ${all}.` : `Showing ${many(shown)} of ${all}.`;
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
