import type { Note } from '../../core/model/note.ts'
import type { Address, Site } from '../../core/model/site.ts'
import { Sentences } from '../../core/parse/sentences.ts'
import { type Addresses, assetFolder, makeAddresses } from '../../core/publish/addresses.ts'
import type { LinkSource } from '../../core/publish/link-target.ts'
import { NoteTargets } from '../../core/publish/note-targets.ts'
import { placeNotes } from '../../core/publish/place-notes.ts'
import { makeSite } from '../../core/publish/make-site.ts'
import { type SiteBefore, updateSite } from '../../core/publish/update-site.ts'
import { maskedText, publicText } from '../../core/publish/public-text.ts'
import { publishedVault } from '../../core/publish/published-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { atomFeed, hasFeed, indexData, llmsText, robots, sitemap } from '../../view/html/feeds.ts'
import { dataScript, safeJson } from '../../view/html/json-script.ts'
import { prose } from '../../view/html/prose.ts'
import type { PageContext } from '../../view/html/page-context.ts'
import type { SingleNote } from '../../view/html/pages/single-document.ts'
import { missingPage } from '../../view/html/pages/missing-page.ts'
import { redirectPage } from '../../view/html/pages/redirect-page.ts'
import { HtmlMath } from '../../view/math/html-formula.ts'
import { pictureSizes } from './picture-sizes.ts'
import { searchFiles, usualPieceSize } from './search-data.ts'
import { pictureName, sitePng } from './site-png.ts'
import { assetFiles } from './asset-files.ts'
import { findIntroduction, indexMarkup, introductionText } from './introduction.ts'
import { notesData } from './notes-data.ts'
import { NotePages } from './note-pages.ts'
import { type Redirect, redirectsOf } from './redirects.ts'
import type { SiteInputs } from './site-inputs.ts'
import { type UsedAttachments, usedAttachments } from './used-attachments.ts'
import type { PublishedTexts } from './published-texts.ts'
import type { SiteFile } from './site-file.ts'

/** Texts and sentences of notes; a note that changed is another object. */
const texts = new WeakMap<Note, string>()
const sentences = new WeakMap<Note, Sentences>()

/** A site at one state of its vault: every file by its address, each made when it is asked for. */
export class SiteBuild implements PublishedTexts {
  readonly site: Site
  readonly files: ReadonlyMap<Address, SiteFile>
  /** What a person should know of what is not published. */
  readonly messages: readonly string[]
  readonly published: Vault
  readonly #inputs: SiteInputs
  readonly #addresses: Addresses
  readonly #targets: NoteTargets
  #pages: NotePages | undefined

  /** `before` is the site of an earlier state of the vault; what still holds of it is not made again. */
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
    const { history, formerTopics } = inputs
    const { introduction: given, ...settings } = inputs.settings
    const introduction = findIntroduction(this.published, given, (note) => this.publicTextOf(note))
    const about = {
      ...settings,
      ...(introduction === undefined ? {} : { introduction }),
      formerTopics,
      dates: history.dates,
      targets: this.#targets,
    }
    this.site =
      (before && updateSite(before.#state, this.published, this.#addresses, about)) ??
      makeSite(this.published, this.#addresses, about)
    const { files, messages } = this.#allFiles(attachments)
    this.files = files
    this.messages = messages
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
    const made = new Sentences(note === undefined ? text : this.#maskedText(note, text))
    if (note !== undefined) sentences.set(note, made)
    return made
  }

  /** The text of a note as others may read it. */
  publicTextOf(note: Note): string {
    return publicText(this.#inputs.vault, note, this.textOf(note.path), {
      isKnown: (path) => this.published.note(path) !== undefined,
    })
  }

  /** The content of a page that shows one note, given by its number, or a part of one, and nothing around it: a preview. */
  async noteAlone(number: number, anchor?: string): Promise<SingleNote | undefined> {
    return this.#pages?.alone(number, anchor)
  }

  /** A text in which blanks stand for what others may not read. */
  #maskedText(note: Note, text: string): string {
    return maskedText(this.#inputs.vault, note, text, (path) => this.published.note(path) !== undefined)
  }

  #searchFiles(numbers: ReadonlyMap<string, number>): ReadonlyMap<string, SiteFile> {
    const { synonyms, searchPieceSize: pieceSize = usualPieceSize } = this.#inputs
    const textOf = (note: Note): string => this.#maskedText(note, this.textOf(note.path))
    const { notes } = this.published
    return searchFiles({ notes, numberOf: (path) => numbers.get(path), textOf, synonyms, pieceSize })
  }

  #linkSource(numbers: ReadonlyMap<string, number>): LinkSource {
    const { vault, readBytes } = this.#inputs
    return {
      whole: vault,
      addresses: this.#addresses,
      numberOf: (path) => numbers.get(path),
      sizeOf: pictureSizes(readBytes),
    }
  }

