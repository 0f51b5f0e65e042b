import type { Note } from './note.ts'
import type { ToolName } from './tool-dialect.ts'

/** How a tool makes the id of a heading from its text, and what it writes before the number of an id that is taken; from which number. */
interface IdStyle {
  readonly idOf: (text: string) => string
  readonly mark: string
  readonly first: number
}

/**
 * Tools whose ids are others than GitHub's. Sources: `slugify` and `unique` of python-markdown's toc extension; the slugify of VuePress with
 * markdown-it-anchor 5.
 */
const styles: Partial<Readonly<Record<ToolName, IdStyle>>> = {
  mkdocs: { idOf: pythonId, mark: '_', first: 1 },
  vuepress: { idOf: vueId, mark: '-', first: 2 },
}

/** The ids of a note's headings as its tool writes them; none for notes of tools that write GitHub's. */
export function headingIds({ headings, dialects }: Note): readonly string[] {
  const style = dialects?.tools.flatMap((tool) => styles[tool] ?? [])[0]
  if (style === undefined) return []
  const taken = new Set(headings.flatMap(({ id }) => id ?? []))
  const numbers = new Map<string, number>()
  return headings.map(({ text, id }) => {
    if (id !== undefined) return id
    const own = style.idOf(text)
    let number = numbers.get(own) ?? style.first
    let unique = own
    while (unique === '' || taken.has(unique)) unique = `${own}${style.mark}${String(number++)}`
    numbers.set(own, number)
    taken.add(unique)
    return unique
  })
}

function pythonId(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-')
}

function vueId(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase()
}
