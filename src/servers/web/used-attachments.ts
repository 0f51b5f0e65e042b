import { isCanvasFile } from '../../core/model/note-path.ts'
import type { Note } from '../../core/model/note.ts'
import { targetPath } from '../../core/model/resolution.ts'
import type { NoteTargets } from '../../core/publish/note-targets.ts'
import { isHarmlessFile } from '../../core/publish/link-target.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { SiteInputs } from './site-inputs.ts'

/** Attachments that may be copied, canvases that get a page, and messages about the others. */
export interface UsedAttachments {
  readonly harmless: readonly string[]
  readonly canvases: readonly Note[]
  readonly messages: readonly string[]
}

/** The attachments that published notes and the canvases among them use, without those that a browser would run, that are excluded or too large. */
export function usedAttachments(
  published: Vault,
  targets: NoteTargets,
  { vault, isExcluded, readBytes, isTooLarge }: Pick<SiteInputs, 'vault' | 'isExcluded' | 'readBytes' | 'isTooLarge'>,
): UsedAttachments {
  const known = new Set<string>(
    published.attachments.flatMap(({ path, skipped }) => (skipped === undefined && !isExcluded(path) ? [path] : [])),
  )
  if (known.size === 0) return { harmless: [], canvases: [], messages: [] }
  const used = new Set<string>()
  for (const note of published.notes) for (const path of targets.of(note)) if (known.has(path)) used.add(path)
  const canvases = usedCanvases(vault, known, used)
  const paths = [...used].filter((path) => !isCanvasFile(path)).sort()
  // Whether an SVG is a program can only be seen in its text.
  const isHarmless = (path: string): boolean =>
    isHarmlessFile(path) && (!/\.svg$/i.test(path) || readBytes(path) !== undefined)
  const tooLarge = paths.filter((path) => isTooLarge?.(path) === true)
  const refused = paths.filter((path) => !tooLarge.includes(path) && !isHarmless(path))
  return {
    harmless: paths.filter((path) => !refused.includes(path) && !tooLarge.includes(path)),
    canvases,
    messages: [
      ...refused.map((path) => `${path} is not published: a browser might run it`),
      ...tooLarge.map((path) => `${path} is not published: it is larger than 500 MB`),
    ],
  }
}

/** The canvases in use; what their cards show is used too, including other canvases. */
function usedCanvases(vault: Vault, known: ReadonlySet<string>, used: Set<string>): readonly Note[] {
  const canvases: Note[] = []
  for (const path of used) {
    const canvas = isCanvasFile(path) ? vault.document(path) : undefined
    if (canvas === undefined) continue
    canvases.push(canvas)
    for (const { resolution } of vault.linksFrom(canvas.path)) {
      const target = targetPath(resolution)
      if (target !== undefined && known.has(target)) used.add(target)
    }
  }
  return canvases
}
