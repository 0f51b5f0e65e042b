import { isNoteFile } from '../../model/note-path.ts'
import { fileTitle } from './file-title.ts'
import { fillTemplate } from './fill-template.ts'
import type { TemplateValues } from './template-value.ts'

/**
 * The path from the root that a foam template gives its notes (`filepath` below `foam_template`), with its variables filled; a `/` in the
 * title makes no folder. Undefined when it gives none.
 */
export function foamPath(template: string, values: TemplateValues): string | undefined {
  const written = foamFilepath(template)
  if (written === undefined) return undefined
  const { text } = fillTemplate(written, { ...values, title: fileTitle(values.title) })
  const path = text.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')
  return path === '' ? undefined : isNoteFile(path) ? path : `${path}.md`
}

/**
 * The `filepath` of a foam template as it is written, without quotes. Found line by line, since a template with placeholders need not be
 * YAML.
 */
export function foamFilepath(template: string): string | undefined {
  const own = /^foam_template:[ \t]*(?:#[^\n]*)?\r?\n((?:[ \t]+[^\n]*(?:\n|$))+)/m.exec(template)?.[1] ?? ''
  const [, quoted, bare = ''] =
    /^[ \t]+filepath:[ \t]*(?:["'`]([^"'`\r\n]*)["'`]|([^\s"'`#][^#\r\n]*?))[ \t]*(?:#[^\r\n]*)?\r?$/m.exec(own) ?? []
  const said = (quoted ?? bare).trim()
  return said === '' ? undefined : said
}
