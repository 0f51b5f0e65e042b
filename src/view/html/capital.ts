/** A topic's name as a heading writes it: names in lower case begin with a capital. */
export function capital(name: string): string {
  return name === name.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name
}
