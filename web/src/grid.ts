// A cell of the grid fills in the form that changes it; dragging it to somebody else's fills in the swap.
import { field } from "./form";

const set = document.getElementById("set") as HTMLFormElement | null;
const swap = document.getElementById("swap") as HTMLFormElement | null;

for (const roster of document.querySelectorAll<HTMLElement>(".roster")) {
  if (set !== null && swap !== null) touched(roster, set, swap);
}

function touched(roster: HTMLElement, set: HTMLFormElement, swap: HTMLFormElement): void {
  const cell = (event: PointerEvent) =>
    document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("td[data-person]");
  let held: HTMLElement | null | undefined = null;
  roster.addEventListener("pointerdown", (event) => {
    // Links in a cell go where they lead.
    held = (event.target as Element).closest("a") === null ? cell(event) : null;
  });
  roster.addEventListener("pointerup", (event) => {
    const [from, to] = [held, cell(event)];
    held = null;
    if (!from || !to) return;
    const form = from.dataset.person === to.dataset.person ? set : swap;
    field(form, "person").value = from.dataset.person!;
    field(form, "date").value = from.dataset.date!;
    if (form === swap) field(form, "other").value = to.dataset.person!;
    else field(form, "shift").value = from.dataset.shift ?? "";
    form.scrollIntoView({ block: "nearest" });
    field(form, "what").focus();
  });
}
