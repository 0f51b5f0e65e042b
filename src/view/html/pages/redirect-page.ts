import type { Address, Site } from '../../../core/model/site.ts'
import { absoluteUrl, hrefFrom } from '../../../core/model/site-href.ts'
import { html } from '../html.ts'
import { contentPolicy } from './document.ts'

/** A page that leads on to another. */
export function redirectPage(site: Site, from: Address, to: Address, title: string): string {
  const href = hrefFrom(from, to)
  const canonical = site.base === undefined ? href : absoluteUrl(site.base, to)
  return html`<!doctype html>
    <html lang="${site.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />
        <meta http-equiv="refresh" content="0; url=${href}" />
        <link rel="canonical" href="${canonical}" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
      </head>
      <body>
        <p><a href="${href}">${title}</a></p>
      </body>
    </html> `.markup
}
