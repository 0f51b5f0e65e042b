import { isNoteFile } from '../../model/note-path.ts'
import { fileTitle } from './file-title.ts'
import { fillTemplate } from './fill-template.ts'
import type { TemplateValues } from './template-value.ts'

/**
 * The path from the root that a template of foam names for its notes (`filepath` below `foam_template`), with its variables filled; a title
 * in it makes no folders. Undefined where it names none.
 */
export function foamPath(template: string, values: TemplateValues): string | undefined {
  const written = foamFilepath(template)
  if (written === undefined) return undefined
  const { text } = fillTemplate(written, { ...values, title: fileTitle(values.title) })
  const path = text.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')
  return path === '' ? undefined : isNoteFile(path) ? path : `${path}.md`
}

/** The `filepath` of a template of foam as it is written, without its quotes. Found by its lines: with what is to be filled in a template need not be YAML. */
export function foamFilepath(template: string): string | undefined {
  const own = /^foam_template:[ \t]*(?:#[^\n]*)?\r?\n((?:[ \t]+[^\n]*(?:\n|$))+)/m.exec(template)?.[1] ?? ''
  const [, quoted, bare = ''] =
    /^[ \t]+filepath:[ \t]*(?:["'`]([^"'`\r\n]*)["'`]|([^\s"'`#][^#\r\n]*?))[ \t]*(?:#[^\r\n]*)?\r?$/m.exec(own) ?? []
  const said = (quoted ?? bare).trim()
  return said === '' ? undefined : said
}
