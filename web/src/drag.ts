// Dragging a visit on the time bars fills in the form that moves it, and says beside it what that would do.
import { field, question } from "./form";

/** Pixels that a pointer may tremble. */
const STILL = 4;
/** Milliseconds without a change before it is asked. */
const SOON = 150;

type Measure = "from" | "to" | "midnight" | "left" | "right" | "top" | "row";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-ask]")) {
  const bars = document.querySelector<SVGSVGElement>("svg.bars[data-from]");
  if (bars !== null) dragged(form, bars);
}

function dragged(form: HTMLFormElement, bars: SVGSVGElement): void {
  const measure = (name: Measure) => Number(bars.dataset[name]);
  const rows = [...bars.querySelectorAll<SVGGElement>("g[data-carer]")];
  const answer = form.querySelector("[role=status]")!;
  const width = () => measure("right") - measure("left");
  const span = () => measure("to") - measure("from");
  let asked = 0;
  let waiting = 0;

  const ask = async () => {
    const mine = ++asked;
    const response = await fetch(`${form.dataset.ask}?${question(form)}`);
    const text = await response.text();
    // What was asked last counts, whatever is answered last.
    if (mine === asked && response.ok) answer.innerHTML = text;
  };
  const askSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, SOON);
  };
  form.addEventListener("input", askSoon);

  /** Where a pointer is, in the drawing's own measure. */
  const at = (event: PointerEvent) =>
    new DOMPoint(event.clientX, event.clientY).matrixTransform(bars.getScreenCTM()!.inverse());
  /** The time of day, to five minutes. */
  const clock = (time: number) => {
    const minutes = Math.round((time - measure("midnight")) / 300) * 5;
    const two = (value: number) => String(value).padStart(2, "0");
    return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  };

  let held: { visit: SVGAElement; from: DOMPoint; moved: boolean } | null = null;
  for (const visit of bars.querySelectorAll<SVGAElement>("a[data-visit]")) {
    visit.addEventListener("dragstart", (event) => event.preventDefault());
    visit.addEventListener("pointerdown", (event) => {
      held = { visit, from: at(event), moved: false };
      visit.setPointerCapture(event.pointerId);
    });
    visit.addEventListener("pointermove", (event) => {
      if (held?.visit !== visit) return;
      const here = at(event);
      const [dx, dy] = [here.x - held.from.x, here.y - held.from.y];
      if (!held.moved && Math.hypot(dx, dy) < STILL) return;
      held.moved = true;
      visit.classList.add("dragged");
      visit.setAttribute("transform", `translate(${dx} ${dy})`);
      const row = rows[Math.floor((here.y - measure("top")) / measure("row"))];
      field(form, "visit").value = visit.dataset.visit!;
      if (row !== undefined) field(form, "carer").value = row.dataset.carer!;
      field(form, "at").value = clock(Number(visit.dataset.start) + (dx / width()) * span());
      askSoon();
    });
    const drop = () => {
      if (held?.visit !== visit) return;
      visit.removeAttribute("transform");
      visit.classList.remove("dragged");
      if (held.moved) {
        visit.addEventListener("click", (event) => event.preventDefault(), { once: true });
        form.scrollIntoView({ block: "nearest" });
        field(form, "what").focus();
      }
      held = null;
    };
    visit.addEventListener("pointerup", drop);
    visit.addEventListener("pointercancel", drop);
  }
}
