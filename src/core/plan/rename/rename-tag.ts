import { isAlias, isScalar, isSeq } from 'yaml'
import type { Edit } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import type { MetadataValue, Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { nearestNames } from '../../query/names/nearest-names.ts'
import { readJson } from '../../parse/front-matter/json.ts'
import { readFrontMatter } from '../../parse/front-matter.ts'
import { editTomlStrings, holdsToml } from '../front-matter/toml-property.ts'
import { type Draft, editAt, type PlanSource } from '../draft.ts'
import { dataOf, type FrontMatterEntry, rangeOfNode, readFrontMatterText } from '../front-matter/front-matter-text.ts'
import { firstHeld } from '../front-matter/held-key.ts'
import { foldName } from '../../vault/fold.ts'
import { frontMatterEdits } from '../front-matter/front-matter-edits.ts'
import { keepLinks } from '../spelling/keep-links.ts'
import type { Plan } from './rename-note.ts'
import type { NoteText } from '../front-matter/note-text.ts'
import { plain, setProperty, withYaml } from '../front-matter/set-property.ts'

/** The new name of a tag; undefined when it stays. */
type Rename = (tag: string) => string | undefined

/** Plans another name for a tag and the tags nested under it, in hashtags and in front matter; case does not matter, as in Obsidian. */
export function renameTag(source: PlanSource, oldTag: string, newTag: string): Plan {
  const from = bareTag(oldTag)
  const to = requireTag(newTag)
  const rename: Rename = (tag) => renamedTag(tag, from, to)
  const tagged = source.vault.notes.filter(({ tags }) => tags.some((tag) => rename(tag) !== undefined))
  if (tagged.length === 0) return isTagged(source, from) ? unchanged(to) : missing(source, from)
  for (const note of tagged) refusePage(source, note, { rename, to })
  const edits = new Map<NotePath, readonly Edit[]>(tagged.map((note) => [note.path, tagEdits(source, note, rename)]))
  const { changes, messages } = keepLinks(source, inFormerCase(source, { moves: new Map(), edits }))
  return { changes: { title: `rename the tag ${from} to ${to}`, changes }, messages }
}

/** When a rename reverses an earlier one, each tag gets its former case back, so that every byte is restored. */
function inFormerCase(source: PlanSource, draft: Draft): Draft {
  const formerly = source.formerly?.(draft)
  if (formerly === undefined) return draft
  const restored = [...draft.edits].map(([path, edits]) => {
    const inCase = edits.map((edit) => {
      const former = formerly.at(path, edit.before, edit.span.start)
      return { ...edit, after: former.find((one) => one.toLowerCase() === edit.after.toLowerCase()) ?? edit.after }
    })
    return [path, inCase] as const
  })
  return { ...draft, edits: new Map(restored) }
}

/** Fails when a tag of a Logseq vault is also a page: the page is to be renamed, and its tags with it. */
function refusePage(
  { vault }: PlanSource,
  note: Note,
  { rename, to }: { readonly rename: Rename; readonly to: string },
): void {
  for (const { link, resolution } of vault.linksFrom(note.path))
    if (link.tool === 'tag' && resolution.status === 'ok' && rename(link.target) !== undefined)
      fail({
        kind: 'refused',
        message: `"${link.target}" is the page ${resolution.path}; nothing was changed`,
        hint: `rename the page, which its tags follow: wend mv "${resolution.path}" "${to}"`,
      })
}

/** A tag without its `#`; fails when it is no valid tag. */
export function requireTag(written: string): string {
  const tag = bareTag(written)
  if (/^(?=.*[^\d/])[\p{L}\p{M}\p{N}_/-]+$/u.test(tag) && !tag.startsWith('/')) return tag
  return fail({ kind: 'usage', message: `"${written}" is not a tag: letters, digits, - and _, parts divided by /` })
}

function bareTag(written: string): string {
  return written.trim().replace(/^#/, '').replace(/\/+$/, '')
}

function renamedTag(tag: string, from: string, to: string): string | undefined {
  const name = [to, ...tag.split('/').slice(from.split('/').length)].join('/')
  return isWithin(tag, from) && name !== tag ? name : undefined
}

function isTagged({ vault }: PlanSource, tag: string): boolean {
  return vault.notes.some(({ tags }) => tags.some((one) => isWithin(one, tag)))
}

function unchanged(tag: string): Plan {
  return { changes: { title: `the tag is called ${tag} already`, changes: [] }, messages: [] }
}

/** Whether a tag is another or nested under it, in any case and Unicode form. */
function isWithin(tag: string, other: string): boolean {
  const [folded, above] = [foldName(tag), foldName(other)]
  return folded === above || folded.startsWith(`${above}/`)
}

function missing({ vault }: PlanSource, tag: string): never {
  const near = nearestNames(tag, [...new Set(vault.notes.flatMap(({ tags }) => tags))])
  return fail({
    kind: 'refused',
    message: `no note has the tag "${tag}"`,
    ...(near.length > 0 ? { hint: `did you mean ${near.map((name) => `"${name}"`).join(' or ')}?` } : {}),
  })
}

function tagEdits({ textOf }: PlanSource, note: Note, rename: Rename): readonly Edit[] {
  const text = textOf(note.path)
  const inFront = frontMatterEdits(note, text, (front) => renameInFrontMatter(front, rename))
  const inText = note.inlineTags.flatMap(({ tag, span, bare }) => {
    const name = rename(tag)
    return name === undefined ? [] : [editAt(text, span.start, span.end, bare === true ? name : `#${name}`)]
  })
  return [...inFront, ...inText]
}

function renameInFrontMatter(note: NoteText, rename: Rename): string {
  if (holdsToml(note)) return renameInToml(note, rename)
  if (note.form === 'json' && !isTaggedInJson(note, rename)) return note.text
  const front = readFrontMatterText(note.path, note.text, note.bodyStart)
  if (front === undefined) return note.text
  const entry = ['tags', 'tag'].flatMap((key) => front.entries.find((one) => one.key.toLowerCase() === key) ?? [])[0]
  if (entry === undefined) return note.text
  const data = dataOf(front)[entry.key] ?? null
  const now = renameValue(data, rename)
  if (JSON.stringify(now) === JSON.stringify(data)) return note.text
  // When two tags become one, the list is rewritten without the second. So are lists written in other ways, or over several lines.
  const isShorter = Array.isArray(now) && Array.isArray(data) && now.length < data.length
  if (isShorter || !isInPlace(entry.pair.value))
    return setProperty(note, entry.key, typeof now === 'string' ? now.trim() : now)
  const yaml = renameScalars(front.yaml, entry, rename)
  return withYaml(note, front, yaml, { ...dataOf(front), [entry.key]: now })
}

/** Whether JSON front matter, which is never edited, has a tag that would be renamed. */
function isTaggedInJson({ text, bodyStart }: NoteText, rename: Rename): boolean {
  const { metadata } = readJson(text.slice(0, bodyStart))
  const key = firstHeld(Object.keys(metadata), ['tags', 'tag'])
  const value = key === undefined ? null : (metadata[key] ?? null)
  return JSON.stringify(renameValue(value, rename)) !== JSON.stringify(value)
}

/** Renames each string of the list in place, so that the rest of the TOML stays; when two tags become one, the list is rewritten. */
function renameInToml(note: NoteText, rename: Rename): string {
  const { metadata } = readFrontMatter(note.text)
  const key = firstHeld(Object.keys(metadata), ['tags', 'tag'])
  const value = key === undefined ? undefined : metadata[key]
  if (key === undefined || value === undefined) return note.text
  const now = renameValue(value, rename)
  if (JSON.stringify(now) === JSON.stringify(value)) return note.text
  if (Array.isArray(now) && Array.isArray(value) && now.length < value.length) return setProperty(note, key, now)
  const renamed = Array.isArray(value) ? renameItem : renameValue
  return editTomlStrings(note, { key, value: now }, (text) => String(renamed(text, rename)))
}

/** The value with its tags renamed, each once; tags in a string are separated by commas or blanks, as the parser reads them. */
function renameValue(value: MetadataValue, rename: Rename): MetadataValue {
  if (Array.isArray(value)) return [...new Set(value.map((item) => renameItem(item, rename)))]
  if (typeof value !== 'string') return value
  const now = value.replace(/[^,\s]+/g, (tag) => renameText(tag, rename))
  const tags = itemsOf(now)
  const each = [...new Set(tags)]
  const isShorter = now !== value && each.length < tags.length
  return isShorter ? each.join(now.includes(',') ? ', ' : ' ') : now
}

function itemsOf(text: string): readonly string[] {
  return text.split(/[,\s]+/).filter((item) => item !== '')
}

function renameItem(value: MetadataValue, rename: Rename): MetadataValue {
  return typeof value === 'string' ? renameText(value, rename) : value
}

function renameText(text: string, rename: Rename): string {
  return text.replace(
    /^(\s*#?)(.*?)(\s*)$/s,
    (_all, before: string, tag: string, after: string) => before + (rename(tag) ?? tag) + after,
  )
}

/** Whether each string of a YAML value is on one line and can be edited in place. */
function isInPlace(value: unknown): boolean {
  if (isSeq(value)) return value.items.every(isInPlace)
  return !isAlias(value) && !(isScalar(value) && (value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL'))
}

function renameScalars(yaml: string, { pair }: FrontMatterEntry, rename: Rename): string {
  const scalars = isSeq(pair.value) ? pair.value.items : [pair.value]
  const renamed = isSeq(pair.value) ? renameItem : renameValue
  return scalars.filter(isScalar).reduceRight((text, scalar) => {
    const range = rangeOfNode(scalar)
    const now = typeof scalar.value === 'string' ? renamed(scalar.value, rename) : scalar.value
    if (range === undefined || now === scalar.value || typeof now !== 'string') return text
    const quoted =
      scalar.type === 'QUOTE_DOUBLE' ? JSON.stringify(now) : scalar.type === 'QUOTE_SINGLE' ? `'${now}'` : plain(now)
    return text.slice(0, range[0]) + quoted + text.slice(range[1])
  }, yaml)
}
