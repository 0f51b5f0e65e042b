import { join } from 'node:path'
import { stringify } from 'yaml'
import { fail } from '../../core/model/failure.ts'
import type { WritingGroup } from '../../core/model/config.ts'
import type { MetadataValue } from '../../core/model/note.ts'
import { type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { fillTemplate, namesInTemplate } from '../../core/plan/write/fill-template.ts'
import type { TemplateValues } from '../../core/plan/write/template-value.ts'
import { unfilledReason } from '../../core/plan/write/unfilled-placeholder.ts'
import { foamPath } from '../../core/plan/write/foam-template.ts'
import { readProperty } from '../../core/plan/front-matter/read-property.ts'
import { setProperty } from '../../core/plan/front-matter/set-property.ts'
import { textBody } from '../../core/plan/text/text-body.ts'
import { nearestNames } from '../../core/query/names/nearest-names.ts'
import { readFrontMatter } from '../../core/parse/front-matter.ts'
import { fileFacts } from '../../io/files/file-facts.ts'
import { findTemplate, templateNames } from '../../io/vault/find-template.ts'
import { placeBehindLink } from '../../io/vault/place-behind-link.ts'
import type { Context } from '../command.ts'
import { giveBySet, makeId, notePathOf, numbered } from './note-name.ts'
import type { WritingSettings } from './writing-settings.ts'

/** The inputs for a new note. */
export interface NoteRequest {
  readonly title: string
  readonly date: Date
  /** Folder, name and template. */
  readonly group: WritingGroup
  /** The file name without extension, when the group does not determine it. */
  readonly stem?: string
  readonly content: string
  /** Values for the template by name. */
  readonly own: ReadonlyMap<string, string>
  /** Front matter keys, in order; with a template, those without a value are left out. */
  readonly metadata: Readonly<Record<string, string | readonly string[]>>
  /** The text when there is no template. */
  readonly plain?: string
}

/** A note that is not written yet. */
export interface NoteDraft {
  readonly path: NotePath
  readonly text: string
  /** The line on which the editor opens. */
  readonly line: number
  readonly messages: readonly string[]
}

/**
 * Drafts the text and path of a new note. Fails when its name is no valid file name, its folder is outside the vault, or its template is
 * missing.
 */
export async function draftNote(context: Context, settings: WritingSettings, request: NoteRequest): Promise<NoteDraft> {
  const { newCollision = 'refuse' } = await context.config()
  const values = await valuesFor(context, settings, request)
  const { root } = context.vaultChoice()
  const isTaken = (path: NotePath): boolean => fileFacts(join(root, path)) !== undefined
  const { dir, template } = request.group
  const isPlaced = request.stem !== undefined || dir !== undefined
  const byTemplate = isPlaced ? undefined : placeByTemplate(root, settings, { template, values })
  const path = placeBehindLink(root, byTemplate ?? notePathOf(request, values))
  const free = newCollision === 'number' ? numbered(path, isTaken) : path
  const { text, cursor, messages } = textOfNew(root, settings, { request, values, give: giveBySet })
  const place = cursor ?? text.length
  return { path: free, text, messages, line: text.slice(0, place).split('\n').length }
}

/** The text made from a template, and messages about placeholders without a value; fails when the template is missing. */
export async function filledTemplate(
  context: Context,
  settings: WritingSettings,
  request: NoteRequest,
): Promise<Pick<NoteDraft, 'text' | 'messages'>> {
  const values = await valuesFor(context, settings, request)
  return textOfNew(context.vaultChoice().root, settings, { request, values })
}

/** The path of a note made from a part of another; when several are made at once, a number is added to a path that is `taken`. */
export async function pathForNote(
  context: Context,
  settings: WritingSettings,
  { taken, ...request }: Pick<NoteRequest, 'title' | 'date' | 'group'> & { readonly taken: ReadonlySet<NotePath> },
): Promise<NotePath> {
  const whole = { ...request, content: '', own: new Map<string, string>(), metadata: {} }
  const { root } = context.vaultChoice()
  const path = placeBehindLink(root, notePathOf(whole, await valuesFor(context, settings, whole)))
  const { newCollision = 'refuse' } = await context.config()
  const isThere = (one: NotePath): boolean => newCollision === 'number' && fileFacts(join(root, one)) !== undefined
  return numbered(path, (one) => taken.has(one) || isThere(one))
}

/** The values of a new note's placeholders; `settings` give the pattern of daily notes. */
export async function valuesFor(
  context: Context,
  { periods }: WritingSettings,
  request: NoteRequest,
): Promise<TemplateValues> {
  const { weekStart = 'monday' } = await context.config()
  const dayName = periods.daily.name
  let id: string | undefined
  return {
    title: request.title,
    date: request.date,
    weekStart,
    dayName: dayName?.includes('{{') === true ? undefined : dayName,
    id: () => (id ??= makeId(context.random)),
    content: request.content.trimEnd(),
    own: new Map([...Object.entries(request.group.own ?? {}), ...request.own]),
  }
}

/** The path from the root that a foam template gives its notes; undefined when it gives none, or the command line names one. */
export function placeByTemplate(
  root: string,
  { templates }: WritingSettings,
  { template, values }: { readonly template: string | undefined; readonly values: TemplateValues },
): NotePath | undefined {
  if (template === undefined) return undefined
  const file = foamPath(findTemplate(root, template, templates)?.text ?? '', values)
  if (file === undefined) return undefined
  return toNotePath(file) ?? fail({ kind: 'usage', message: `"${file}" is not a path inside the vault` })
}

function textOfNew(
  root: string,
  settings: WritingSettings,
  {
    request,
    values,
    give,
  }: { readonly request: NoteRequest; readonly values: TemplateValues; readonly give?: (name: string) => string },
): { readonly text: string; readonly cursor?: number; readonly messages: readonly string[] } {
  const { group, metadata, content, plain } = request
  if (group.template === undefined) {
    const text = plain ?? `${frontMatter(metadata)}\n${asLines(content)}`
    return { text: withOwnKeys('the note', text, request, ''), messages: [] }
  }
  const template = findTemplate(root, group.template, settings.templates)
  if (template === undefined) return missingTemplate(root, settings, group.template)
  const filled = fillTemplate(template.text, values)
  const messages = filled.unknown.map((words) => `${template.path}: ${unfilledReason(words, give)}`)
  const made = Object.entries(metadata)
    .filter(([key, value]) => value.length > 0 && key !== 'title' && key !== 'created')
    .reduce((text, [key, value]) => withProperty(template.path, text, key, value), filled.text)
  const head = withOwnKeys(template.path, made, request, template.text)
  const text = filled.hasContent || content.trim() === '' ? head : `${head.trimEnd()}\n\n${asLines(content)}`
  const { cursor } = filled
  if (cursor === undefined) return { text, messages }
  const isBefore = head.startsWith(filled.text.slice(0, cursor))
  return { text, messages, cursor: isBefore ? cursor : cursor + head.length - filled.text.length }
}

/** Values that neither template, name nor folder use become front matter keys. */
function withOwnKeys(path: string, text: string, { own, group }: NoteRequest, template: string): string {
  const asked = namesInTemplate([template, group.name, group.dir].join('\n'))
  return [...own]
    .filter(([key]) => !asked.has(key))
    .map(([key, value]) => readProperty(`${key}=${value}`, readFrontMatter(text).metadata))
    .reduce((made, { key, value }) => withProperty(path, made, key, value), text)
}

/** Sets a key; a list is added to those of the template and of the other options. */
function withProperty(path: string, text: string, key: string, value: MetadataValue): string {
  if (!Array.isArray(value)) return setProperty(textBody({ path }, text), key, value)
  const known = readFrontMatter(text).metadata[key]
  const items: readonly MetadataValue[] = Array.isArray(known) ? known : typeof known === 'string' ? [known] : []
  const there = new Set(items.map(String))
  return setProperty(textBody({ path }, text), key, [...items, ...value.filter((one) => !there.has(String(one)))])
}

function missingTemplate(root: string, { templates }: WritingSettings, name: string): never {
  const names = templateNames(root, templates)
  const [near] = nearestNames(name, names)
  const known = near === undefined ? `templates: ${names.join(', ')}` : `did you mean "${near}"?`
  return fail({
    kind: 'usage',
    message: `no template is named "${name}"`,
    hint: names.length > 0 ? known : `put it in ${templates[0] ?? ''}/${name}.md`,
  })
}

/** Front matter of some keys, in their order. */
export function frontMatter(metadata: NoteRequest['metadata']): string {
  return `---\n${stringify(metadata, { flowCollectionPadding: false, lineWidth: 0, collectionStyle: 'any' })}---\n`
}

function asLines(content: string): string {
  return content === '' || content.endsWith('\n') ? content : `${content}\n`
}
