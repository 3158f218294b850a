// How far a plan is, as it comes; when it is over, the page is read again.
for (const bar of document.querySelectorAll<HTMLProgressElement>("progress[data-job]")) {
  const told = new EventSource(`/jobs/${bar.dataset.job}/progress`);
  told.addEventListener("at", (event: MessageEvent<string>) => {
    bar.value = Number(event.data);
  });
  told.addEventListener("over", () => {
    told.close();
    location.reload();
  });
}

export {};
