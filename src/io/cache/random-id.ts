/** Names one thing among all that are ever written. */
export function randomId(): string {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
}
