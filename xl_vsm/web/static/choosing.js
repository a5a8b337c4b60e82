// Choosing workbooks: several drops add up, each file is named with its size and can be taken out
// again, and what is too large is said before it is sent.

const size = (bytes) =>
  bytes < 1e5 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

export function choosing() {
  const form = document.querySelector("form[data-most-bytes]");
  if (!form) return;
  const input = form.querySelector("input[name=workbook]");
  const button = form.querySelector(".nhsuk-file-upload__drop-button");
  // A comma in its name is not seen, so that the name would not be what is on the button.
  button?.setAttribute("aria-labelledby", "workbook-label workbook");
  document.getElementById("workbook-comma")?.remove();
  const list = form.querySelector("[data-chosen]");
  const mostBytes = Number(form.dataset.mostBytes);
  const mostFiles = Number(form.dataset.mostFiles);

  const put = (files) => {
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new CustomEvent("change"));
  };
  const same = (one, other) => one.name === other.name && one.size === other.size;
  const add = (files) => {
    const before = [...input.files];
    put([...before, ...[...files].filter((file) => !before.some((each) => same(each, file)))]);
  };

  const line = (file) => {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = `${file.name}, ${size(file.size)} `;
    const out = document.createElement("button");
    out.type = "button";
    out.className = "as-link";
    out.textContent = "Take out";
    const whose = document.createElement("span");
    whose.className = "nhsuk-u-visually-hidden";
    whose.textContent = ` ${file.name}`;
    out.append(whose);
    out.addEventListener("click", () => {
      put([...input.files].filter((each) => !same(each, file)));
      button?.focus();
    });
    item.append(name);
    if (file.size > mostBytes) item.append(fault(`Too large: the most is ${size(mostBytes)}. `));
    item.append(out);
    return item;
  };
  const fault = (words) => {
    const said = document.createElement("span");
    said.className = "too-large";
    said.textContent = words;
    return said;
  };
  const show = () => {
    const files = [...input.files];
    list.replaceChildren(...files.map(line));
    if (files.length > mostFiles) {
      const item = document.createElement("li");
      item.append(fault(`Take some out: no more than ${mostFiles} can be checked at once.`));
      list.prepend(item);
    }
    list.hidden = files.length === 0;
  };
  input.addEventListener("change", show);
  show();

  form.addEventListener("submit", (event) => {
    const wrong = list.querySelector(".too-large");
    if (!wrong) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wrong.parentElement.querySelector("button")?.focus();
    list.scrollIntoView({ block: "center" });
  });

  const brings = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    document.body.classList.add("is-dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("is-dropping");
  });
  // Before the design system's own, which would put what is dropped in place of what was chosen.
  document.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    document.body.classList.remove("is-dropping");
    button?.classList.remove("nhsuk-file-upload__drop-button--dragging");
    add(event.dataTransfer.files);
  }, true);
}

// While a form is on its way and is checked, say so. Not of a download: after it the page stays.
export function working() {
  for (const place of document.querySelectorAll("form [data-working]")) {
    const form = place.closest("form");
    let later;
    const rest = () => {
      clearTimeout(later);
      form.classList.remove("is-working");
      place.replaceChildren();
    };
    form.addEventListener("submit", (event) => {
      rest();
      if (![form, event.submitter].some((each) => each?.matches("[data-check]"))) return;
      const number = form.querySelector("input[name=workbook]")?.files.length ?? 1;
      const words = document.createElement("span");
      words.textContent = number > 1 ? `Checking ${number} workbooks…` : "Checking the workbook…";
      const bar = document.createElement("progress");
      bar.setAttribute("aria-label", "Working");
      place.replaceChildren(bar, words);
      form.classList.add("is-working");
      later = setTimeout(() => {
        words.textContent = "Still checking. A large workbook can take a minute or two…";
      }, 8000);
    });
    addEventListener("pageshow", rest); // when somebody comes back to the page
  }
}
