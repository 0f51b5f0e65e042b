import { subscript, superscript } from '../../../core/parse/prose/raised-text.ts'
import { type StyleName, styleNames } from '../../style.ts'
import type { Run } from './run.ts'

/*
 * marked-terminal composes strings, but a page needs to know which characters are bold and where links are. So its styling functions put
 * marks around text: noncharacters of Unicode, which prepareSource has removed from the source.
 */
const OPEN = '\ufdd0'
const NAMED = '\ufdd1'
const CLOSE = '\ufdd2'

/** The meaning of a mark: a style, a link by its index, or a script position. */
export type RunMark = StyleName | `link:${number}` | 'sub' | 'sup' | 'hidden' | 'display'

/** Text with a mark around it. */
export function marked(mark: RunMark, text: string): string {
  return text === '' ? '' : openMark(mark) + text + closeMark(mark)
}

/** The beginning of marked text. */
export function openMark(mark: RunMark): string {
  return OPEN + mark + NAMED
}

/** The end of the nearest open mark of that name; nothing when none is open. */
export function closeMark(mark: RunMark): string {
  return CLOSE + mark + NAMED
}

/** Reads a marked string as runs. Marks left open end with the string. */
export function readMarks(text: string): readonly Run[] {
  const runs: Run[] = []
  const open = new OpenMarks()
  for (const [, kind, name = '', plain] of text.matchAll(/([\ufdd0\ufdd2])([^\ufdd1]*)\ufdd1|([^\ufdd0\ufdd2]+)/g)) {
    if (plain !== undefined) addRun(runs, plain, open.state())
    else if (kind === OPEN) open.add(name)
    else open.close(name)
  }
  return runs
}

/** The marks that are open at a place: how often each that is no link, in the order in which they were opened, and the links. */
class OpenMarks {
  readonly #counts = new Map<string, number>()
  readonly #links: string[] = []

  add(name: string): void {
    if (name.startsWith('link:')) this.#links.push(name)
    else this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  close(name: string): void {
    const at = this.#links.lastIndexOf(name)
    if (at >= 0) this.#links.splice(at, 1)
    const count = this.#counts.get(name)
    if (count === 1) this.#counts.delete(name)
    else if (count !== undefined) this.#counts.set(name, count - 1)
  }

  state(): MarkState {
    const link = this.#links.at(-1)
    return {
      styles: [...this.#counts.keys()].filter(isStyleName),
      link: link === undefined ? undefined : Number(link.slice(5)),
      hidden: this.#counts.has('hidden'),
      display: this.#counts.has('display'),
      write: this.#counts.has('sup') ? superscript : this.#counts.has('sub') ? subscript : (text) => text,
    }
  }
}

interface MarkState {
  readonly styles: readonly StyleName[]
  readonly link: number | undefined
  readonly hidden: boolean
  readonly display: boolean
  readonly write: (text: string) => string
}

function addRun(runs: Run[], text: string, { styles, link, hidden, display, write }: MarkState): void {
  if (hidden) return
  runs.push({ text: write(text), styles, ...(link === undefined ? {} : { link }), ...(display ? { display } : {}) })
}

const names: ReadonlySet<string> = new Set(styleNames)

function isStyleName(name: string): name is StyleName {
  return names.has(name)
}
