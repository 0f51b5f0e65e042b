import type { Note } from '../model/note.ts'
import type { ProblemCode } from '../model/problem-code.ts'
import type { Resolution } from '../model/resolution.ts'
import type { PassingNote } from '../vault/vault.ts'
import type { Finding, Scope, Search } from './rule.ts'
import { rules } from './rules.ts'

type Tell = (code: ProblemCode, finding: Finding) => void

/** Searches of one sort, each with the code of its rule. */
type Searches<Each extends Search['each']> = readonly (readonly [code: ProblemCode, search: Search & { each: Each }])[]

/** Applies rules and tells what they find; gives the number of links in the notes and canvases of the scope. */
export function applyRules(codes: Iterable<ProblemCode>, scope: Scope, tell: Tell): number {
  const all = [...codes]
  for (const [code, search] of searchesOf(all, 'vault')) for (const finding of search.in(scope)) tell(code, finding)
  const ofNotes = searchesOf(all, 'note')
  const ofDocuments = searchesOf(all, 'document')
  const ofLinks = searchesOf(all, 'link')
  const pass = (document: Note, searches: Searches<'note' | 'document'>): number => {
    const passing = scope.vault.inPassing(document)
    for (const [code, search] of searches) for (const finding of search.in(passing.note, scope)) tell(code, finding)
    return searchLinks(passing, { searches: ofLinks, scope, tell })
  }
  let links = 0
  for (const note of scope.notes) links += pass(note, [...ofNotes, ...ofDocuments])
  for (const canvas of scope.canvases) links += pass(canvas, ofDocuments)
  return links
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

/** Links are read only where one of them is not sound. */
function searchLinks(
  { note, resolutions, links }: PassingNote,
  { searches, scope, tell }: { readonly searches: Searches<'link'>; readonly scope: Scope; readonly tell: Tell },
): number {
  const isSound = (resolution: Resolution | undefined): boolean =>
    resolution?.status === 'ok' &&
    resolution.styles.length === 0 &&
    resolution.isFirstOfSeveral === undefined &&
    resolution.path !== note.path
  if (resolutions?.every(isSound) === true) return resolutions.length
  const all = links()
  for (const resolved of all) {
    if (isSound(resolved.resolution)) continue
    for (const [code, search] of searches) {
      const finding = search.in(resolved, scope)
      if (finding !== undefined) tell(code, finding)
    }
  }
  return all.length
}
