import type { Note } from '../../core/model/note.ts'
import type { Address, Site } from '../../core/model/site.ts'
import { type Addresses, assetFolder } from '../../core/publish/addresses.ts'
import { placeNotes } from '../../core/publish/place-notes.ts'
import { atomFeed, hasFeed, indexData, llmsText, robots, sitemap } from '../../view/html/feeds.ts'
import { dataScript, safeJson } from '../../view/html/json-script.ts'
import type { PageContext } from '../../view/html/page-context.ts'
import { missingPage } from '../../view/html/pages/missing-page.ts'
import { redirectPage } from '../../view/html/pages/redirect-page.ts'
import { indexMarkup, introductionText } from './introduction.ts'
import type { NotePages } from './note-pages.ts'
import { notesData } from './notes-data.ts'
import type { Redirect } from './redirects.ts'
import type { SiteFile } from './site-file.ts'
import type { SiteInputs } from './site-inputs.ts'
import { pictureName, sitePng } from './site-png.ts'
import type { UsedAttachments } from './used-attachments.ts'

/** What all pages except those of notes are made from. */
interface OtherPages {
  readonly context: PageContext
  readonly pages: NotePages
  readonly addresses: Addresses
  readonly attachments: UsedAttachments
  readonly redirects: readonly Redirect[]
  readonly readBytes: SiteInputs['readBytes']
}

/** The pages that are not notes, the files that all pages use, and files for programs. */
export function otherPages(source: OtherPages): ReadonlyMap<Address, SiteFile> {
  const { context, pages, addresses, attachments, redirects, readBytes } = source
  const { site } = context
  const files = new Map<Address, SiteFile>()
  files.set('index.html', () => indexMarkup(context, pages))
  for (const canvas of attachments.canvases) addCanvas(files, addresses, pages, canvas)
  if (site.base !== undefined) addPictures(files, site)
  files.set('404.html', () => missingPage(context))
  for (const path of attachments.harmless) addAttachment(files, addresses, path, readBytes)
  for (const { from, to, title } of redirects) files.set(from, () => redirectPage(site, from, to, title))
  addFeeds(files, site, introductionText(site))
  return files
}

/** What the scripts of the pages load. */
export function dataFiles({ site, numbering }: PageContext): readonly (readonly [Address, SiteFile])[] {
  const data = [...notesData(site, numbering)].map(([name, content]) => [`${assetFolder}/${name}`, content] as const)
  return site.links === 0
    ? data
    : [...data, [`${assetFolder}/map.js`, () => dataScript('map', placeNotes(site), numbering)] as const]
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

function addFeeds(files: Map<Address, SiteFile>, site: Site, introduction: string): void {
  files.set('index.json', () => `${safeJson(indexData(site))}\n`)
  files.set('llms.txt', () => llmsText(site, introduction))
  files.set('robots.txt', () => robots(site))
  if (hasFeed(site)) files.set('feed.xml', () => atomFeed(site))
  if (site.base !== undefined) files.set('sitemap.xml', () => sitemap(site))
}
