// A page that waits for an answer is read again until it is there.
const AGAIN = 3000;

if (document.querySelector("[data-again]") !== null) setTimeout(() => location.reload(), AGAIN);

export {};
