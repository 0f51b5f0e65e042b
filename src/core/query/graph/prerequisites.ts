import type { MetadataValue, Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { type ResolvedLink, targetPath } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import { findNamedNote } from '../names/find-note.ts'
import { firstLinksFrom } from './first-links.ts'

/** A note to read before another, why, and how sure that is: 1 when the note itself says so, else less. */
export interface Prerequisite {
  readonly path: NotePath
  readonly weight: number
  readonly inferred: boolean
  readonly reasons: readonly string[]
}

/** A note that another one links to; `place` is 1 for the first of its links and nears 0 for the last. */
interface Candidate {
  readonly path: NotePath
  readonly link: ResolvedLink
  readonly place: number
}

/** From this weight on a linked note counts as a prerequisite. */
export const leastWeight = 0.3

/**
 * What to read before a note, the surest first. `prerequisites:` in its front matter decides where given. Otherwise it is inferred from the
 * links by reference distance (Liang et al. 2015, "Measuring Prerequisite Relations Among Concepts": A needs B when what A links to also
 * links to B, and what B links to does not link to A) and by where the link stands: what is named in the opening, or first, is presupposed.
 * Every linked note with a positive weight is among them; those below `leastWeight` are doubtful.
 */
export function prerequisitesOf(vault: Vault, note: Note): readonly Prerequisite[] {
  const declared = declaredPrerequisites(vault, note)
  if (declared !== undefined)
    return declared.map((path) => ({
      path,
      weight: 1,
      inferred: false,
      reasons: [`${note.title} names it in its prerequisites`],
    }))
  const counts = new Map<NotePath, number>()
  for (const target of withTargets(vault, note.path).flatMap((member) => vault.targetsOf(member)))
    counts.set(target, (counts.get(target) ?? 0) + 1)
  const around: Around = {
    linking: (other) => counts.get(other) ?? 0,
    sources: new Set(vault.sourcesOf(note.path)),
  }
  return candidatesOf(vault, note)
    .flatMap((candidate) => infer(vault, note, candidate, around) ?? [])
    .sort((a, b) => b.weight - a.weight || (a.path < b.path ? -1 : 1))
}

function candidatesOf(vault: Vault, { path }: Note): readonly Candidate[] {
  const linked = [...firstLinksFrom(vault, path)].filter(([, { link }]) => link.kind !== 'property')
  return linked.map(([to, link], order) => ({ path: to, link, place: 1 - order / linked.length }))
}

/** The notes that front matter names, as links or by title; undefined without the key. */
function declaredPrerequisites(vault: Vault, note: Note): readonly NotePath[] | undefined {
  const value = note.metadata['prerequisites']
  if (value === undefined || value === null) return undefined
  const linked = vault
    .linksFrom(note.path)
    .filter(({ link }) => link.kind === 'property' && link.key === 'prerequisites')
    .flatMap(({ resolution }) => targetPath(resolution) ?? [])
  const named = namesIn(value).flatMap((name) => findNamedNote(vault, name)?.path ?? [])
  return [...new Set([...linked, ...named])].filter((path) => path !== note.path && vault.note(path) !== undefined)
}

function namesIn(value: MetadataValue): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value)
    ? value.flatMap((item: MetadataValue) => (typeof item === 'string' ? namesIn(item) : []))
    : []
}

/** The weight of each sign, found by comparing reading lists of a vault of some 170 notes with what their author would say. */
const signs = {
  opening: 0.5,
  named: 0.3,
  place: 0.25,
  reference: 0.75,
  oneWay: 0.05,
  mutual: -0.1,
  central: 0.05,
} as const

function infer(vault: Vault, note: Note, { path, link, place }: Candidate, around: Around): Prerequisite | undefined {
  const forward = { linking: around.linking(path), of: vault.targetsOf(note.path).length }
  const members = withTargets(vault, path).filter((member) => member !== note.path)
  const backward = { linking: members.filter((member) => around.sources.has(member)).length, of: members.length }
  const opening = isBeforeFirstSection(note, link)
  const named = isNamedBy(note, vault.note(path))
  const oneWay = !vault.targetsOf(path).includes(note.path)
  const central = vault.backlinkCount(path) > vault.backlinkCount(note.path)
  const weight =
    (opening ? signs.opening : 0) +
    (named ? signs.named : 0) +
    signs.place * place +
    signs.reference * (forward.linking / forward.of - backward.linking / backward.of) +
    (oneWay ? signs.oneWay : signs.mutual) +
    (central ? signs.central : 0)
  if (weight <= 0) return undefined
  const others = { count: forward.linking - 1, of: forward.of - 1 }
  const reasons = [
    ...(opening ? [`${note.title} links to it in its opening`] : []),
    ...(named ? [`the title, an alias or the summary of ${note.title} names it`] : []),
    ...(!opening && place === 1 ? [`it is the first note that ${note.title} links to`] : []),
    ...(others.count > 0
      ? [
          `${others.count} of the other ${others.of} notes that ${note.title} links to ${others.count === 1 ? 'links' : 'link'} to it too`,
        ]
      : []),
    ...(oneWay ? ['it does not link back'] : []),
    ...(central ? [`more notes link to it (${vault.backlinkCount(path)}) than to ${note.title}`] : []),
  ]
  return { path, weight: Math.min(0.99, weight), inferred: true, reasons }
}

/** The links among a note and the notes it links to. */
interface Around {
  /** How many of the notes it links to link to another note. */
  readonly linking: (other: NotePath) => number
  /** The notes that link to the note itself. */
  readonly sources: ReadonlySet<NotePath>
}

function withTargets(vault: Vault, path: NotePath): readonly NotePath[] {
  return [path, ...vault.targetsOf(path)]
}

/** Whether a note's title, aliases or summary contain the title of another one, in the singular or the plural. */
function isNamedBy(note: Note, other: Note | undefined): boolean {
  const name = other?.title.toLowerCase().replace(/ \([^()]*\)$|s$/, '') ?? ''
  if (name.length < 4) return false
  return [note.title, ...note.aliases, note.summary ?? ''].some((text) => ` ${text.toLowerCase()}`.includes(` ${name}`))
}

function isBeforeFirstSection(note: Note, { link }: ResolvedLink): boolean {
  if (link.kind === 'property') return false
  const section = note.headings.find(({ level, span }) => level > 1 && span.start >= note.bodyStart)
  return section !== undefined && link.span.start < section.span.start
}
