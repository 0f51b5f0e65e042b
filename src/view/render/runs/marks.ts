import { subscript, superscript } from '../../../core/parse/prose/raised-text.ts'
import { type StyleName, styleNames } from '../../style.ts'
import type { Run } from './run.ts'

/*
 * marked-terminal composes strings, but a page needs to know which characters are bold and where links are. So its
 * styling functions put marks around text: noncharacters of Unicode, which prepareSource has removed from the source.
 */
const OPEN = '\ufdd0'
const NAMED = '\ufdd1'
const CLOSE = '\ufdd2'

/** What a mark says of the text inside: a style, a link by its index, or a way of writing. */
export type Mark = StyleName | `link:${number}` | 'sub' | 'sup' | 'hidden' | 'display'

/** Text with a mark around it. */
export function marked(mark: Mark, text: string): string {
  return text === '' ? '' : openMark(mark) + text + closeMark(mark)
}

/** The beginning of marked text. */
export function openMark(mark: Mark): string {
  return OPEN + mark + NAMED
}

/** The end of the nearest open mark of that name; nothing when none is open. */
export function closeMark(mark: Mark): string {
  return CLOSE + mark + NAMED
}

/** Reads a marked string as runs. Marks left open end with the string. */
export function readMarks(text: string): readonly Run[] {
  const runs: Run[] = []
  let open: readonly string[] = []
  let state = stateOf(open)
  for (const [, kind, name = '', plain] of text.matchAll(/([\ufdd0\ufdd2])([^\ufdd1]*)\ufdd1|([^\ufdd0\ufdd2]+)/g)) {
    if (plain !== undefined) addRun(runs, plain, state)
    else {
      open = kind === OPEN ? [...open, name] : without(open, name)
      state = stateOf(open)
    }
  }
  return runs
}

interface MarkState {
  readonly styles: readonly StyleName[]
  readonly link: number | undefined
  readonly hidden: boolean
  readonly display: boolean
  readonly write: (text: string) => string
}

function stateOf(open: readonly string[]): MarkState {
  const link = open.findLast((name) => name.startsWith('link:'))
  return {
    styles: [...new Set(open.filter(isStyleName))],
    link: link === undefined ? undefined : Number(link.slice(5)),
    hidden: open.includes('hidden'),
    display: open.includes('display'),
    write: open.includes('sup') ? superscript : open.includes('sub') ? subscript : (text) => text,
  }
}

function addRun(runs: Run[], text: string, { styles, link, hidden, display, write }: MarkState): void {
  if (hidden) return
  runs.push({ text: write(text), styles, ...(link === undefined ? {} : { link }), ...(display ? { display } : {}) })
}

function without(open: readonly string[], name: string): readonly string[] {
  const at = open.lastIndexOf(name)
  return at < 0 ? open : open.toSpliced(at, 1)
}

const names: ReadonlySet<string> = new Set(styleNames)

function isStyleName(name: string): name is StyleName {
  return names.has(name)
}
