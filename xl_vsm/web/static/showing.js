// Showing findings by how grave they are.

export function showing() {
  const chooser = document.querySelector("[data-chooser]");
  if (!chooser) return;
  const boxes = [...chooser.querySelectorAll("input")];
  const findings = [...document.querySelectorAll("[data-severity]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const status = chooser.querySelector("[data-chosen-now]");
  const show = () => {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const each of findings) each.hidden = !wanted.has(each.dataset.severity);
    for (const each of groups) each.hidden = !each.querySelector("[data-severity]:not([hidden])");
    const shown = findings.filter((each) => !each.hidden).length;
    status.textContent = `${shown} of ${findings.length} findings are shown.`;
  };
  chooser.addEventListener("change", show);
  chooser.hidden = false;
}

// Open what is folded where a link leads to it.
export function unfolding() {
  const open = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const folded = target && target.querySelector(":scope > details");
    if (folded) folded.open = true;
  };
  addEventListener("hashchange", open);
  open();
}
