/** The language of a code block by the words after its fence: `{.python}`, `python title=…`, `Python`. */
export function languageOf(info: string | undefined): string {
  return /[A-Za-z0-9+#_-]+/.exec(info ?? '')?.[0].toLowerCase() ?? ''
}

/** The possible languages of code in a text, from anything that looks like a fence, so that their grammars can be loaded ahead. */
export function languagesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:`{3,}|~{3,})([^\r\n]*)/g)].map(([, info]) => languageOf(info))
}
