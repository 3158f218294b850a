// Saves clicks; every page works without it.
"use strict";

// A switch is thrown as soon as it is touched, and the page stays where it was read.
for (const form of document.querySelectorAll("form[data-at-once]")) {
  form.addEventListener("change", () => {
    sessionStorage.setItem("leon-scroll", String(window.scrollY));
    form.classList.add("waiting");
    form.requestSubmit();
  });
}
const scroll = sessionStorage.getItem("leon-scroll");
if (scroll !== null) {
  sessionStorage.removeItem("leon-scroll");
  window.scrollTo(0, Number(scroll));
}

// How far a plan is, as it comes; when it is over, the page is read again.
for (const bar of document.querySelectorAll("progress[data-job]")) {
  const told = new EventSource(`/jobs/${bar.dataset.job}/progress`);
  told.addEventListener("at", (event) => { bar.value = Number(event.data); });
  told.addEventListener("over", () => { told.close(); location.reload(); });
}

// The map of another year, as the slider moves; the address follows, so that it can be kept and printed.
for (const form of document.querySelectorAll("form[data-map]")) {
  const show = async () => {
    const asked = new URLSearchParams(new FormData(form)).toString();
    form.querySelector("output").value = form.elements.year.value;
    const answer = await fetch(`${form.dataset.map}?${asked}&only=map`);
    // A slow answer to an earlier question is not shown.
    if (!answer.ok || asked !== new URLSearchParams(new FormData(form)).toString()) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById(form.dataset.into).replaceWith(page.getElementById(form.dataset.into));
    history.replaceState(null, "", `${form.dataset.map}?${asked}`);
  };
  form.addEventListener("input", show);
}
