import type { Token, Tokens } from 'marked'
import type { StyleName } from '../../style.ts'
import { type Line, prefixed, run, styled } from '../run.ts'
import { wrapRuns } from '../wrap-runs.ts'
import type { Page, Room } from '../page.ts'

const kinds: readonly (readonly [RegExp, StyleName])[] = [
  [/^(?:warning|caution|attention|important)$/, 'warning'],
  [/^(?:danger|error|bug|failure|fail|missing)$/, 'error'],
  [/^(?:tip|hint|success|check|done|example)$/, 'ok'],
  [/^(?:quote|cite)$/, 'quote'],
]

/** A quote with a bar at its left; a callout `> [!NOTE] title` with its title in the colour of its kind. */
export function quote(page: Page, token: Tokens.Blockquote, room: Room): readonly Line[] {
  const callout = calloutOf(token)
  const width = Math.max(1, room.width - 2)
  if (callout === undefined) {
    const lines = page.blocks(token.tokens, { width }).map((line) => styled(line, 'quote'))
    return prefixed(lines, [run('│ ', 'rule')], [run('│ ', 'rule')])
  }
  const { kind, rest, title } = callout
  const style = kinds.find(([pattern]) => pattern.test(kind))?.[1] ?? 'info'
  const kindName = kind.charAt(0).toUpperCase() + kind.slice(1)
  const isColoured = page.options.style.paint(style, 'x') !== 'x'
  const name = title.length > 0 ? page.renderer.cell(title) : [run(kindName)]
  // Without colour nothing else would tell the kind of a callout with a title.
  const said = title.length > 0 && !isColoured ? [run(`${kindName}: `), ...name] : name
  const head = wrapRuns(styled(said, style, 'strong'), width)
  const body = page.blocks(rest, { width })
  return prefixed([...head, ...body], [run('┃ ', style)], [run('┃ ', style)])
}

/** The parts of a callout: its kind in lower case, its title and what follows. */
function calloutOf(
  token: Tokens.Blockquote,
): { readonly kind: string; readonly title: readonly Token[]; readonly rest: readonly Token[] } | undefined {
  const [first, ...others] = token.tokens
  const match = /^\[!([A-Za-z][\w-]*)\][+-]?[ \t]*([^\n]*)\n?/.exec(first?.raw ?? '')
  if (first === undefined || match === null || first.type !== 'paragraph') return undefined
  const tokens = first.tokens ?? []
  const { title, body } = splitTitle(tokens, match[0].length)
  const rest: Token[] = body.length === 0 ? others : [{ type: 'paragraph', raw: '', text: '', tokens: body }, ...others]
  return { kind: (match[1] ?? '').toLowerCase(), title: (match[2] ?? '') === '' ? [] : trimMarker(title), rest }
}

/** Splits inline tokens after the first `length` characters of their source. */
function splitTitle(tokens: readonly Token[], length: number): { title: Token[]; body: Token[] } {
  const title: Token[] = []
  const body: Token[] = []
  let at = 0
  for (const token of tokens) {
    const end = at + token.raw.length
    if (end <= length) title.push(token)
    else if (at >= length) body.push(token)
    else {
      const cut = length - at
      title.push({ type: 'text', raw: token.raw.slice(0, cut), text: token.raw.slice(0, cut) })
      body.push({ type: 'text', raw: token.raw.slice(cut), text: token.raw.slice(cut) })
    }
    at = end
  }
  return { title, body }
}

function trimMarker(tokens: readonly Token[]): readonly Token[] {
  const source = tokens.map(({ raw }) => raw).join('')
  const marker = /^\[![^\]]*\][+-]?[ \t]*/.exec(source)?.[0].length ?? 0
  return splitTitle(tokens, marker).body
}
