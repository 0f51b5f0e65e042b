/** The meaning of a piece of output; a theme sets its look. */
export const styleNames = [
  'title',
  'path',
  'topic',
  'summary',
  'match',
  'dim',
  'heading',
  'link',
  'broken',
  'error',
  'warning',
  'info',
  'ok',
  'count',
  'code',
  'math',
  'quote',
  'emphasis',
  'strong',
  'strike',
  'highlight',
  'rule',
  'code-keyword',
  'code-string',
  'code-number',
  'code-comment',
  'code-name',
] as const
export type StyleName = (typeof styleNames)[number]

/** Styles text by meaning; `link` makes text a hyperlink where the terminal can. */
export interface Style {
  readonly paint: (name: StyleName, text: string) => string
  /** The parts of a link that is broken over lines have one `id`, so that the terminal takes them for one. */
  readonly hyperlink: (text: string, url: string, id?: string) => string
}

/** No styling, for pipes and tests. */
export const plainStyle: Style = { paint: (_name, text) => text, hyperlink: (text) => text }

/** Styles as visible tags, for tests: `<title>BM25</title>`. */
export const tagStyle: Style = {
  paint: (name, text) => (text === '' ? '' : `<${name}>${text}</${name}>`),
  hyperlink: (text, url) => `<a ${url}>${text}</a>`,
}

/** How text output is laid out. Width in terminal columns. */
export interface Layout {
  readonly width: number
  readonly style: Style
}
