/** The language named by the words after a fence: `{.python}`, `python title=…`, `Python`. */
export function languageOf(info: string | undefined): string {
  return /[A-Za-z0-9+#_-]+/.exec(info ?? '')?.[0].toLowerCase() ?? ''
}

/** The languages that code of a text may be in: of every fence that it could hold, so that their grammars are there when it is read. */
export function languagesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:`{3,}|~{3,})([^\r\n]*)/g)].map(([, info]) => languageOf(info))
}
