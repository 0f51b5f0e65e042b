/** Why wend and the reference implementation of CommonMark read something differently. */
export interface Difference {
  readonly reason: string
  /** A document that they read differently for this reason. */
  readonly example: string
  /** Matches at least the documents in which this can happen. */
  readonly pattern: RegExp
}

/** All differences there are: documents that match none of these patterns are read alike. */
export const DIFFERENCES: readonly Difference[] = [
  {
    reason: '[[target]] is a wikilink (links.md section 2)',
    example: '[[a]]\n\n[a]: /u',
    pattern: /\[\[/,
  },
  {
    reason: '[^id] is a footnote mark, and [^id]: starts a footnote (links.md section 1)',
    example: '[^a]\n\n[^a]: /u',
    pattern: /\[\^/,
  },
  {
    reason: 'mathematics holds no links, code or headings (links.md section 1)',
    example: '$[a](b)$',
    pattern: /\$/,
  },
  {
    reason: '%% comments %% hold nothing that counts (links.md section 1)',
    example: '%%[a](b)%%',
    pattern: /%%/,
  },
  {
    reason: 'the cells of a table are read one by one (GitHub Flavored Markdown 4.10)',
    example: '| `a | b` |\n| - | - |',
    pattern: /^[ \t>]*[-:| \t]*[|:][-:| \t]*$/m,
  },
  {
    reason: 'a task box is no link (links.md section 1)',
    example: '- [x] a\n\n[x]: /u',
    pattern: /\[[ xX]\]\s/,
  },
  {
    reason: '{#id} after a heading names it and is not part of it (links.md section 4)',
    example: '# a {#b}',
    pattern: /\{#/,
  },
  {
    reason: '^id at the end of a block names it and is not part of it (links.md section 4)',
    example: '# a ^b',
    pattern: /\^[A-Za-z0-9-]+[ \t]*$/m,
  },
  {
    reason: 'a bare address takes the signs behind it that are no blank (GitHub Flavored Markdown 6.9)',
    example: '# \\<https://e.org>\\`',
    pattern: /\\</,
  },
  {
    reason: '~~struck~~ and ==highlighted== text is text (GitHub Flavored Markdown 6.5, Obsidian)',
    example: '# ~~a~~',
    pattern: /(?<!~)~~?(?!~)|(?<!=)==(?!=)/,
  },
  {
    reason:
      'of the character references only the numeric ones and those of HTML 4 are known, which keeps the table small',
    example: '[a](&zscr;)',
    pattern: /&[A-Za-z]/,
  },
  {
    reason:
      'parentheses in a destination may be nested 8 deep; without a bound the time would be quadratic (6.3 asks for 3)',
    example: '[a](((((((((((((u)))))))))))))',
    pattern: /\({2}/,
  },
  {
    reason: 'of more than 1024 brackets that are open at once the outermost can be no link',
    example: `[${'[ '.repeat(1100)}${'] '.repeat(1100)}](u)`,
    pattern: /(?:\[ ){1000}/,
  },
  {
    reason: 'commonmark.js 0.31 takes no tabs around destinations and titles; the specification does (4.7, 6.3)',
    example: '[a]: /u\t',
    pattern: /[^\s>][^\r\n]*\t/,
  },
  {
    reason:
      'commonmark.js 0.31 takes any Unicode space after the tag of an HTML block; the specification takes spaces and tabs (4.6)',
    example: '</a>\u00a0\n# b\n\n<a>\u00a0\n===',
    pattern: /[^\P{White_Space}\s]|[\u00a0\ufeff\u2028]/u,
  },
  {
    reason:
      'commonmark.js 0.31 lets a later definition win when a setext underline follows it; the specification lets the first (4.7)',
    example: '[a]: /u\n \n[a]: /v\n=',
    pattern: /\]:[\s\S]*\]:[\s\S]*[\r\n][\s>]*(?:=+|-+)[ \t]*$/m,
  },
  {
    reason: 'commonmark.js 0.31 takes control characters in a destination; the specification does not (6.3)',
    example: '[a](b\u0001c)',
    pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/,
  },
]
