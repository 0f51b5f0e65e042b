import { fail } from '../../core/model/failure.ts'
import type { WritingGroup } from '../../core/model/config.ts'
import { fileStem, folderOf, type NotePath } from '../../core/model/note-path.ts'
import type { Options } from '../arguments/options.ts'
import { isoDay } from '../arguments/read-date.ts'
import { typedFolder } from '../arguments/typed-path.ts'
import type { Context } from '../command.ts'
import type { NoteRequest } from './draft-note.ts'
import { groupOfFolder, type WritingSettings } from './writing-settings.ts'

/** A note that is asked for. */
interface Asked {
  readonly title: string
  readonly body: string
  /** Its path, which overrides the options. */
  readonly path?: NotePath
}

/** The inputs for a new note, from the options of `new`. */
export function newRequest(
  context: Pick<Context, 'cwd' | 'vaultChoice' | 'now'>,
  settings: WritingSettings,
  { asked, options }: { readonly asked: Asked; readonly options: Options },
): NoteRequest {
  const { title, body, path } = asked
  const date = context.now()
  const dir = path === undefined ? options.text('dir') : undefined
  const group = groupOf(settings, dir === undefined ? undefined : typedFolder(context, dir), options)
  return {
    title,
    date,
    group: path === undefined ? group : { ...group, dir: folderOf(path) },
    ...(path === undefined ? {} : { stem: fileStem(path) }),
    content: body,
    own: ownValues(options.texts('set')),
    metadata: metadataOf(title, options, isoDay(date)),
  }
}

/** The group of a note: the named one, else that of the folder, else the default; options for folder and template override it. */
function groupOf({ groups, note }: WritingSettings, dir: string | undefined, options: Options): WritingGroup {
  const [name, template] = ['group', 'template'].map((option) => options.text(option))
  const named = name === undefined ? undefined : Object.hasOwn(groups, name) ? groups[name] : unknownGroup(name, groups)
  const folder = dir?.replace(/\/+$/, '')
  const ofFolder = folder === undefined ? undefined : groupOfFolder(groups, folder)
  const group = named ?? ofFolder ?? note
  return {
    ...note,
    ...group,
    ...(dir === undefined ? {} : { dir }),
    ...(template === undefined ? {} : { template }),
  }
}

function unknownGroup(name: string, groups: Readonly<Record<string, WritingGroup>>): never {
  const known = Object.keys(groups)
  return fail({
    kind: 'usage',
    message: `no sort of notes is named "${name}"`,
    hint:
      known.length > 0
        ? `sorts: ${known.join(', ')}`
        : `name it in .wend/config.yml: groups: {${name}: {dir: ${name}, template: ${name}}}`,
  })
}

/** Reads `key=value` into values by key. */
export function ownValues(settings: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    settings.map((setting) => {
      const [, key = '', value = ''] = /^([\w.-]+)=(.*)$/s.exec(setting) ?? []
      if (key === '')
        fail({ kind: 'usage', message: `--set needs key=value, not "${setting}"`, hint: 'for example: --set who=Ann' })
      return [key, value] as const
    }),
  )
}

function metadataOf(title: string, options: Options, today: string): Record<string, string | readonly string[]> {
  const tags = items(options.texts('tag'))
  return {
    title,
    summary: options.text('summary') ?? '',
    topics: items(options.texts('topic')),
    ...(tags.length > 0 ? { tags } : {}),
    created: today,
  }
}

function items(lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(',').map((item) => item.trim())).filter((item) => item !== '')
}
