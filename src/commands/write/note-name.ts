import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { WritingGroup } from '../../core/model/config.ts'
import { fileName, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { fileTitle } from '../../core/plan/write/file-title.ts'
import { fillTemplate, namesInTemplate } from '../../core/plan/write/fill-template.ts'
import type { TemplateValues } from '../../core/plan/write/template-value.ts'
import { unfilledReason } from '../../core/plan/write/unfilled-placeholder.ts'
import { withoutNoteExtension } from '../../core/vault/file-index.ts'
import { nameSlug } from '../../core/vault/name-index.ts'

/** The file name that a group gives without a title, by the day for instance; undefined when it needs a title. */
export function nameWithoutTitle(group: WritingGroup, values: TemplateValues): string | undefined {
  const { name = 'slug' } = group
  const places = [...namesInTemplate(name)]
  // A name with only an id needs a title too, since each id is new.
  if (places.length === 0 || places.some((words) => /\b(?:title|slug|id)\b/.test(words))) return undefined
  return fileName(filledName(name, values))
}

/**
 * The path of a new note by its group, or by its stem in the group's folder. Fails when its name is no valid file name, or outside the
 * vault.
 */
export function notePathOf(
  { group, stem }: { readonly group: WritingGroup; readonly stem?: string | undefined },
  values: TemplateValues,
): NotePath {
  const name = stem ?? stemOf(group.name ?? 'slug', values)
  if (name.trim() === '')
    fail({
      kind: 'usage',
      message: `a file name cannot be made of the title "${values.title}"`,
      hint: 'use a title with letters or digits',
    })
  const file = /\.(?:md|markdown)$/i.test(name) ? name : `${shortened(name)}.md`
  const dir = filledName(group.dir ?? '', values)
  const path = /^(?:[/\\]|[A-Za-z]:)/.test(dir) ? undefined : toNotePath(join(dir, file))
  return path ?? fail({ kind: 'usage', message: `"${join(dir, file)}" is not a path inside the vault` })
}

/** The longest file name made from a title, in bytes: systems allow 255, and a number or a copy's suffix may be added. */
const mostBytes = 200
const leastKept = 40

/** A file name, cut behind a word where it is longer than file systems take. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name
  let cut = ''
  let bytes = 0
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > mostBytes) break
    cut += character
  }
  const word = Math.max(cut.lastIndexOf('-'), cut.lastIndexOf(' '))
  return word > leastKept ? cut.slice(0, word) : cut
}

function stemOf(name: string, values: TemplateValues): string {
  switch (name) {
    case 'slug':
      // A title such as "ideas.md" means the file of that name.
      return nameSlug(withoutNoteExtension(values.title))
    case 'title':
      return fileTitle(values.title)
    case 'page':
      // A page of Logseq: `a/b` stands in `a___b.md`.
      return fileTitle(values.title.replaceAll('/', '___'))
    case 'hierarchy':
      return values.title
        .split('.')
        .map(nameSlug)
        .filter((part) => part !== '')
        .join('.')
    case 'id':
      return values.id()
    default:
      return filledName(name.includes('{{') ? name : `${name}-{{slug}}`, values)
  }
}

/** A file or folder name with its placeholders filled; fails when one has no value. */
function filledName(name: string, values: TemplateValues): string {
  const { text, unknown } = fillTemplate(name, values)
  const [words] = unknown
  if (words !== undefined)
    fail({
      kind: 'usage',
      message: `no file is named "${name}": ${unfilledReason(words, giveBySet)}`,
      hint: 'where names are said: wend config list new; wend config list groups',
    })
  return text
}

/** How to give a placeholder a value, as a hint. */
export function giveBySet(name: string): string {
  return `give it one with --set ${name}=…`
}

/** The path, or the first free one with a number. */
export function numbered(path: NotePath, isTaken: (path: NotePath) => boolean): NotePath {
  let free = path
  for (let number = 2; isTaken(free); number++) free = path.replace(/(\.\w+)$/, `-${number}$1`) as NotePath
  return free
}

/** Four letters and digits, as zk has them. */
export function makeId(random: () => number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from({ length: 4 }, () => letters.charAt(Math.floor(random() * letters.length))).join('')
}
