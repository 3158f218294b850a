// The map of another year, as the slider moves; the address follows, so that it can be kept and printed.
import { field, question } from "./form";
import { live } from "./live";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-map]")) {
  form.addEventListener("input", async () => {
    const asked = question(form);
    form.querySelector("output")!.value = field(form, "year").value;
    const answer = await fetch(`${form.dataset.map}?${asked}&only=map`);
    // A slow answer to an earlier question is not shown.
    if (!answer.ok || asked !== question(form)) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById(form.dataset.into!)!;
    live(next, document.getElementById(form.dataset.into!)!);
    document.getElementById(form.dataset.into!)!.replaceWith(next);
    history.replaceState(null, "", `${form.dataset.map}?${asked}`);
  });
}
