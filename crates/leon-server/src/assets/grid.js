
// A cell of the grid fills in the form that changes it; dragging it to somebody else's fills in the swap.
for (const roster of document.querySelectorAll(".roster")) {
  const set = document.getElementById("set");
  const swap = document.getElementById("swap");
  if (set === null || swap === null) continue;
  const cell = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("td[data-person]");
  let held = null;
  roster.addEventListener("pointerdown", (event) => {
    // Links in a cell go where they lead.
    held = event.target.closest("a") === null ? cell(event) : null;
  });
  roster.addEventListener("pointerup", (event) => {
    const [from, to] = [held, cell(event)];
    held = null;
    if (!from || !to) return;
    const form = from.dataset.person === to.dataset.person ? set : swap;
    form.elements.person.value = from.dataset.person;
    form.elements.date.value = from.dataset.date;
    if (form === swap) form.elements.other.value = to.dataset.person;
    else form.elements.shift.value = from.dataset.shift ?? "";
    form.scrollIntoView({ block: "nearest" });
    form.elements.what.focus();
  });
}
