import type { Note } from '../../core/model/note.ts'
import type { Address, Site } from '../../core/model/site.ts'
import type { BlockWords } from '../../core/parse/dialects/block-words.ts'
import { Sentences } from '../../core/parse/sentences.ts'
import { type Addresses, assetFolder, makeAddresses } from '../../core/publish/addresses.ts'
import type { LinkSource } from '../../core/publish/link-target.ts'
import { NoteTargets } from '../../core/publish/note-targets.ts'
import { makeSite, type SiteSettings } from '../../core/publish/make-site.ts'
import { type SiteBefore, updateSite } from '../../core/publish/update-site.ts'
import { blocksInSentences, blockWords } from '../../core/query/note/block-words.ts'
import { maskedText, publicText } from '../../core/publish/public-text.ts'
import { isTold, publishedVault } from '../../core/publish/published-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { hasFeed } from '../../view/html/feeds.ts'
import { prose, proseText } from '../../view/html/prose.ts'
import { inlineMath } from '../../view/math/inline-math.ts'
import { shownText, type WriteFormula } from '../../view/shown-line.ts'
import type { PageContext } from '../../view/html/page-context.ts'
import type { SingleNote } from '../../view/html/pages/single-document.ts'
import { HtmlMath } from '../../view/math/html-formula.ts'
import { pictureSizes } from './picture-sizes.ts'
import { searchFiles, usualPieceSize } from './search-data.ts'
import { pictureName } from './site-png.ts'
import { assetFiles } from './asset-files.ts'
import { findIntroduction } from './introduction.ts'
import { NotePages } from './note-pages.ts'
import { numberingOf } from './notes-data.ts'
import { dataFiles, otherPages } from './other-pages.ts'
import { redirectsOf } from './redirects.ts'
import type { SiteInputs } from './site-inputs.ts'
import { usedAttachments } from './used-attachments.ts'
import type { PublishedTexts } from './published-texts.ts'
import type { SiteFile } from './site-file.ts'

/** Caches by note; a changed note is another object. */
const texts = new WeakMap<Note, string>()
const sentences = new WeakMap<Note, Sentences>()

/** A site for one state of its vault: every file by its address, each made on request. */
export class SiteBuild implements PublishedTexts {
  readonly site: Site
  /** Messages about what is not published. */
  readonly messages: readonly string[]
  readonly published: Vault
  readonly #inputs: SiteInputs
  readonly #isTold = (path: string): boolean => isTold(this.#inputs.vault, path, this.#inputs.isExcluded)
  readonly #addresses: Addresses
  readonly #targets: NoteTargets
  readonly #numbers: ReadonlyMap<string, number>
  readonly #pages: NotePages
  /** All files but the pages and the markdown of notes. */
  readonly #others: ReadonlyMap<Address, SiteFile>
  #files: ReadonlyMap<Address, SiteFile> | undefined
  #words: { readonly of: BlockWords | undefined } | undefined

