import type { Address } from '../../../core/model/site.ts'
import { absoluteUrl, hrefFrom } from '../../../core/model/site-href.ts'
import { type Html, html, type HtmlPart } from '../html.ts'
import type { PageContext } from '../page-context.ts'

/** One page: what stands in its head, and its text. */
export interface PageParts {
  readonly address: Address
  readonly kind: 'index' | 'note' | 'canvas' | 'missing'
  readonly title: string
  readonly description?: string
  /** The number of the note that is shown. */
  readonly note?: number
  readonly edited?: string
  /** The base of its relative addresses, for a page that is served at any address. */
  readonly baseHref?: string
  readonly spectrum?: HtmlPart
  /** The views of the index page. */
  readonly views?: readonly string[]
  readonly main: Html
}

/**
 * The content security policy: a page may load only its own files, and no script but wend's. KaTeX sets sizes in style attributes. `file:`
 * is the folder of a page that was opened without a server.
 */
export const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'"

/** A whole document. */
export function pageDocument(context: PageContext, page: PageParts): string {
  const { site } = context
  const to = (address: Address): string => hrefFrom(page.address, address)
  const asset = (name: string): string => to(context.asset(name))
  const own = page.note === undefined ? undefined : site.notes[page.note]
  const markup = html`<!doctype html>
    <html lang="${site.language}" ${page.views && html` data-views="${page.views.join(' ')}"`}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />
        ${page.baseHref === undefined ? undefined : html`<base href="${page.baseHref}" /> `}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.kind === 'index' ? site.title : `${page.title} · ${site.title}`}</title>
        ${meta(context, page)}
        <script src="${asset('theme.js')}"></script>
        <link rel="stylesheet" href="${asset('style.css')}" />
        <link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml" />
        ${context.feeds && html`<link rel="alternate" type="application/atom+xml" title="${site.title}" href="${to('feed.xml')}" />`}
        <script src="${asset('page.js')}" defer></script>
        ${context.version !== undefined ? html`<script src="${asset('live.js')}" defer></script> ` : undefined}
      </head>
      <body class="on-${page.kind}" ${toldToScripts(context, to)} ${own && html` data-here="${own.address}"`}>
        <a class="skip" href="#w:main">Skip to the text</a>
        <header class="top">
          ${page.kind === 'index' ? html`<h1 class="site">${site.title}</h1>` : html`<p class="site"><a href="${to('index.html')}">${site.title}</a></p>`}
          <div class="tools">${tools(context, page, to)}</div>
        </header>
        ${page.spectrum}${page.main}
      </body>
    </html> `
  return markup.markup
}

/** The data that the scripts of a page need. */
function toldToScripts(context: PageContext, to: (address: Address) => string): Html {
  const { asset, numbering, version } = context
  const root = to('index.html').replace(/index\.html$/, '')
  return html` data-root="${root}" data-numbering="${numbering}" data-search="${asset('search.js')}"
  data-map="${asset('map.js')}"${version !== undefined && html` data-version="${String(version)}"`}`
}

function tools({ site }: PageContext, page: PageParts, to: (address: Address) => string): HtmlPart {
  const start = site.notes[site.mostLinked]
  return html`<button class="find js" type="button" aria-haspopup="dialog" aria-keyshortcuts="/">
      <span>Search titles, problems, formulas</span><kbd>/</kbd></button
    >${
      start === undefined || site.notes.length < 2
        ? undefined
        : html`<a
            class="wander"
            href="${to(start.address)}"
            data-wander${page.kind === 'note' ? html` aria-keyshortcuts="w"` : undefined}
            >Wander</a
          >`
    }<button class="theme js" type="button" aria-label="Light or dark">◐</button>`
}

function meta(context: PageContext, page: PageParts): Html {
  const { site, asset } = context
  const url = site.base === undefined ? undefined : absoluteUrl(site.base, page.address)
  const picture = site.base === undefined ? undefined : absoluteUrl(site.base, asset(context.picture(page.note)))
  return html`${page.description && html`<meta name="description" content="${page.description}" /> `}${
    page.kind === 'missing'
      ? html`<meta name="robots" content="noindex" /> `
      : html`<meta property="og:type" content="${page.kind === 'note' ? 'article' : 'website'}" />
          <meta property="og:site_name" content="${site.title}" />
          <meta property="og:title" content="${page.title}" />
          ${page.description && html`<meta property="og:description" content="${page.description}" /> `}${
            page.edited && html`<meta property="article:modified_time" content="${page.edited}" /> `
          }${
            url &&
            html`<link rel="canonical" href="${url}" />
              <meta property="og:url" content="${url}" /> `
          }${
            picture &&
            html`<meta property="og:image" content="${picture}" />
              <meta name="twitter:card" content="summary_large_image" /> `
          }`
  }`
}
