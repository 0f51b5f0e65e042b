import type { Body } from '../body/body-options.ts'
import { Html, html } from '../html.ts'
import { dirOf } from '../page-context.ts'

/** What a page that stands alone may load: nothing but what is in it, and no script. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:; base-uri 'none'; form-action 'none'"

/** A note, or a part of one, that stands alone on its page. */
export interface SingleNote {
  /** What the document is called. */
  readonly name: string
  /** What stands above the text; absent for a part. */
  readonly title?: Html
  readonly summary?: Html
  readonly body: Body
  readonly references: readonly Html[]
}

/** A document that holds one note and needs no other file. */
export function singleDocument(language: string, style: string, note: SingleNote): string {
  const { name, title, summary, body, references } = note
  const head =
    title &&
    html`<header class="head">
      <h1${body.titleId !== undefined && html` id="${body.titleId}"`}>${title}</h1>
      ${summary && html`<p class="summary">${summary}</p>`}
    </header>`
  const list =
    references.length > 0 &&
    html`<section class="references" aria-label="References">
      <h2 class="label">References</h2>
      <ol>
        ${references.map((item) => html`<li>${item}</li>`)}
      </ol>
    </section>`
  return `${
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${name}</title>
          <style>
            ${new Html(style)}
          </style>
        </head>
        <body class="on-note alone">
          <main${dirOf(name)}>
            <article class="note">
              ${head}
              <div class="text">${new Html(body.markup)}</div>
              ${list}
            </article>
          </main>
        </body>
      </html>`.markup
  }\n`
}
