import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { browserPath, complaintsOf, startBrowser } from '../support/browser.ts'
import { siteOf, writeSite } from '../support/site-of.ts'

const inBrowser = browserPath === undefined ? describe.skip : describe

/** Ways to smuggle in a script, a form, a frame, a style or a request. */
const payloads: readonly string[] = [
  '$\\href{javascript:alert(1)}{x}$',
  '$\\url{javascript:alert(1)}$',
  '$\\htmlData{x=1}{y}\\htmlId{a}{b}\\htmlStyle{color:red}{z}\\includegraphics{javascript:alert(1)}$',
  '$$\\text{<script>alert(1)</script>}$$',
  '$\\def\\x#1{\\href{#1}{q}}\\x{javascript:alert(1)}$',
  '```mermaid\ngraph TD; A[<img src=x onerror=alert(1)>]-->B["<script>alert(1)</script>"]; click A javascript:alert(1)\n```',
  '```mermaid\nsequenceDiagram\nA->>B: <img src=x onerror=alert(1)>\n```',
  '```<script>alert(1)</script>\nx\n```',
  '```js onload=alert(1)\n</code><script>alert(1)</script>\n```',
  "<a href='jav&#x09;ascript:alert(1)'>x</a>",
  '<a href="java\nscript:alert(1)">x</a>',
  "<a href='&#106;avascript:alert(1)'>x</a>",
  "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
  '<a href=vbscript:alert(1)>x</a>',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x]( javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '<javascript:alert(1)>',
  '[x][j]\n\n[j]: javascript:alert(1)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '<svg><script>alert(1)</script></svg>',
  "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
  '<math><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)>',
  "<math href='javascript:alert(1)'>x</math>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
  "<object data='data:text/html,<script>alert(1)</script>'></object>",
  '<embed src=javascript:alert(1)>',
  "<base href='https://evil.example/'>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<link rel=stylesheet href='https://evil.example/x.css'>",
  "<style>@import 'https://evil.example/x.css';body{display:none}</style>",
  "<form action='javascript:alert(1)'><button>go</button></form>",
  '<button formaction=javascript:alert(1) onclick=alert(1)>x</button>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1) src=x></video>',
  "<img src='x' srcset='https://evil.example/x.png 2x' onerror=alert(1)>",
  "<p style='background:url(https://evil.example/x)'>x</p>",
  '<input autofocus onfocus=alert(1)>',
  '<a id=w:main name=body data-here=x class=find href=#>x</a><img name=querySelector>',
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
  '<template><script>alert(1)</script></template>',
  '<textarea></textarea><script>alert(1)</script>',
  '\ufdd00\ufdd1<b>\ufdd09\ufdd1</b>',
  '<i data-own=own onclick=alert(1)>x</i>',
  "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
  '[^x<script>alert(1)</script>]\n\n[^x<script>alert(1)</script>]: <script>alert(1)</script>',
  '> [!<script>alert(1)</script>] <img src=x onerror=alert(1)>\n> y',
]

const quoted = (text: string): string => JSON.stringify(text.replaceAll('\n', ' '))
const noteWith = (payload: string, order: number): string => {
  const said = quoted(payload)
  const fields = ['title', 'summary', 'status', 'created', 'updated'].map((name) => `${name}: ${said}`)
  const lists = ['topics', 'tags', 'aliases', 'references', 'keywords'].map((name) => `${name}: [${said}]`)
  const next = `p${(order + 1) % payloads.length}`
  return `---\n${[...fields, ...lists].join('\n')}\n---\n\n# ${payload}\n\n${payload}\n\n[[p0|${payload.replaceAll('\n', ' ')}]] ![[${next}]] [[c.canvas]]\n`
}
const canvas = {
  nodes: payloads.flatMap((payload, order) => [
    { id: `t${order}`, type: 'text', text: payload, x: 0, y: order, width: 9, height: 1 },
    { id: `l${order}`, type: 'link', url: payload, x: 20, y: order, width: 9, height: 1 },
    { id: `f${order}`, type: 'file', file: payload, x: 40, y: order, width: 9, height: 1 },
    { id: `g${order}`, type: 'group', label: payload, x: 0, y: order, width: 50, height: 1 },
  ]),
  edges: payloads.map((payload, order) => ({ fromNode: `t${order}`, toNode: 't0', label: payload })),
}

inBrowser('a vault of strangers', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  test('brings no script, form, frame, style or request into any page', async () => {
    const files = Object.fromEntries(payloads.map((payload, order) => [`p${order}.md`, noteWith(payload, order)]))
    const names = { '<img src=x onerror=alert(1)>.md': '[[p0]]', "';alert(1);'.md": '', 'javascript:alert(1).md': '' }
    const build = siteOf({ ...files, ...names, 'c.canvas': JSON.stringify(canvas) })
    const folder = mkdtempSync(join(tmpdir(), 'wend-hostile-'))
    await writeSite(build, folder)
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } })
    const complaints = complaintsOf(page, 'file:')
    for (const address of build.files.keys()) {
      if (
        !address.endsWith('.html') ||
        build.site.notes.every((note) => note.address !== address && address !== 'c.html')
      )
        continue
      await page.goto(`${pathToFileURL(folder).href}/${encodeURIComponent(address)}`)
      expect([address, await page.evaluate(strangeParts)]).toEqual([address, []])
    }
    expect(complaints).toEqual([])
    await page.close()
  }, 180_000)
})

/** What stands in the page that no note may bring. */
function strangeParts(): readonly string[] {
  const found: string[] = []
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(`${element.tagName} ${name}`)
      if (
        /^\s*(?:javascript|vbscript|data(?!:image\/(?:png|gif|jpeg|webp))):/i.test(value) &&
        /href|src|action/.test(name)
      )
        found.push(`${element.tagName} ${name}=${value}`)
    }
    const isOurs = element instanceof HTMLScriptElement && /\bwend\//.test(element.src)
    if (/^(?:script|svg:script)$/i.test(element.tagName) && !isOurs) found.push(element.outerHTML)
    const isStrange = /^(?:IFRAME|OBJECT|EMBED|FORM|BASE|META|LINK|STYLE|TEXTAREA|TEMPLATE|NOSCRIPT)$/.test(
      element.tagName,
    )
    if (isStrange && element.closest('main') !== null) found.push(element.tagName)
  }
  if (document.querySelectorAll('[id="w:main"]').length !== 1) found.push('w:main is not alone')
  return found
}
