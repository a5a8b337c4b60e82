// Lets the reader choose the order of a table's lines. Without it they are as the report has them.
(() => {
  "use strict";
  const words = new Intl.Collator("en-GB", { numeric: true });
  const cell = (row, place) => row.cells[place].textContent.trim();
  const amount = (row, place) => Number(cell(row, place).replaceAll(",", ""));

  function sort(table, heading) {
    const place = heading.cellIndex;
    const counted = heading.classList.contains("number");
    // The largest first is what a count is sorted for.
    const was = heading.getAttribute("aria-sort");
    const down = was ? was === "ascending" : counted;
    const body = table.tBodies[0];
    const rows = [...body.rows].sort((a, b) =>
      counted
        ? amount(a, place) - amount(b, place)
        : words.compare(cell(a, place), cell(b, place)),
    );
    body.append(...(down ? rows.reverse() : rows));
    for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    for (const heading of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = heading.dataset.heading = heading.textContent;
      button.addEventListener("click", () => sort(table, heading));
      heading.replaceChildren(button);
    }
  }
})();
