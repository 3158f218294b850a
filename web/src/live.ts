// Drawings of the server that are better looked into than looked at: maps and charts. The drawing itself stays for
// paper, and for who has no script. What makes them live is fetched when a page has one.

/** Makes the drawings in `root` live. Those in `before`, which `root` takes the place of, are gone on with. */
export async function live(root: ParentNode, before?: ParentNode): Promise<void> {
  const figures = [...root.querySelectorAll<HTMLElement>("figure[data-live]")];
  const of = (kind: string) => figures.filter((it) => it.dataset.live === kind);
  const places = [...root.querySelectorAll<HTMLElement>(".maps")];
  if (places.length > 0) {
    const { map } = await import("./map");
    const standing = [...(before?.querySelectorAll<HTMLElement>(".maps") ?? [])];
    await Promise.all(places.map((place, at) => map(place, standing[at])));
  }
  if (of("fan").length > 0 || of("flow").length > 0) {
    const { fan, flow } = await import("./chart");
    of("fan").forEach(fan);
    of("flow").forEach(flow);
  }
}
