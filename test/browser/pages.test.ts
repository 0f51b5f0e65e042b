import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import axe from 'axe-core'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type RunningSite, serveSite } from '../../src/servers/web/serve-site.ts'
import type { SiteInputs } from '../../src/servers/web/site-inputs.ts'
import { readVault } from '../../src/io/vault/read-vault.ts'
import { browserPath, complaintsOf, startBrowser } from '../support/browser.ts'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'
import { siteOf, writeSite } from '../support/site-of.ts'

const inBrowser = browserPath === undefined ? describe.skip : describe
const notes = resolve('notes')
const wide = { width: 1440, height: 900 }

inBrowser('pages in a browser', () => {
  let browser: Browser
  let site: RunningSite
  let page: Page
  let complaints: readonly string[] = []

  beforeAll(async () => {
    const inputs: SiteInputs = {
      vault: readVault(notes, { ignore: ['/README.md'], follow: false }),
      isExcluded: () => false,
      readText: (path) => readFileSync(join(notes, path), 'utf8'),
      readBytes: () => undefined,
      history: { dates: new Map(), formerNames: new Map() },
      macros: new Map(),
      synonyms: [],
      settings: { title: 'Working notes', language: 'en', colors: {}, introduction: 'Hello, [wander](#wander).' },
      formerTopics: [],
    }
    const place = { host: '127.0.0.1', port: 0, tries: 0 }
    site = await serveSite({ inputs, place, watch: async () => ({ close: () => undefined }) })
    browser = await startBrowser()
  })
  afterAll(async () => {
    site.close()
    await browser.close()
  })

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<void> => {
    page = await browser.newPage({ viewport: wide, reducedMotion: 'reduce', ...options })
    complaints = complaintsOf(page, site.url)
    await page.goto(site.url + path)
  }
  afterEach(async () => {
    await page.context().close()
    expect(complaints).toEqual([])
  })

  /** What axe finds on the page. */
  const violations = async (): Promise<readonly string[]> => {
    await page.evaluate(axe.source)
    return page.evaluate(async () => {
      const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document)
      return found.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`)
            .join(' | ')}`,
      )
    })
  }

  test('the views of the index have addresses, and go back and forward', async () => {
    await open('index.html')
    // A view follows the address, which the browser tells of a little later.
    const shows = async (view: string): Promise<void> => {
      await page.waitForSelector(`#${view}:visible`)
      expect(await page.locator('.view:visible').evaluateAll((views) => views.map(({ id }) => id))).toEqual([view])
    }
    await shows('topics')
    await page.click('.tabs a[href="#notes"]')
    await shows('notes')
    expect(page.url()).toMatch(/#notes$/)
    await page.click('.tabs a[href="#linked"]')
    await page.waitForSelector('.map canvas')
    await page.goBack()
    await shows('notes')
    await page.goForward()
    await shows('linked')
    await page.goto(`${site.url}index.html#topic:planning`)
    await shows('topics')
    await page.keyboard.press('n')
    await shows('notes')
  })

  test('notes are filtered as one types and ordered by edit and by links', async () => {
    await open('index.html#notes')
    await page.fill('#w\\:filter', 'GAUSSIAN proc')
    expect(await page.locator('.rows > li:visible h4 a').allTextContents()).toEqual(['Gaussian Processes'])
    expect(await page.textContent('#w\\:shown')).toBe('1 note')
    await page.fill('#w\\:filter', ' zzzz ')
    expect(await page.locator('#w\\:shown:not(.vh)').textContent()).toBe(
      'No title or summary says "zzzz". The search above looks into the texts, too.',
    )
    await page.fill('#w\\:filter', '')
    await page.click('[data-sort=links]')
    const counts = (await page.locator('.rows > li:visible h4 small').allTextContents()).map(Number)
    expect(counts).toHaveLength(171)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    await page.click('[data-sort=title]')
    expect(await page.locator('.rows > li:visible h4 a').first().textContent()).toBe('Activation Functions')
  })

  test('a topic shows its notes with summaries', async () => {
    await open('index.html')
    await page.click('#topic\\:planning [data-summaries]')
    expect(await page.locator('#topic\\:planning .rows li').count()).toBe(8)
    expect(await page.locator('#topic\\:planning .rows p').first().textContent()).toMatch(/\w{3}/)
  })

  test('the map names, lights up, moves, zooms and opens', async () => {
    await open('index.html#linked')
    const canvas = page.locator('.map canvas')
    await canvas.focus()
    await page.keyboard.press('ArrowRight')
    const { notes: listed } = (await (await fetch(`${site.url}index.json`)).json()) as {
      notes: readonly { title: string; backlinks: number }[]
    }
    const most = Math.max(...listed.map(({ backlinks }) => backlinks))
    const hubs = listed.filter(({ backlinks }) => backlinks === most).map(({ title }) => title)
    expect(hubs).toContain(await page.locator('#w\\:side .about').textContent())
    expect(await page.locator('#w\\:side .legend a').count()).toBeGreaterThan(20)
    const box = await canvas.boundingBox()
    const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 200]
    const before = await canvas.screenshot()
    await page.keyboard.press('Escape')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 80, y + 40, { steps: 4 })
    await page.mouse.up()
    await page.mouse.wheel(0, -300)
    await page.waitForTimeout(250)
    expect(Buffer.compare(before, await canvas.screenshot())).not.toBe(0)
    await page.click('[data-reset]')
    await page.fill('#w\\:light', 'bayesian')
    await page.waitForTimeout(100)
    await canvas.focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\.html$/)
    complaints = complaints.filter((complaint) => !complaint.includes('ERR_ABORTED'))
  })

  test('a map on its way shows what it shows at rest, without drawing every link for each step', async () => {
    await open('index.html#linked')
    const canvas = page.locator('.map canvas')
    const box = await canvas.boundingBox()
    const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 300]
    /** How many pixels of the map look otherwise than the last time. */
    const changed = (): Promise<number> =>
      canvas.evaluate((drawn: HTMLCanvasElement) => {
        const kept = globalThis as { last?: Uint8ClampedArray }
        const data = drawn.getContext('2d')?.getImageData(0, 0, drawn.width, drawn.height).data
        const last = kept.last
        if (data !== undefined) kept.last = data
        return data?.filter((value, at) => at % 4 === 3 && Math.abs(value - (last?.[at] ?? 0)) > 40).length ?? -1
      })
    await page.waitForTimeout(300)
    await page.evaluate(() => {
      const { prototype } = CanvasRenderingContext2D
      const begin = prototype.beginPath
      prototype.beginPath = function (this: CanvasRenderingContext2D) {
        document.body.dataset['paths'] = String(Number(document.body.dataset['paths'] ?? 0) + 1)
        begin.call(this)
      }
    })
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y + 60, { steps: 4 })
    await page.waitForTimeout(50)
    const first = Number(await page.getAttribute('body', 'data-paths'))
    await page.mouse.move(x + 90, y + 70, { steps: 10 })
    await page.waitForTimeout(50)
    expect(Number(await page.getAttribute('body', 'data-paths'))).toBe(first)
    expect(await changed()).toBeGreaterThan(5000)
    await page.mouse.up()
    await page.waitForTimeout(50)
    expect(await changed()).toBeLessThan(200)
  })

  test('search by keyboard: hits in the order of the command line, why, Enter, beside, Esc', async () => {
    await open('index.html')
    await page.keyboard.press('/')
    await page.waitForSelector('dialog.search[open]')
    await page.keyboard.insertText('kv cache too big')
    await page.waitForSelector('.hits li')
    const hits = await page.locator('.hits .t').allTextContents()
    const { stdout } = await runWend(['search', 'kv cache too big', '--format', '{{title}}'], {
      cwd: notes,
    })
    expect(hits.slice(0, 10)).toEqual(stdout.trim().split('\n'))
    expect(await page.locator('.hits li').first().textContent()).toMatch(/cache/)
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await page.click('.find')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/autoregressive-generation/)
  })

  test('a line of a note that answers is shown as one reads it', async () => {
    await open('index.html')
    await page.keyboard.press('/')
    await page.waitForSelector('dialog.search[open]')
    await page.keyboard.type('"feature in a large space"')
    const why = page.locator('.hits .why', { hasText: 'says' }).first()
    await why.waitFor()
    expect(await why.textContent()).toContain('the mean of every feature in a large space')
    await page.fill('dialog.search input', '"what leaves it by"')
    const formula = page.locator('.hits .why', { hasText: 'Scale what enters' })
    await formula.waitFor()
    expect(await formula.textContent()).toContain('what leaves it by 1/a')
  })

  test('what is typed before the search has come is its query, and no command', async () => {
    await open('index.html')
    await page.evaluate(() => {
      for (const key of ['/', 'w', 'i', 'b', 'Backspace', 'd', 'e'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    })
    await page.waitForSelector('dialog.search[open]')
    expect(await page.inputValue('dialog.search input')).toBe('wide')
    expect(page.url()).toBe(`${site.url}index.html`)
  })

  test('a link to a section is previewed with that section, each time, and no id stands twice', async () => {
    await open('conditional-gan.html')
    const link = page.locator('.text a[href$="#modes-go-missing"]').first()
    for (let times = 0; times < 2; times++) {
      await link.hover()
      await page.waitForSelector('.preview .start')
      expect(await page.textContent('.preview .about')).toMatch(/§ Modes go missing$/)
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
      expect(ids).toHaveLength(new Set(ids).size)
      await page.mouse.move(5, 5)
      await page.waitForSelector('.preview', { state: 'detached' })
    }
  })

  test('on a phone wide tables and formulas scroll by themselves, and the parts of the note are at hand', async () => {
    await open('kl-divergence.html', { viewport: { width: 360, height: 740 } })
    for (const box of await page.locator('.text .display, .text .table').all()) {
      const [wide, overflow] = await box.evaluate((part) => [part.clientWidth, getComputedStyle(part).overflowX])
      expect([wide <= 360, overflow]).toEqual([true, 'auto'])
    }
    expect(await page.locator('.outline a:visible').count()).toBeGreaterThan(3)
  })

  test('a preview ends with a sentence', async () => {
    await open('kl-divergence.html')
    await page.locator('.text a[href*=jensens-inequality]').first().hover()
    await page.waitForSelector('.preview .start')
    const start = page.locator('.preview .start')
    expect(await start.textContent()).toMatch(/[.!?]$/)
    expect(await start.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(2)
  })

  test('a link is previewed beside the text on hover and on focus, without a second id', async () => {
    await open('kl-divergence.html')
    const link = page.locator('.text a[href*=variational-inference]').first()
    await link.hover()
    await page.waitForSelector('.preview')
    expect(await page.textContent('.preview .about')).toBe('Variational Inference')
    expect(await page.locator('.preview [id]').count()).toBe(0)
    const text = await page.locator('.text').boundingBox()
    const card = await page.locator('.preview').boundingBox()
    expect(card?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))
    await page.mouse.move(5, 5)
    await page.waitForSelector('.preview', { state: 'detached' })
    await page.keyboard.press('Tab')
    await link.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await page.waitForSelector('.preview')
    await page.keyboard.press('Escape')
    expect(await page.locator('.preview').count()).toBe(0)
  })

  test('notes stand side by side, and the address brings them back', async () => {
    await open('attention.html')
    await page.locator('.text a[href*=high-dimensional]').click({ modifiers: ['Shift'] })
    await page.waitForSelector('.pane:nth-child(2)')
    await page.locator('.pane.here .text a[href*=weight-initialization]').click({ modifiers: ['Shift'] })
    await page.waitForSelector('.pane:nth-child(3)')
    const titles = (): Promise<readonly string[]> => page.locator('.pane h1').allTextContents()
    const three = await titles()
    expect(three).toEqual([
      'Attention',
      'High-Dimensional Dot Product Normalization',
      'Weight Initialization in Deep Neural Networks',
    ])
    expect(await page.locator('.pane a.lit').count()).toBe(2)
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    await page.goBack()
    expect(await titles()).toEqual(three.slice(0, 2))
    await page.goForward()
    await page.waitForSelector('.pane:nth-child(3)')
    await page.reload()
    await page.waitForSelector('.pane:nth-child(3)')
    expect(await titles()).toEqual(three)
    const gap = await page.locator('.pane.here').evaluate((pane) => {
      const links = pane.querySelector('.links')
      const above = links?.previousElementSibling?.getBoundingClientRect().bottom
      return (links?.getBoundingClientRect().top ?? 0) - (above ?? Infinity)
    })
    expect(gap).toBeGreaterThanOrEqual(40)
    await page.locator('.pane.here .shut').click()
    await page.waitForSelector('.pane:nth-child(3)', { state: 'detached' })
  })

  test('beside another note a preview lies over the foot of its own pane, and never over its link; Esc closes what was opened last', async () => {
    await open('attention.html?beside=high-dimensional-dot-product-normalization.html')
    await page.waitForSelector('.pane:nth-child(2)')
    for (const pane of [1, 2]) {
      const link = page.locator(`.pane:nth-child(${pane}) .text a[href*=".html"]:not(.sec)`).first()
      await link.hover()
      const card = await page.waitForSelector('.preview .about')
      const [own, over, of] = await Promise.all([
        page.locator(`.pane:nth-child(${pane})`).boundingBox(),
        page.locator('.preview').boundingBox(),
        link.boundingBox(),
      ])
      if (own === null || over === null || of === null) throw new Error('not shown')
      expect(over.x).toBeGreaterThanOrEqual(own.x)
      expect(over.x + over.width).toBeLessThanOrEqual(own.x + own.width)
      expect(over.y > of.y + of.height || over.y + over.height < of.y).toBe(true)
      await page.mouse.move(5, 5)
      await card.waitForElementState('hidden')
    }
    await page.locator('.pane.here .text a[href*=weight-initialization]').focus()
    await page.keyboard.press('Shift+Enter')
    await page.waitForSelector('.pane:nth-child(3)')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.pane:nth-child(3)', { state: 'detached' })
    await page.keyboard.press('Escape')
    await page.waitForSelector('.pane', { state: 'detached' })
    expect(page.url()).toBe(`${site.url}attention.html`)
  })

  test.each(['//evil.example/x.html', '../x.html', 'https://evil.example/x.html', 'a/../../x.html', 'index.html', ''])(
    'an address that somebody made up opens nothing of another site beside a note: %j',
    async (beside) => {
      await open(`attention.html?beside=${encodeURIComponent(beside)}`, { bypassCSP: true })
      await page.waitForTimeout(300)
      complaints = complaints.filter((complaint) => !complaint.includes('404'))
      expect(await page.locator('.pane').count()).toBe(0)
      expect(await page.locator('.text:visible').count()).toBe(1)
    },
  )

  test('the path of the visit is told and drawn; wandering finds what was not seen', async () => {
    await open('attention.html')
    await page.click('.text a[href*=high-dimensional]')
    await page.waitForSelector('.thread path')
    expect(await page.locator('.path li').allTextContents()).toEqual([
      'Attention',
      'High-Dimensional Dot Product Normalization',
    ])
    const before = page.url()
    await page.keyboard.press('w')
    await page.waitForURL((url) => url.href !== before && !url.href.includes('attention.html'))
  })

  test('the colours follow the system and the choice, from the first paint on', async () => {
    await open('attention.html', { colorScheme: 'dark' })
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(await paper()).toBe('rgb(17, 24, 26)')
    await page.click('.theme')
    expect(await paper()).toBe('rgb(247, 249, 248)')
    await page.reload()
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light')
    expect(await paper()).toBe('rgb(247, 249, 248)')
  })

  test.each(['index.html', 'index.html#notes', 'index.html#linked', 'kl-divergence.html', 'nothing-here.html'])(
    '%s fits 360 pixels',
    async (path) => {
      await open(path, { viewport: { width: 360, height: 740 } })
      complaints = complaints.filter((complaint) => !complaint.includes('404'))
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over).toBeLessThanOrEqual(0)
      complaints = []
    },
  )

  test('without scripts topics and notes are there, and what the map shows as lists', async () => {
    await open('index.html', { javaScriptEnabled: false })
    expect(await page.locator('.titles a:visible').count()).toBeGreaterThan(200)
    expect(await page.locator('.rows h4 a:visible').count()).toBe(171)
    expect(await page.locator('.hubs a:visible').count()).toBe(20)
    expect(await page.locator('.js:visible').count()).toBe(0)
    await page.goto(`${site.url}kl-divergence.html`)
    expect(await page.locator('.katex').count()).toBeGreaterThan(20)
  })

  test('a printed note has its text, and no tools', async () => {
    await open('kl-divergence.html')
    await page.emulateMedia({ media: 'print' })
    expect(
      await page.locator('.top .tools:visible, .outline:visible, .spectrum:visible, .onward:visible').count(),
    ).toBe(0)
    expect(await page.locator('.text:visible, .references:visible, .backs h3:visible').count()).toBeGreaterThan(3)
  })

  test.each(['index.html', 'index.html#linked', 'kl-divergence.html'])(
    'axe finds nothing on %s at 360 pixels',
    async (path) => {
      await open(path, { viewport: { width: 360, height: 740 }, bypassCSP: true })
      expect(await violations()).toEqual([])
      expect(await page.getByRole('button', { name: 'Search' }).count()).toBe(1)
    },
  )

  test.each([
    ['index.html', 'light'],
    ['index.html', 'dark'],
    ['index.html#notes', 'light'],
    ['index.html#linked', 'light'],
    ['index.html#linked', 'dark'],
    ['kl-divergence.html', 'light'],
    ['attention.html', 'dark'],
    ['nothing-here.html', 'light'],
    ['search', 'light'],
    ['search', 'dark'],
  ] as const)('axe finds nothing on %s, %s', async (path, colorScheme) => {
    await open(path === 'search' ? 'index.html' : path, { colorScheme, bypassCSP: true })
    if (path === 'search') {
      await page.keyboard.press('/')
      await page.waitForSelector('dialog[open]')
      await page.keyboard.insertText('attention')
      await page.waitForSelector('.hits li')
    }
    if (path.endsWith('linked')) await page.waitForSelector('.map canvas')
    const found = await violations()
    complaints = complaints.filter((complaint) => !complaint.includes('404'))
    expect(found).toEqual([])
  })
})

