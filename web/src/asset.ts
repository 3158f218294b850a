/** The address of a file of the bundle, of the same build as this script. */
export function asset(name: string): string {
  return new URL(name, import.meta.url).pathname;
}
