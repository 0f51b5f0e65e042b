import { DocumentReader } from '../../core/parse/document-reader.ts'
import { type BlockWords, deepestBlocks } from '../../core/parse/dialects/block-words.ts'
import { sectionOf } from '../../core/query/note/section-of.ts'
import { asLink, withAnchor } from '../../core/model/link.ts'
import type { Note } from '../../core/model/note.ts'
import type { Resolution } from '../../core/model/resolution.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { RenderOptions, WrittenLink } from '../../view/render/render-options.ts'
import type { Context } from '../command.ts'

/** What a renderer needs to know of the vault for one note: where links lead, their addresses, the text of embeds. */
export type VaultAnswers = Pick<RenderOptions, 'resolve' | 'urlOf' | 'embed' | 'wordsOf' | 'image' | 'dialects'> & {
  /** The texts of notes that may be embedded, for `loadEngines`. */
  readonly embedded: readonly string[]
}

/** Reads the notes that a note embeds, down to a depth, and those of blocks it refers to; resolves its links. */
export async function answersOf(context: Context, note: Note, depth: number): Promise<VaultAnswers> {
  const vault = await context.vault()
  const { root } = context.vaultChoice()
  const texts = await embeddedTexts(context, vault, note, depth)
  const documents = new DocumentReader('')
  return {
    dialects: note.dialects,
    resolve: (link) => vault.resolve(note, asLink(link)),
    urlOf: (link, resolution) => linkAddress(root, link, resolution),
    embed: (link, resolution) => embeddedNote({ vault, texts, documents }, link, resolution),
    ...(note.links.some(({ tool }) => tool === 'block') ? { wordsOf: await wordsOf(vault, texts) } : {}),
    embedded: [...texts.values()],
  }
}

async function wordsOf(vault: Vault, texts: ReadonlyMap<string, string>): Promise<BlockWords | undefined> {
  const { blockWords } = await import('../../core/query/note/block-words.ts')
  return blockWords(vault, (path) => texts.get(path) ?? '')
}

/** The address of a link: the URL of an external one, the file of any other. */
export function linkAddress(root: string, link: WrittenLink, resolution: Resolution | undefined): string | undefined {
  if (resolution !== undefined && 'path' in resolution) return fileAddress(`${root}/${resolution.path}`)
  const url = resolution?.status === 'external' ? resolution.url : withAnchor(link)
  return /^(?:https?|ftp|mailto):/i.test(url) ? url : undefined
}

function fileAddress(path: string): string {
  const slashed = path.replaceAll('\\', '/')
  return `file://${slashed.startsWith('/') ? '' : '/'}${slashed.split('/').map(encodeURIComponent).join('/')}`
}

async function embeddedTexts(
  context: Context,
  vault: Vault,
  note: Note,
  depth: number,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  let level: readonly Note[] = [note]
  for (let step = 0; level.length > 0; step++) {
    const next: Note[] = []
    for (const { link, resolution } of level.flatMap((one) => vault.linksFrom(one.path))) {
      const isBlock = link.tool === 'block'
      const isShown = step < depth ? isBlock || link.kind === 'embed' : isBlock && step < deepestBlocks
      const target = isShown && 'path' in resolution ? vault.note(resolution.path) : undefined
      if (target === undefined || texts.has(target.path)) continue
      texts.set(target.path, await context.readIfThere(target.path))
      next.push(target)
    }
    level = next
  }
  return texts
}

interface EmbedSource {
  readonly vault: Vault
  readonly texts: ReadonlyMap<string, string>
  readonly documents: DocumentReader
}

function embeddedNote(
  { vault, texts, documents }: EmbedSource,
  link: WrittenLink,
  resolution: Resolution,
): ReturnType<NonNullable<VaultAnswers['embed']>> {
  const note = 'path' in resolution ? vault.note(resolution.path) : undefined
  const text = note === undefined ? undefined : texts.get(note.path)
  if (note === undefined || text === undefined) return undefined
  if (documents.isFullFor(note)) return 'too much'
  const { anchor } = link
  const section = anchor === undefined ? text.slice(note.bodyStart) : sectionOf(note, text, anchor, documents.read)
  return {
    title: anchor === undefined || link.tool === 'block' ? note.title : `${note.title} › ${anchor.replace(/^\^/, '')}`,
    path: note.path,
    markdown: section ?? '',
    resolve: (inner) => vault.resolve(note, asLink(inner)),
  }
}
