// What is wider than the screen can be scrolled by keyboard too.
for (const region of document.querySelectorAll<HTMLElement>(".scroll")) {
  new ResizeObserver(() => {
    const isWider = region.scrollWidth > region.clientWidth;
    region.toggleAttribute("tabindex", isWider);
    if (!isWider) return;
    region.tabIndex = 0;
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", region.querySelector("caption, title")?.textContent ?? "");
  }).observe(region);
}

export {};
