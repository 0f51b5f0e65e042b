import type { ToolSyntax } from '../../model/tool-dialect.ts'
import type { ToolGrammar } from '../dialects/tool-grammar.ts'
import { toolGrammarsOf } from '../dialects/tool-grammars.ts'
import { dialects } from '../links/dialects.ts'
import type { BracketReader, LinkReader } from '../links/dialect.ts'
import type { AnyMark, Beginning } from './marks/mark.ts'
import { marks } from './marks/marks.ts'
import type { PieceType } from './piece.ts'
import { IDEOGRAPH, WORD_CLASSES } from './word-class.ts'

/** The tables of links and marks, with those of the tools of a vault, as the inline reader needs them: by the character they begin with. */
export interface Grammar {
  /** Of each UTF-16 unit its word class, or, above IDEOGRAPH, the index in `beginnings` counted from IDEOGRAPH + 1. */
  readonly classes: Uint8Array
  /** What may begin with a character, in the order of trying. */
  readonly beginnings: readonly (readonly Beginning[])[]
  /** What `[text]` may be, in the order of trying. */
  readonly textBrackets: readonly BracketReader[]
  /** What `![text]` may be, in the order of trying. */
  readonly imageBrackets: readonly BracketReader[]
  /** What ends a bare address before it, in the vaults of these tools. */
  readonly afterAddress: readonly string[]
  /** What the tools of the vault make of a link, one behind the other. */
  readonly adapt: readonly NonNullable<ToolGrammar['adapt']>[]
}

/** Characters of brackets, which the reader itself follows to their end. */
const BRACKETS = '[]!^'

const made = new Map<string, Grammar>()

/** The grammar with all details that renderers and plain text want, or with no more than what is indexed; `syntax` is that of the tools. */
export function inlineGrammar(detail: boolean, syntax: readonly ToolSyntax[] = none): Grammar {
  const name = syntax.length === 0 ? String(detail) : [detail, ...syntax].join(' ')
  const known = made.get(name)
  if (known !== undefined) return known
  const grammar = makeGrammar(detail, syntax.length === 0 ? none : toolGrammarsOf(syntax))
  made.set(name, grammar)
  return grammar
}

const none: readonly never[] = []

function makeGrammar(detail: boolean, tools: readonly ToolGrammar[]): Grammar {
  const byCharacter = new Map<string, Beginning[]>([...BRACKETS].map((character) => [character, []]))
  const add = (character: string, beginning: Beginning): void => {
    byCharacter.set(character, [...(byCharacter.get(character) ?? []), beginning])
  }
  const all = readersOf(tools)
  for (const { start, read } of all) {
    if (start !== undefined)
      add(start.charAt(0), { read: (source, at) => (source.text.startsWith(start, at) ? read(source, at) : undefined) })
  }
  for (const mark of marksOf(tools)) {
    if (mark.detail && !detail) continue
    for (const character of mark.starts) add(character, mark)
  }
  const classes = WORD_CLASSES.slice()
  ;[...byCharacter.keys()].forEach((character, index) => {
    classes[character.charCodeAt(0)] = IDEOGRAPH + 1 + index
  })
  const brackets = all.filter((reader): reader is BracketReader => reader.bracket !== undefined)
  return {
    classes,
    beginnings: [...byCharacter.values()],
    textBrackets: brackets.filter(({ bracket }) => bracket === 'text'),
    imageBrackets: brackets.filter(({ bracket }) => bracket === 'image'),
    afterAddress: tools.flatMap((tool) => tool.afterAddress ?? []),
    adapt: tools.flatMap((tool) => tool.adapt ?? []),
  }
}

const readers: readonly LinkReader[] = Object.values(dialects).flatMap((dialect) => dialect.readers)

/** The readers of links, those of the tools first. */
function readersOf(tools: readonly ToolGrammar[]): readonly LinkReader[] {
  return [...tools.flatMap((tool) => tool.readers ?? []), ...readers]
}

/** All that is no link, what only the tools have last. */
function marksOf(tools: readonly ToolGrammar[]): readonly AnyMark[] {
  return [...Object.values<readonly AnyMark[]>(marks).flat(), ...tools.flatMap((tool) => tool.marks ?? [])]
}

/** The characters that pieces of some types may begin with, in the vaults of some tools; what a tool makes of a link may be of any type. */
export function startsOf(isWanted: (type: PieceType) => boolean, syntax: readonly ToolSyntax[] = none): string {
  const tools = toolGrammarsOf(syntax)
  const links = readersOf(tools).map(({ start, bracket }) => (start ?? (bracket === 'image' ? '!' : '[')).charAt(0))
  const others = marksOf(tools).flatMap(({ type, starts }) => (isWanted(type) ? starts : []))
  const isLinkWanted = isWanted('link') || tools.some(({ adapt }) => adapt !== undefined)
  return [...(isLinkWanted ? links : []), ...(isWanted('ownFootnote') ? '^' : ''), ...others].join('')
}
