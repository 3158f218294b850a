
// Dragging a visit on the time bars fills in the form that moves it, and says beside it what that would do.
for (const form of document.querySelectorAll("form[data-ask]")) {
  const bars = document.querySelector("svg.bars[data-from]");
  if (bars === null) continue;
  const number = (name) => Number(bars.dataset[name]);
  const rows = [...bars.querySelectorAll("g[data-carer]")];
  const answer = form.querySelector("[role=status]");
  let held = null;
  let asked = 0;

  // Where a pointer is, in the drawing's own measure.
  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(bars.getScreenCTM().inverse());
  const seconds = (x) => number("from") + ((x - number("left")) / (number("right") - number("left"))) * (number("to") - number("from"));
  const clock = (time) => {
    const minutes = Math.round((time - number("midnight")) / 300) * 5;
    const two = (value) => String(value).padStart(2, "0");
    return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  };
  const ask = async () => {
    const question = new URLSearchParams(new FormData(form));
    const mine = ++asked;
    const response = await fetch(`${form.dataset.ask}?${question}`);
    const text = await response.text();
    // What was asked last counts, whatever is answered last.
    if (mine === asked && response.ok) answer.innerHTML = text;
  };
  let waiting = 0;
  const askSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  };
  form.addEventListener("input", askSoon);

  for (const visit of bars.querySelectorAll("a[data-visit]")) {
    visit.addEventListener("dragstart", (event) => event.preventDefault());
    visit.addEventListener("pointerdown", (event) => {
      held = { visit, from: at(event), moved: false };
      visit.setPointerCapture(event.pointerId);
    });
    visit.addEventListener("pointermove", (event) => {
      if (held === null || held.visit !== visit) return;
      const here = at(event);
      const [dx, dy] = [here.x - held.from.x, here.y - held.from.y];
      if (!held.moved && Math.hypot(dx, dy) < 4) return;
      held.moved = true;
      visit.classList.add("dragged");
      visit.setAttribute("transform", `translate(${dx} ${dy})`);
      const row = rows[Math.floor((here.y - number("top")) / number("row"))];
      form.elements.visit.value = visit.dataset.visit;
      if (row !== undefined) form.elements.carer.value = row.dataset.carer;
      form.elements.at.value = clock(seconds(number("left") + ((Number(visit.dataset.start) - number("from")) / (number("to") - number("from"))) * (number("right") - number("left")) + dx));
      askSoon();
    });
    const drop = () => {
      if (held === null || held.visit !== visit) return;
      visit.removeAttribute("transform");
      visit.classList.remove("dragged");
      if (held.moved) {
        visit.addEventListener("click", (event) => event.preventDefault(), { once: true });
        form.scrollIntoView({ block: "nearest" });
        form.elements.what.focus();
      }
      held = null;
    };
    visit.addEventListener("pointerup", drop);
    visit.addEventListener("pointercancel", drop);
  }
}
