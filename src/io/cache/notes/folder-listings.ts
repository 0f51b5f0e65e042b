import type { KnownFolder, WalkedFolder } from '../../files/walk-folders.ts'
import type { Sections, SectionSink } from '../section-file.ts'
import { bytesOf, numbersOf } from '../slices.ts'

/** A folder as the index knows it, with where its notes stand in the columns, in the order of their names. */
export interface FolderListing extends KnownFolder {
  readonly places: Uint32Array
}

/** The place of a file with the name of a note that is none. */
export const noPlace = 0xffffffff

/** Writes what folders held when the index was made. */
export function writeListings(
  sink: SectionSink,
  folders: readonly WalkedFolder[],
  placeOf: (path: string) => number | undefined,
): void {
  const listings: Listing[] = []
  const places: number[] = []
  for (const { folder, names, kinds, rules } of folders) {
    const before = folder === '' ? '' : `${folder}/`
    for (const [at, name] of names.entries()) if (kinds[at] === 'n') places.push(placeOf(before + name) ?? noPlace)
    listings.push([
      folder,
      names.join('/'),
      kinds,
      places.length,
      ...(rules === undefined ? ([] as const) : ([rules] as const)),
    ])
  }
  sink.add('folders', [Buffer.from(JSON.stringify(listings))])
  sink.add('folder-places', [bytesOf(Uint32Array.from(places))])
}

/** What the index knows of folders, by path; nothing when it is damaged, which costs time alone. */
export function readListings(sections: Sections): ReadonlyMap<string, FolderListing> {
  const folders = new Map<string, FolderListing>()
  const bytes = sections.read('folders')
  const all = numbersOf(sections.read('folder-places'))
  if (bytes === undefined || all === undefined) return folders
  let start = 0
  for (const [folder, names, kinds, end, rules] of JSON.parse(bytes.toString()) as readonly Listing[]) {
    folders.set(folder, { names, kinds, places: all.subarray(start, end), ...(rules === undefined ? {} : { rules }) })
    start = end
  }
  return folders
}

/** `end` is where its places end among those of all folders. */
type Listing = readonly [folder: string, names: string, kinds: string, end: number, rules?: string]
