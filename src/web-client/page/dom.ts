/** All elements that a selector finds. */
export function all<T extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): readonly T[] {
  return [...within.querySelectorAll<T>(selector)]
}

/** The first element that a selector finds. */
export function one<T extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): T | undefined {
  return within.querySelector<T>(selector) ?? undefined
}

/** A new element with attributes and what it holds. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...content)
  return element
}

/** How many notes link to one, in words. */
export function leaning(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'leans' : 'lean'} on it`
}

/** Whether things may move. */
export function mayMove(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Whether there is room beside the text. */
export function isWide(): boolean {
  return matchMedia('(min-width: 1181px)').matches
}
