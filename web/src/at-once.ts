// A switch is thrown as soon as it is touched, and the page stays where it was read.
const KEY = "leon-scroll";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-at-once]")) {
  form.addEventListener("change", () => {
    sessionStorage.setItem(KEY, String(window.scrollY));
    form.classList.add("waiting");
    form.requestSubmit();
  });
}
const scroll = sessionStorage.getItem(KEY);
if (scroll !== null) {
  sessionStorage.removeItem(KEY);
  window.scrollTo(0, Number(scroll));
}

export {};
