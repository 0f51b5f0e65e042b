import type { Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import type { Resolution } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Draft } from '../draft.ts'
import { leadsToSame, newPath } from './link-meaning.ts'
import type { Spelling } from './spelling.ts'

/** A link, what it pointed at before, and its new spelling. */
export interface TrackedLink {
  readonly note: Note
  readonly link: Link
  readonly resolution: Resolution
  spelling: Spelling
  /** Whether it got a former spelling back, which is kept even if another would be better. */
  restored?: boolean
  /** Whether it was already there before the change that is reversed: it may then lead nowhere again. */
  stood?: boolean
}

/** Whether a link as it will be spelled leads, in the planned vault, to what it led to before. */
export function verdict(before: Vault, after: Vault, tracked: TrackedLink, draft: Draft): 'same' | 'worse' | 'other' {
  const link = spelled(tracked)
  const note = after.document(newPath(tracked.note.path, draft))
  if (note === undefined) return 'same'
  const resolution = after.resolve(note, link)
  return leadsToSame(
    { vault: before, from: tracked.note, ...tracked },
    { vault: after, from: note, link, resolution },
    draft,
  )
}

/** The link as it will be written. */
export function spelled({ link, spelling }: Pick<TrackedLink, 'link' | 'spelling'>): Link {
  const { target = link.target, anchor = link.anchor } = spelling
  return { ...link, target, ...(anchor === undefined ? {} : { anchor }) }
}
