import type { Attachment } from '../../core/model/note.ts'
import { isCanvasFile, type NotePath } from '../../core/model/note-path.ts'
import { lstatSync } from '../files/file-system.ts'

/** The canvases among the attachments of a vault. */
export function canvasesIn(attachments: readonly Attachment[]): readonly NotePath[] {
  return attachments.flatMap(({ path, skipped }) => (skipped === undefined && isCanvasFile(path) ? [path] : []))
}

/** An id of the state of canvases on disk; empty when there are none. */
export function canvasState(root: string, canvases: readonly NotePath[]): string {
  return canvases.map((path) => `${path} ${stampOf(`${root}/${path}`)}`).join('\n')
}

function stampOf(file: string): string {
  try {
    const facts = lstatSync(file, { throwIfNoEntry: false })
    return facts === undefined ? '' : `${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`
  } catch {
    return ''
  }
}