inBrowser('a site opened from a folder', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  test('reads, searches and shows its map without a server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wend file #% '))
    const root = makeVault({
      'a b.md': '# A\n\n$x^2$ [[c/Größe]] alpha',
      'c/Größe.md': '# Größe\n\n[[a b]] beta gamma',
    })
    void root
    await writeSite(
      siteOf({ 'a b.md': '# A\n\n$x^2$ [[c/Größe]] alpha', 'c/Größe.md': '# Größe\n\n[[a b]] beta gamma' }),
      folder,
    )
    const start = pathToFileURL(join(folder, 'index.html')).href
    const page = await browser.newPage({ viewport: wide })
    const complaints = complaintsOf(page, 'file:')
    await page.goto(start)
    await page.click('.rows h4 a')
    await page.waitForSelector('.katex')
    await page.click('.text a')
    expect(await page.textContent('h1')).toBe('Größe')
    await page.keyboard.press('/')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.insertText('alpha')
    await page.waitForSelector('.hits li')
    await page.keyboard.press('Enter')
    await page.waitForURL(/a-b\.html/)
    await page.goto(`${start}#linked`)
    await page.waitForSelector('.map canvas')
    expect(complaints).toEqual([])
    await page.close()
  })

  test.each(['index.html', 'index.html#notes', 'a.html', 'c.html'])(
    'a title without a place to break does not widen %s',
    async (path) => {
      const folder = mkdtempSync(join(tmpdir(), 'wend-long-'))
      const long = 'x'.repeat(300)
      await writeSite(
        siteOf({
          'a.md': '---\ntopics: [one]\n---\n# A\n\n[[b]]',
          'b.md': `---\ntopics: [one]\n---\n# ${long}\n\n${long}`,
          'c.md': '---\ntopics: [one]\n---\n# C\n\nتجربة [[b]]',
        }),
        folder,
      )
      for (const width of [360, 1440]) {
        const page = await browser.newPage({ viewport: { width, height: 900 } })
        await page.goto(`${pathToFileURL(folder).href}/${path}`)
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([width, Math.max(0, over)]).toEqual([width, 0])
        await page.close()
      }
    },
  )

  test('forty ways to smuggle a script in come to nothing', async () => {
    const payloads = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<svg onload=alert(1)>',
      '"><script>alert(1)</script>',
      "'-alert(1)-'",
      '</title><script>alert(1)</script>',
      '</script><script>alert(1)</script>',
      'javascript:alert(1)',
      '{{constructor.constructor("alert(1)")()}}',
      '`${alert(1)}`',
    ]
    const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
    const files = Object.fromEntries(
      payloads.map((payload, at) => [
        `n${at}.md`,
        `---\ntitle: ${quoted(payload)}\nsummary: ${quoted(payload)}\ntopics: [${quoted(payload)}]\ntags: [${quoted(payload)}]\naliases: [${quoted(payload)}]\nstatus: ${quoted(payload)}\nreferences: [${quoted(payload)}]\n---\n# ${payload}\n\n${payload}\n\n[${payload}](n0.md) [x](${payload}) [[n0|${payload}]] ![${payload}](x.png)\n\n| ${payload} |\n|---|\n| ${payload} |\n\n- ${payload}\n\n\`\`\`js\n${payload}\n\`\`\`\n\n$${payload}$\n`,
      ]),
    )
    const folder = mkdtempSync(join(tmpdir(), 'wend-xss-'))
    await writeSite(siteOf({ ...files, '"><img src=x onerror=alert(1)>.md': 'a name' }), folder)
    const page = await browser.newPage({ viewport: wide })
    const complaints = complaintsOf(page, 'file:')
    for (const name of ['index.html', 'index.html#notes', ...payloads.map((_, at) => `n${at}.html`)]) {
      await page.goto(`${pathToFileURL(folder).href}/${name}`)
      expect(await page.locator('.text script, .text [onerror], .text [onload], .intro script').count()).toBe(0)
    }
    await page.goto(`${pathToFileURL(folder).href}/index.html#linked`)
    await page.waitForSelector('.map canvas')
    await page.keyboard.press('/')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.insertText('alert')
    await page.waitForSelector('.hits li')
    expect(complaints.filter((complaint) => !/refused to|x\.png|Content Security/i.test(complaint))).toEqual([])
    await page.close()
  })
})
