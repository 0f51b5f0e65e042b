import type { Note } from '../model/note.ts'
import type { ProblemCode } from '../model/problem-code.ts'
import { leadsNowhere, type ResolvedLink, type Resolution } from '../model/resolution.ts'
import type { PassingNote } from '../vault/vault.ts'
import type { Finding, Scope, Search } from './rule.ts'
import { rules } from './rules.ts'

type Tell = (code: ProblemCode, finding: Finding) => void

/** Searches of one kind, each with the code of its rule. */
type Searches<Each extends Search['each']> = readonly (readonly [code: ProblemCode, search: Search & { each: Each }])[]

/** Applies rules, reporting each finding through `tell`; gives the number of links in the notes and canvases of the scope. */
export function applyRules(codes: Iterable<ProblemCode>, scope: Scope, tell: Tell): number {
  const all = [...codes]
  for (const [code, search] of searchesOf(all, 'vault')) for (const finding of search.in(scope)) tell(code, finding)
  const ofNotes = searchesOf(all, 'note')
  const ofDocuments = searchesOf(all, 'document')
  const ofLinks = searchesOf(all, 'link')
  const ofBoth = [...ofNotes, ...ofDocuments]
  const broken: ResolvedLink[] = []
  const pass = (document: Note, searches: Searches<'note' | 'document'>): number => {
    const passing = scope.vault.inPassing(document)
    for (const [code, search] of searches) for (const finding of search.in(passing.note, scope)) tell(code, finding)
    return eachUnsound(passing, (resolved) => {
      for (const [code, search] of ofLinks) tellOne(tell, code, search.in(resolved, scope))
      // Stored with the document of the scope, since the passing note holds everything decoded from it in memory.
      if (leadsNowhere(resolved.resolution)) broken.push({ ...resolved, from: document })
    })
  }
  let links = 0
  for (const note of scope.notes) links += pass(note, ofBoth)
  for (const canvas of scope.canvases) links += pass(canvas, ofDocuments)
  searchBroken(broken, { searches: searchesOf(all, 'broken link'), scope, tell })
  return links
}

function tellOne(tell: Tell, code: ProblemCode, finding: Finding | undefined): void {
  if (finding !== undefined) tell(code, finding)
}

function searchesOf<Each extends Search['each']>(codes: readonly ProblemCode[], each: Each): Searches<Each> {
  return codes.flatMap((code) => {
    const search = rules[code].find
    return isOf(search, each) ? [[code, search] as const] : []
  })
}

function isOf<Each extends Search['each']>(search: Search, each: Each): search is Search & { each: Each } {
  return search.each === each
}

/**
 * Calls `take` for each link of a note that is not sound, and gives the number of all its links. They are read only when one is not sound.
 */
function eachUnsound({ note, resolutions, links }: PassingNote, take: (resolved: ResolvedLink) => void): number {
  const isSound = (resolution: Resolution | undefined): boolean =>
    resolution?.status === 'ok' &&
    resolution.styles.length === 0 &&
    resolution.isFirstOfSeveral === undefined &&
    resolution.path !== note.path
  if (resolutions?.every(isSound) === true) return resolutions.length
  const all = links()
  for (const resolved of all) if (!isSound(resolved.resolution)) take(resolved)
  return all.length
}

/** Searches the broken links, after all others: the suggester needs them all. */
function searchBroken(
  broken: readonly ResolvedLink[],
  { searches, scope, tell }: { readonly searches: Searches<'broken link'>; readonly scope: Scope; readonly tell: Tell },
): void {
  if (broken.length === 0 || searches.length === 0) return
  const suggester = scope.suggesterFor(broken)
  for (const resolved of broken)
    for (const [code, search] of searches) tellOne(tell, code, search.in(resolved, suggester))
}
