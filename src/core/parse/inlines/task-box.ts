/** The `[ ]` or `[x]` of a task at the start of a list item's text, which a blank must follow; undefined when none stands there. */
export function taskBox(
  text: string,
  at: number,
  end: number,
): { readonly done: boolean; readonly end: number } | undefined {
  const box = /^\[([ xX])\]\s/.exec(text.slice(at, Math.min(end, at + 4)))
  return box === null ? undefined : { done: box[1] !== ' ', end: at + 3 }
}
