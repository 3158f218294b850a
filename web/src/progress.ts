// How far a plan is, as it comes; when it is over, the page is read again, and who was somewhere by keyboard is there still.
const KEY = "leon-focus";

/** What can have the focus, in the order of the page. */
const reached = () => [...document.querySelectorAll<HTMLElement>("main :is(a, button, input, select, textarea)")];

/** The same kind of thing with the same address or name, counted from the end, for what is new stands above. */
function keepFocus(): void {
  const here = document.activeElement;
  const alike = reached().filter((it) => same(it) === (here && same(here)));
  if (here && alike.length > 0) {
    sessionStorage.setItem(KEY, JSON.stringify([same(here), alike.length - alike.indexOf(here as HTMLElement)]));
  }
}

function same(it: Element): string {
  return [it.tagName, it.closest("form")?.action, it.getAttribute("href"), it.getAttribute("name")].join(" ");
}

const kept = sessionStorage.getItem(KEY);
if (kept !== null) {
  sessionStorage.removeItem(KEY);
  const [what, fromEnd]: [string, number] = JSON.parse(kept);
  const alike = reached().filter((it) => same(it) === what);
  alike.at(-fromEnd)?.focus({ preventScroll: true });
}

for (const bar of document.querySelectorAll<HTMLProgressElement>("progress[data-job]")) {
  const told = new EventSource(`/jobs/${bar.dataset.job}/progress`);
  told.addEventListener("at", (event: MessageEvent<string>) => {
    bar.value = Number(event.data);
  });
  told.addEventListener("over", () => {
    told.close();
    keepFocus();
    location.reload();
  });
}

export {};
