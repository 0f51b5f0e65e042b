import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { browserPath, startBrowser } from '../support/browser.ts'
import { siteOf, writeSite } from '../support/site-of.ts'

const inBrowser = browserPath === undefined ? describe.skip : describe
const terms = Array.from({ length: 60 }, (_, at) => String.raw`\frac{a_{${at}}}{b_{${at}}}`).join(' + ')

inBrowser('a text on its page', () => {
  let browser: Browser
  let folder: string
  beforeAll(async () => {
    browser = await startBrowser()
    folder = mkdtempSync(join(tmpdir(), 'wend-text-'))
    const files = {
      'right.md': '# مقدمة\n\nالتعلم فرع [[50% off]] من.',
      '50% off.md': '# 50% off\n\n[[right]]',
      'power.md': `# The power $x^{2}$ of \`a<b>\`\n\nWhy $x^2$ and \`code\`?\n\n## $\\sum_i x_i^2$ squared\n\n${'long'.repeat(300)}`,
      'table.md': `# Table\n\n| ${'wide | '.repeat(5)}\n|${'---|'.repeat(5)}\n| ${'columns | '.repeat(5)}\n`,
      'topics.md': `---\ntitle: ${'W'.repeat(200)}\ntopics: [${'T'.repeat(120)}]\n---\n[[table]]`,
      'formula.md': `# Formula\n\n$$\n${terms}\n$$`,
    }
    await writeSite(siteOf(files), folder)
  })
  afterAll(() => browser.close())

  test('a title runs in its own direction amid a text and beside a note of the other', async () => {
    const page = await browser.newPage()
    await page.goto(`${pathToFileURL(folder).href}/right.html`)
    for (const link of ['.text p a', '.fan a', '.backs a']) {
      const ends = await page
        .locator(link)
        .filter({ hasText: '50% off' })
        .first()
        .evaluate((element) => {
          const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
          return [0, 6].map((at) => {
            const range = document.createRange()
            range.setStart(text as Text, at)
            range.setEnd(text as Text, at + 1)
            return range.getBoundingClientRect().left
          })
        })
      expect([link, (ends[0] ?? 0) < (ends[1] ?? 0)]).toEqual([link, true])
    }
    await page.close()
  })

  test('the search shows what it finds as lists do, and what matched where it stands then', async () => {
    const page = await browser.newPage()
    await page.goto(`${pathToFileURL(folder).href}/power.html`)
    await page.keyboard.press('/')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.insertText('power x squared code')
    const hit = page.locator('.hits li').first()
    await hit.waitFor()
    expect(await hit.locator('.t').innerHTML()).toMatch(/<bdi>The <mark>power<\/mark> x² of a&lt;b&gt;<\/bdi>$/)
    expect(await hit.locator('p').allInnerTexts()).toEqual(['Why x² and code?', 'heading: ∑ᵢ xᵢ² squared'])
    await page.fill('dialog.search input', 'tag:(')
    await page.getByText('This parenthesis is never closed.').waitFor()
    await page.fill('dialog.search input', 'nowhere')
    await page.getByText('No note answers "nowhere".').waitFor()
    await page.close()
  })

  test('no name is wider than its page, at any width', async () => {
    const page = await browser.newPage()
    for (const width of [360, 1440])
      for (const address of ['index.html', 'index.html#notes', 'topics.html', 'table.html']) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(`${pathToFileURL(folder).href}/${address}`)
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect([width, address, beyond > 0]).toEqual([width, address, false])
      }
    await page.close()
  })

  test('what scrolls by itself is reached by the keyboard, as long as it does', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${pathToFileURL(folder).href}/table.html`)
    const box = page.locator('.table')
    const reached = async (): Promise<unknown> =>
      box.evaluate((element) => [element.scrollWidth > element.clientWidth, element.getAttribute('tabindex')])
    expect(await reached()).toEqual([false, null])
    await page.setViewportSize({ width: 360, height: 700 })
    await page.waitForSelector('.table[tabindex]')
    expect(await reached()).toEqual([true, '0'])
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.waitForSelector('.table:not([tabindex])')
    await page.close()
  })

  test('on paper a long formula is broken into lines that stand apart', async () => {
    const page = await browser.newPage({ viewport: { width: 700, height: 900 } })
    await page.goto(`${pathToFileURL(folder).href}/formula.html`)
    await page.emulateMedia({ media: 'print' })
    const found = await page.locator('.display').evaluate((display) => {
      const bases = [...display.querySelectorAll('.katex-html > .base')].map((base) => base.getBoundingClientRect())
      const tops = [...new Set(bases.map(({ top }) => top))].sort((a, b) => a - b)
      const lines = tops.map((top) => Math.max(...bases.filter((base) => base.top === top).map(({ bottom }) => bottom)))
      const over = Math.max(0, display.scrollWidth - display.clientWidth)
      return {
        over,
        isBroken: tops.length > 1,
        areApart: lines.every((bottom, at) => bottom <= (tops[at + 1] ?? Infinity)),
      }
    })
    expect(found).toEqual({ over: 0, isBroken: true, areApart: true })
    await page.close()
  })
})
