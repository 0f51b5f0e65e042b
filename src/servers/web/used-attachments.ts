import type { NoteTargets } from '../../core/publish/note-targets.ts'
import { isHarmlessFile } from '../../core/publish/link-target.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { SiteInputs } from './site-inputs.ts'

/** Attachments that may be copied, and what is to be said of the others. */
export interface UsedAttachments {
  readonly harmless: readonly string[]
  readonly messages: readonly string[]
}

/** The attachments that published notes use, without those that a browser would run. */
export function usedAttachments(
  vault: Vault,
  targets: NoteTargets,
  readBytes: SiteInputs['readBytes'],
): UsedAttachments {
  const known = new Set<string>(vault.attachments.flatMap(({ path, skipped }) => (skipped === undefined ? [path] : [])))
  const used = new Set<string>()
  for (const note of vault.notes) for (const path of targets.of(note)) if (known.has(path)) used.add(path)
  const paths = [...used].sort()
  // Of a picture that is a program only its text can tell.
  const isHarmless = (path: string): boolean =>
    isHarmlessFile(path) && (!/\.svg$/i.test(path) || readBytes(path) !== undefined)
  const refused = paths.filter((path) => !isHarmless(path))
  return {
    harmless: paths.filter((path) => !refused.includes(path)),
    messages: refused.map((path) => `${path} is not published: a browser might run it`),
  }
}
