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