  /** `before` is the site of an earlier state, whose unchanged parts are reused. */
  constructor(inputs: SiteInputs, before?: SiteBuild) {
    this.#inputs = inputs
    this.published = publishedVault(
      inputs.vault,
      inputs.isExcluded,
      before && {
        whole: before.#inputs.vault,
        published: before.published,
      },
    )
    this.#targets = new NoteTargets(this.published, before && before.#targets)
    const attachments = usedAttachments(this.published, this.#targets, inputs)
    this.#addresses = makeAddresses(
      [...this.published.notes, ...attachments.canvases].map(({ path }) => path),
      attachments.harmless,
      before && before.#addresses,
    )
    this.site = this.#siteAfter(before)
    this.#numbers = new Map(this.site.notes.map(({ path }, number) => [path, number]))
    const assets = assetFiles(inputs.settings.colors, inputs.version !== undefined)
    const context = this.#context(assets.names)
    this.#pages = new NotePages({ build: this, context, links: this.#linkSource(), macros: inputs.macros })
    const redirects = redirectsOf(this.site, this.#addresses, inputs.history.formerNames)
    this.#others = new Map([
      ...otherPages({
        context,
        pages: this.#pages,
        addresses: this.#addresses,
        attachments,
        redirects: redirects.pages,
        readBytes: inputs.readBytes,
      }),
      ...this.#searchFiles(context.numbering),
      ...dataFiles(context),
      ...[...assets.files].map(([name, content]) => [`${assetFolder}/${name}`, content] as const),
    ])
    this.messages = [...attachments.messages, ...redirects.messages]
  }

  /** All files. */
  get files(): ReadonlyMap<Address, SiteFile> {
    if (this.#files !== undefined) return this.#files
    const files = new Map(this.#others)
    for (const { address, source } of this.site.notes)
      for (const one of [address, source]) files.set(one, () => this.file(one)?.() ?? '')
    return (this.#files = files)
  }

  /** The file at an address. */
  file(address: Address): SiteFile | undefined {
    const path = this.#addresses.noteAt(address)
    const number = path === undefined ? undefined : this.#numbers.get(path)
    if (number === undefined) return this.#others.get(address)
    return address.endsWith('.md') ? () => this.#pages.markdown(number) : () => this.#pages.page(number)
  }

  #siteAfter(before: SiteBuild | undefined): Site {
    const { history, formerTopics } = this.#inputs
    const { introduction: given, ...settings } = this.#inputs.settings
    const introduction = findIntroduction(this.published, given, (note) => this.publicTextOf(note))
    const about = {
      ...settings,
      ...(introduction === undefined ? {} : { introduction }),
      formerTopics,
      dates: history.dates,
      targets: this.#targets,
      ...shownAs((tex) => inlineMath(tex, this.#inputs.macros)),
    }
    return (
      (before && updateSite(before.#state, this.published, this.#addresses, about)) ??
      makeSite(this.published, this.#addresses, about)
    )
  }

  get #state(): SiteBefore {
    return { site: this.site, vault: this.published, addresses: this.#addresses, targets: this.#targets }
  }

  /** The text of a note, read once for each state of the vault. */
  textOf(path: string): string {
    const note = this.#inputs.vault.note(path)
    const known = note && texts.get(note)
    if (known !== undefined) return known
    const text = this.#inputs.readText(path)
    if (note !== undefined) texts.set(note, text)
    return text
  }

  /** The text of a file that is no note. */
  readText(path: string): string {
    return this.#inputs.readText(path)
  }

  /** The sentences of a note, whose blocks are read once. */
  sentencesOf(path: string): Sentences {
    const note = this.published.note(path)
    const known = note && sentences.get(note)
    if (known !== undefined) return known
    const text = this.textOf(path)
    const shown = note === undefined ? text : this.#maskedText(note, text)
    const made = new Sentences(shown, note?.dialects, blocksInSentences(this.wordsOf))
    // Sentences that include text of other notes' blocks may change without this note, so they are not cached.
    if (note !== undefined && this.wordsOf === undefined) sentences.set(note, made)
    return made
  }

  /** The text shown for links to blocks, without any of unpublished notes. */
  get wordsOf(): BlockWords | undefined {
    return (this.#words ??= {
      of: blockWords(this.published, (path) => {
        const note = this.published.note(path)
        return note === undefined ? '' : this.#maskedText(note, this.textOf(path))
      }),
    }).of
  }

  /** The text of a note without its private parts. */
  publicTextOf(note: Note): string {
    return publicText(this.#inputs.vault, note, this.textOf(note.path), { isKnown: this.#isTold })
  }

  /** The content of a page that shows one note, given by its number, or a part of one, and nothing around it: a preview. */
  async noteAlone(number: number, anchor?: string): Promise<SingleNote | undefined> {
    return this.#pages.alone(number, anchor)
  }

  /** A text with its private parts replaced by blanks. */
  #maskedText(note: Note, text: string): string {
    return maskedText(this.#inputs.vault, note, text, this.#isTold)
  }

  #searchFiles(numbering: string): readonly (readonly [Address, SiteFile])[] {
    const { synonyms, searchPieceSize: pieceSize = usualPieceSize } = this.#inputs
    const textOf = (note: Note): string => this.#maskedText(note, this.textOf(note.path))
    const { notes } = this.published
    const numberOf = (path: string): number | undefined => this.#numbers.get(path)
    const files = searchFiles({ notes, numberOf, numbering, textOf, synonyms, pieceSize })
    return [...files].map(([name, content]) => [`${assetFolder}/${name}.js`, content])
  }

  #linkSource(): LinkSource {
    const { vault, readBytes } = this.#inputs
    return {
      whole: vault,
      addresses: this.#addresses,
      numberOf: (path) => this.#numbers.get(path),
      sizeOf: pictureSizes(readBytes),
    }
  }

  #context(names: Readonly<Record<string, string>>): PageContext {
    const { site } = this
    const { version, macros } = this.#inputs
    return {
      site,
      feeds: hasFeed(site),
      ...(version === undefined ? {} : { version }),
      numbering: numberingOf(site),
      picture: (note) => pictureName(site, note),
      asset: (name) => `${assetFolder}/${names[name] ?? name}`,
      prose: (text, words) => prose(text, (tex) => new HtmlMath(macros).formula(tex, false), words),
    }
  }
}

/** How titles and summaries are converted to plain text. Headings lose all markup, even what looks like it in code. */
function shownAs(formula: WriteFormula): Pick<SiteSettings, 'shownTitle' | 'shownSummary'> {
  return {
    shownTitle: ({ title, titleSource }) =>
      titleSource === 'front-matter' ? shownText(title, formula) : proseText(title, formula),
    shownSummary: (summary) => proseText(summary, formula),
  }
}