  #allFiles(attachments: UsedAttachments): {
    readonly files: Map<Address, SiteFile>
    readonly messages: readonly string[]
  } {
    const { site } = this
    const { settings, readBytes, version, history, macros } = this.#inputs
    const assets = assetFiles(settings.colors, version !== undefined)
    const context: PageContext = {
      site,
      feeds: hasFeed(site),
      ...(version === undefined ? {} : { version }),
      picture: (note) => pictureName(site, note),
      asset: (name) => `${assetFolder}/${assets.names[name] ?? name}`,
      prose: (text, words) => prose(text, (tex) => new HtmlMath(macros).formula(tex, false), words),
    }
    const numbers = new Map(site.notes.map(({ path }, number) => [path, number]))
    const links = this.#linkSource(numbers)
    const pages = new NotePages({ build: this, context, links, macros })
    this.#pages = pages
    const files = new Map<Address, SiteFile>()
    files.set('index.html', () => indexMarkup(context, pages))
    for (const [number, note] of site.notes.entries()) {
      files.set(note.address, () => pages.page(number))
      files.set(note.source, () => pages.markdown(number))
    }
    for (const canvas of attachments.canvases) addCanvas(files, this.#addresses, pages, canvas)
    if (site.base !== undefined) addPictures(files, site)
    for (const [name, content] of this.#searchFiles(numbers)) files.set(`${assetFolder}/${name}.js`, content)
    files.set('404.html', () => missingPage(context))
    for (const path of attachments.harmless) addAttachment(files, this.#addresses, path, readBytes)
    const redirects = redirectsOf(site, this.#addresses, history.formerNames)
    addRedirects(files, site, redirects.pages)
    addFeeds(files, site, introductionText(site))
    for (const [name, content] of notesData(site)) files.set(`${assetFolder}/${name}`, content)
    if (site.links > 0) files.set(`${assetFolder}/map.js`, () => dataScript('map', placeNotes(site)))
    for (const [name, content] of assets.files) files.set(`${assetFolder}/${name}`, content)
    return { files, messages: [...attachments.messages, ...redirects.messages] }
  }
}

function addPictures(files: Map<Address, SiteFile>, site: Site): void {
  for (const note of site.notes.keys())
    files.set(`${assetFolder}/${pictureName(site, note)}`, () => sitePng(site, note))
  files.set(`${assetFolder}/${pictureName(site, undefined)}`, () => sitePng(site))
}

function addCanvas(files: Map<Address, SiteFile>, addresses: Addresses, pages: NotePages, canvas: Note): void {
  const address = addresses.page(canvas.path)
  if (address !== undefined) files.set(address, () => pages.canvas(canvas, address))
}

function addAttachment(
  files: Map<Address, SiteFile>,
  addresses: Addresses,
  path: string,
  readBytes: SiteInputs['readBytes'],
): void {
  const address = addresses.file(path)
  if (address !== undefined) files.set(address, () => readBytes(path) ?? new Uint8Array())
}

function addRedirects(files: Map<Address, SiteFile>, site: Site, pages: readonly Redirect[]): void {
  for (const { from, to, title } of pages) files.set(from, () => redirectPage(site, from, to, title))
}

function addFeeds(files: Map<Address, SiteFile>, site: Site, introduction: string): void {
  files.set('index.json', () => `${safeJson(indexData(site))}\n`)
  files.set('llms.txt', () => llmsText(site, introduction))
  files.set('robots.txt', () => robots(site))
  if (hasFeed(site)) files.set('feed.xml', () => atomFeed(site))
  if (site.base !== undefined) files.set('sitemap.xml', () => sitemap(site))
}
