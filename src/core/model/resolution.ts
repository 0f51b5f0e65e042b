import type { Link } from './link.ts'
import type { Note } from './note.ts'
import type { NotePath } from './note-path.ts'

/** How a link was spelled, where a stricter reader would not have found the target (links.md sections 2 and 3). */
export type LinkStyle =
  | 'case-mismatch'
  | 'encoded-wikilink'
  | 'resolved-by-title'
  | 'resolved-by-alias'
  | 'resolved-by-slug'
  | 'non-portable-link'

/** What a link points at. Decided once, by the vault's resolver; every command reads the same answer. */
export type Resolution =
  | {
      readonly status: 'ok'
      readonly path: NotePath
      readonly isNote: boolean
      readonly anchor?: string
      /** The anchor is that of the first of several headings with one text. */
      readonly isFirstOfSeveral?: true
      readonly styles: readonly LinkStyle[]
    }
  | {
      readonly status: 'ambiguous'
      readonly path: NotePath
      readonly isNote: boolean
      /** All paths that match in the deciding step, the chosen one first. */
      readonly candidates: readonly NotePath[]
      readonly anchor?: string
      readonly isFirstOfSeveral?: true
      readonly anchorMissing?: boolean
      readonly styles: readonly LinkStyle[]
    }
  | {
      readonly status: 'broken-anchor'
      readonly path: NotePath
      readonly isNote: true
      readonly anchor: string
      readonly block: boolean
      readonly styles: readonly LinkStyle[]
    }
  | { readonly status: 'broken' }
  | { readonly status: 'outside'; readonly exists: boolean | undefined }
  | { readonly status: 'external'; readonly url: string }

/** A link with the note that holds it and what it points at. */
export interface ResolvedLink {
  readonly from: Note
  readonly link: Link
  readonly resolution: Resolution
}

/** The path a resolution points at inside the vault, if any. */
export function targetPath(resolution: Resolution): NotePath | undefined {
  return 'path' in resolution ? resolution.path : undefined
}

/** Whether nothing is where a link points, in the vault or outside. */
export function leadsNowhere(resolution: Resolution): boolean {
  return resolution.status === 'broken' || (resolution.status === 'outside' && resolution.exists !== true)
}
