// Shows what is found while somebody types. The server finds it, as it does without a script.
const WAIT = 200;
const form = document.getElementById("search");
const box = document.getElementById("q");
const found = document.getElementById("found");
const said = document.getElementById("said");
let asked = 0;
let waiting;

async function look() {
  const mine = ++asked;
  const address = new URL(form.action);
  if (box.value.trim()) address.searchParams.set("q", box.value.trim());
  let page;
  try {
    const answer = await fetch(address);
    if (!answer.ok) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return; // the button still works once the server is back
  }
  if (mine !== asked) return; // something newer was typed meanwhile
  found.replaceChildren(...page.getElementById("found").childNodes);
  const count = document.getElementById("count");
  said.textContent = count ? count.textContent : "Everything is shown";
  document.title = page.title;
  history.replaceState(null, "", address);
}

box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, WAIT);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  look();
});
