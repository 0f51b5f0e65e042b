import { describe, expect, test } from '@jest/globals'
import { linksIn } from './show-links.ts'

const link = ['wiki x']
const none: readonly string[] = []

describe('links count (links.md section 1)', () => {
  test.each([
    ['in text', 'see [[x]] there', link],
    ['in a heading', '## On [[x]]', link],
    ['in a setext heading', 'On [[x]]\n===', link],
    ['in a list item', '- a\n  - [[x]]', link],
    ['in a task', '- [ ] [[x]]', link],
    ['in a quote', '> > [[x]]', link],
    ['in a lazy line of a quote', '> a\n[[x]]', link],
    ['in a callout', '> [!note] [[x]]', link],
    ['in a table', '| a |\n|---|\n| [[x]] |', link],
    ['in the header of a table', '| [[x]] |\n|---|', link],
    ['in a footnote', '[^1]: [[x]]', link],
    ['in a later paragraph of a footnote', '[^1]: a\n\n    [[x]]', link],
    ['in emphasis', '**[[x]]**', link],
    ['after code', '`a` [[x]]', link],
    ['after an unclosed code span', '` [[x]]', link],
    ['after money', 'from $5 [[x]] to $6', link],
    ['between dollars with spaces inside', '$ a [[x]] b $', link],
    ['before a dollar with a digit after it', '$a [[x]] b$5', link],
    ['between dollars on two lines', '$a\n[[x]] b$', link],
    ['after a percent sign', '100% [[x]] 100%', link],
    ['after two percent signs', '100%% [[x]]', link],
    ['after percent signs twice', '100%% sure\n\n[[x]]\n\n50%% sure', link],
    ['after an open comment mark', 'a %% b\n\n[[x]]', link],
    ['after a comment opened in a line', 'a %% b\n\nc\n\n%% [[x]]', link],
    ['below a comment opened in a line', 'a %% b\n\nc\n\n%%\n\n[[x]]', link],
    ['after comment marks in code', 'a `%%` b\n\n[[x]] `%%`', link],
    ['between comments', 'a %%b%% c\n\n[[x]] %%d%%', link],
    ['after an unclosed $$', '$$ [[x]]', link],
    ['inside a tag', '<b>[[x]]</b>', link],
    ['after a paragraph with indented text', 'a\n    [[x]]', link],
    ['after a closed fence', '```\na\n```\n[[x]]', link],
    ['after a math block', '$$\na\n\nb\n$$\n[[x]]', link],
    ['after a comment block', '%%\na\n\nb\n%%\n[[x]]', link],
    ['on the line on which a comment block ends', '%%\na\n%% [[x]]', link],
  ])('%s: %j', (_, markdown, expected) => {
    expect(linksIn(markdown)).toEqual(expected)
  })

  test.each([
    ['fenced code', '```\n[[x]]\n```'],
    ['code fenced with tildes', '~~~ js\n[[x]]\n~~~'],
    ['fenced code in a list', '- a\n\n  ```\n  [[x]]\n  ```'],
    ['fenced code in a quote', '> ```\n> [[x]]\n> ```'],
    ['an unclosed fence', '```\n[[x]]'],
    ['a longer fence', '````\n```\n[[x]]\n````'],
    ['indented code', '    [[x]]'],
    ['indented code in a list', '- a\n\n      [[x]]'],
    ['a code span', '`[[x]]`'],
    ['a code span of several backticks', '``` `[[x]]` ```'],
    ['a code span on two lines', '`a\n[[x]]`'],
    ['mathematics', '$a [[x]] b$'],
    ['display mathematics', '$$ [[x]] $$'],
    ['display mathematics on several lines', 'so $$\na [[x]]\n$$'],
    ['a math block with blank lines', '$$\na\n\n[[x]]\n$$'],
    ['a math block in a list', '- a\n\n  $$\n  [[x]]\n\n  b\n  $$'],
    ['a math block that looks like a list', 'so\n$$\na\n- [[x]]\n$$'],
    ['an HTML comment', 'a <!-- [[x]] --> b'],
    ['an HTML comment over blank lines', '<!--\n\n[[x]]\n\n-->'],
    ['an HTML block', '<div>\n[[x]]\n</div>'],
    ['a script', '<script>\n\n[[x]]\n</script>'],
    ['a comment', 'a %%[[x]]%% b'],
    ['a comment on two lines', 'a %%b\n[[x]]%%'],
    ['a comment that a line opens and a later paragraph closes', 'a %% b\n\n[[x]]\n\nc %% d'],
    ['the same, closed on a line of its own', 'a %% b\n\n# h\n\n[[x]]\n\n%%\n\nd'],
    ['the same, in a list', '- a %% b\n- [[x]] %% d'],
    ['a heading in it', 'a %% b\n# [[x]]\n%% d'],
    ['a definition in it', 'a %% b\n\n[x]: y\n\n%%\n\n[x]'],
    ['a comment over blank lines', '%%\n\n[[x]]\n\n%%'],
    ['an unclosed comment', '%% a\n\n[[x]]'],
    ['a comment that holds a fence', '%%\n```\n%%\n```\n[[x]]'],
    ['an attribute', '<b title="[[x]]">b</b>'],
    ['escaped brackets', '\\[[x]]'],
    ['a footnote mark', '[^x]'],
    ['a task box', '- [x] done\n\n[x]: y.md'],
    ['a label without a definition', '[x] and [a][x] and [x][]'],
    ['a definition', '[x]: y.md'],
  ])('but not in %s: %j', (_, markdown) => {
    expect(linksIn(markdown)).toEqual(none)
  })

  test.each([
    ['code over mathematics', '$a `b$` [[x]] c$', none],
    ['code over mathematics that closes in it', '`$` [[x]] `$`', link],
    ['mathematics over links', '$[a](b.md)$ $x [[x]] y$', none],
    ['a link behind a price', 'It costs $5 [[$GOOG]] x', ['wiki $GOOG']],
    ['links among prices', '$5 and [[$AAPL]] and [[$GOOG]] $7', ['wiki $AAPL', 'wiki $GOOG']],
    ['a destination behind a price', '$5 [a]($AAPL.md) end', ['markdown $AAPL.md|a']],
    ['cells with prices', '| $5 | [[$AAPL]] | $6 |\n|---|---|---|', ['wiki $AAPL']],
    ['no link that a formula holds whole', 'a $x [[b]] y$ and $[[1,2],[3,4]]$', []],
    ['links over a dollar that would close outside', '[[$AAPL]] [[$GOOG]]', ['wiki $AAPL', 'wiki $GOOG']],
    ['the same with text', '[$a](b.md) and [$c](d.md)', ['markdown b.md|$a', 'markdown d.md|$c']],
    ['the same with labels', '[$a] and [$c]\n\n[$a]: b\n[$c]: d', ['reference b|$a', 'reference d|$c']],
    ['the same in nested brackets', '[a [$b] c](d) e$', ['markdown d|a [$b] c']],
    ['links with a formula inside', '[the $\\ell_1$ norm](b.md)', ['markdown b.md|the $\\ell_1$ norm']],
    ['a box without a blank behind it no task', '- [x](b.md)', ['markdown b.md|x']],
    ['a box in a second paragraph no task', '- a\n\n  [x] b\n\n[x]: c', ['reference c|x']],
    ['a price no link', 'US$5 [[x]] 6$', link],
    ['a dollar that cannot close no link', 'for $2 [[x]] and $x$', link],
    ['code over links', '[a `b](c.md) d`', none],
    ['code over wikilinks', '[[a `b]] c`', none],
    ['what starts first of code and comment', '%% ` %% [[x]] `', link],
  ])('%s win: %j', (_, markdown, expected) => {
    expect(linksIn(markdown)).toEqual(expected)
  })
})
