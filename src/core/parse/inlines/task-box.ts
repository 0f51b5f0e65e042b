/** The `[ ]` or `[x]` of a task at the start of a list item's text, which a blank must follow; undefined when none stands there. */
export function taskBox(
  text: string,
  at: number,
  end: number,
): { readonly mark: string; readonly end: number } | undefined {
  const box = /^\[([ xX])\]\s/.exec(text.slice(at, Math.min(end, at + 4)))
  return box?.[1] === undefined ? undefined : { mark: box[1].toLowerCase(), end: at + 3 }
}
