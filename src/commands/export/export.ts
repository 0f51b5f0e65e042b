import { relative, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { isCanvasFile } from '../../core/model/note-path.ts'
import { parseNote } from '../../core/parse/parse-note.ts'
import { nameTable } from '../../core/model/name-table.ts'
import { isPublished, isTold } from '../../core/publish/published-vault.ts'
import { singleText } from '../../core/publish/single-text.ts'
import { loneDetail } from '../../core/query/note/lone-detail.ts'
import { Options } from '../arguments/options.ts'
import { requireTarget } from '../arguments/require-note.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { siteInputs } from '../web/site-inputs-of.ts'

const formats = ['html', 'md', 'txt'] as const
type ExportFormat = (typeof formats)[number]

/** `wend export`: a note as one file for others. */
export const exportNote: Command = {
  arguments: [
    { name: '<note>', description: 'path, title or alias; NOTE#Heading exports a section', completes: 'note' },
  ],
  options: [
    {
      flags: '-f, --format <format>',
      description: 'html (with style, pictures and fonts within), md or txt; by the ending of --output, else html',
      choices: formats,
    },
    {
      flags: '-o, --output <file>',
      description: 'write this file; - is standard output, as without it',
      completes: 'file',
    },
    { flags: '--force', description: 'replace the file if there is one' },
    { flags: '--json', description: 'as data: path, format and text, or with --output the file' },
  ],
  examples: [
    ['wend export attention -o attention.html', 'one file that needs no other, to be sent or kept'],
    [
      'wend export attention --format md',
      'the markdown with what it embeds written out, without comments and front matter',
    ],
    ['wend export "attention#Why" --format txt | mail ana@example.org', 'a section as plain text'],
  ],
  run: async (context, [query = ''], options) => {
    const messages: string[] = []
    const output = options.text('output') === '-' ? undefined : options.text('output')
    const format = formatOf(options.text('format'), output)
    const { note, anchor } = await requireTarget(context, query, messages)
    const source = await sourceOf(context, options)
    if (!isPublished(note, source.isExcluded)) refuse(note)
    const asked = { note, format, ...(anchor === undefined ? {} : { anchor }) }
    const { text, messages: said } = await exported(context, source, asked)
    messages.push(...said)
    const data = { path: note.path, format, ...(output === undefined ? { text } : { file: output }) }
    const json = {
      kind: 'document',
      text: `${JSON.stringify(data, null, 2)}\n`,
      data,
      written: options.text('format') ?? 'json',
      exact: true,
    } as const
    if (output !== undefined) {
      const saved = await save(context, text, { output, force: options.flag('force'), messages })
      return options.flag('json') ? { ...saved, report: json } : saved
    }
    if (options.flag('json')) return { report: json, messages }
    // Characters made visible for a terminal would be elements in HTML: `<U+2061>` would hide everything after it.
    const exact = format !== 'txt' && !context.terminal.stdoutIsTerminal
    return { report: { kind: 'document', text, written: options.text('format') ?? 'text', exact }, messages }
  },
}

/** A note of the vault to export, and how. */
interface Asked {
  readonly note: Note
  readonly anchor?: string
  readonly format: ExportFormat
}

type Source = Awaited<ReturnType<typeof sourceOf>>

/** The same inputs as for `publish`, without git's history, which does not matter for one note. */
async function sourceOf(context: Context, options: Options): ReturnType<typeof siteInputs> {
  const { largestFile } = await import('../../servers/web/single-page.ts')
  return siteInputs(context, await context.vault(), options, largestFile)
}

const formatOfEnding: Readonly<Record<string, ExportFormat>> = nameTable({
  html: 'html',
  htm: 'html',
  md: 'md',
  markdown: 'md',
  txt: 'txt',
  text: 'txt',
})

/** The requested format, else that of the file's extension; a file without one is HTML. Fails for an unknown extension. */
function formatOf(asked: string | undefined, output = ''): ExportFormat {
  const format = formats.find((one) => one === asked)
  const ending = /[^/\\]\.([^./\\\s]+)$/.exec(output)?.[1]?.toLowerCase()
  if (format !== undefined || ending === undefined) return format ?? 'html'
  return (
    formatOfEnding[ending] ??
    fail({
      kind: 'usage',
      message: `an export is html, md or txt, and "${output}" ends in none of them`,
      hint: ofOthers.has(ending)
        ? `make it of one of them, such as: wend export NOTE --format md | pandoc -o "${output}"`
        : 'say which it is with --format html, md or txt',
    })
  )
}

/** Extensions of formats that other programs make from HTML or markdown. */
const ofOthers: ReadonlySet<string> = new Set(['pdf', 'docx', 'doc', 'odt', 'rtf', 'epub', 'tex', 'rst', 'org', 'pptx'])

function refuse({ path }: Note): never {
  return fail({
    kind: 'refused',
    message: `${path} is not for others to see: its front matter or publish.exclude says so`,
    hint: 'what is private: publish: false, public: false, private: true, or front matter that can not be read',
  })
}

async function exported(
  context: Context,
  source: Source,
  { note, anchor, format }: Asked,
): Promise<{ readonly text: string; readonly messages: readonly string[] }> {
  if (format === 'html') {
    const { SiteBuild } = await import('../../servers/web/site-build.ts')
    const { singlePage } = await import('../../servers/web/single-page.ts')
    const build = new SiteBuild({ ...source, formerTopics: [] })
    return singlePage(
      build,
      build.site.notes.findIndex(({ path }) => path === note.path),
      anchor,
    )
  }
  const isKnown = (path: string): boolean => isTold(source.vault, path, source.isExcluded)
  const text = singleText({ whole: source.vault, textOf: source.readText, isKnown }, note, anchor)
  return format === 'md' ? { text, messages: [] } : asText(context, note, text)
}

/** The note as it is shown, without anything that only a terminal can show. */
async function asText(
  context: Context,
  { path, dialects }: Note,
  text: string,
): Promise<{ readonly text: string; readonly messages: readonly string[] }> {
  const { showPage } = await import('../show/show-page.ts')
  const facts = { size: text.length, modifiedMs: Number.NaN, createdMs: Number.NaN }
  const note = parseNote({ path, text, facts, dialects })
  const messages: string[] = []
  const shown = await showPage(context, {
    target: { note, text, inVault: false },
    detail: loneDetail(note, text),
    options: new Options({ plain: true, embeds: '0' }),
    messages,
    pictures: 'no',
  })
  return { text: shown, messages }
}

async function save(
  context: Context,
  text: string,
  {
    output,
    force,
    messages,
  }: { readonly output: string; readonly force: boolean; readonly messages: readonly string[] },
): Promise<Outcome> {
  const file = resolve(context.cwd, output)
  await refuseOwn(context, file, output)
  const { saveFile } = await import('../../io/files/save-file.ts')
  if (!saveFile(file, text, force))
    fail({ kind: 'refused', message: `${output} is there already`, hint: 'replace it with --force' })
  return { messages: [...messages, `wrote ${output} (${Math.ceil(Buffer.byteLength(text) / 1024)} kB)`] }
}

/** Fails when the output file is a note or canvas of the vault, directly or through a symbolic link: exports can't be undone. */
async function refuseOwn(context: Context, file: string, output: string): Promise<void> {
  const [vault, fs] = [await context.vault(), await import('../../io/files/file-system.ts')]
  if (!fs.existsSync(file)) return
  const { root } = context.vaultChoice()
  const names = [relative(root, file), relative(fs.realpathSync(root), fs.realpathSync(file))]
  const own = names.map((name) => vault.document(name.split(sep).join('/'))).find((one) => one !== undefined)
  if (own === undefined) return
  const [kind, hint] = isCanvasFile(own.path)
    ? ['canvas', 'write another file']
    : ['note', `write another file, or put the note in the trash first: wend rm "${own.path}"`]
  fail({ kind: 'refused', message: `${output} is a ${kind} of the vault, which an export does not replace`, hint })
}
