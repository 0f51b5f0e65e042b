import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { readVault } from '../../src/io/vault/read-vault.ts'
import type { Vault } from '../../src/core/vault/vault.ts'
import { type RunningSite, serveSite } from '../../src/servers/web/serve-site.ts'
import { browserPath, startBrowser } from '../support/browser.ts'
import { makeVault } from '../support/make-vault.ts'
import { inputsIn } from '../support/site-of.ts'

const inBrowser = browserPath === undefined ? describe.skip : describe

inBrowser('a page under wend serve', () => {
  let browser: Browser
  let site: RunningSite
  let root: string
  let tell: (vault: Vault) => void
  beforeAll(async () => {
    browser = await startBrowser()
    root = makeVault({ 'a.md': '# A\n\nbefore', 'b.md': '# Relu\n\n[[a]]' })
    const watch = async (told: (vault: Vault) => void): Promise<{ close: () => void }> => {
      tell = told
      return { close: () => undefined }
    }
    site = await serveSite({ inputs: inputsIn(root), place: { host: '127.0.0.1', port: 0, tries: 0 }, watch })
  })
  afterAll(async () => {
    site.close()
    await browser.close()
  })

  const edit = (text: string): void => {
    writeFileSync(join(root, 'a.md'), `# A\n\n${text}`)
    tell(readVault(root, { ignore: [], follow: false }))
  }

  test('a query that is being typed stays while notes change, and the page is anew when the search is closed', async () => {
    const page = await browser.newPage()
    const versionOf = (): Promise<string | undefined> => page.evaluate(() => document.body.dataset['version'])
    await page.goto(`${site.url}a.html`)
    await page.getByText('before').waitFor()
    await page.evaluate(() => {
      const events = new EventSource(new URL('wend/events', document.baseURI))
      events.addEventListener('version', ({ data }) => document.body.setAttribute('data-told', String(data)))
    })
    const first = await versionOf()
    await page.waitForSelector(`body[data-told="${first ?? ''}"]`, { state: 'attached' })
    await page.keyboard.press('/')
    await page.keyboard.type('rel')
    await page.locator('.hits li').first().waitFor()
    edit('after')
    await page.waitForSelector(`body[data-told]:not([data-told="${first ?? ''}"])`, { state: 'attached' })
    await page.keyboard.type('u')
    expect(await page.inputValue('dialog.search input')).toBe('relu')
    await page.keyboard.press('Escape')
    await page.locator('.text').getByText('after').waitFor()
    expect(await versionOf()).not.toBe(first)
    edit('later')
    await page.locator('.text').getByText('later').waitFor()
    await page.close()
  })

  test('what was found while notes change opens; a page that is filtered stays so', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.url}a.html`)
    await page.keyboard.press('/')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.insertText('relu')
    await page.locator('.hits li').first().waitFor()
    edit('once more')
    await page.keyboard.press('Enter')
    await page.waitForURL(/b\.html$/)
    await page.goto(`${site.url}index.html#notes`)
    await page.locator('#w\\:filter').pressSequentially('rel')
    edit('a summary that is new')
    await page.getByText('a summary that is new').waitFor({ state: 'attached' })
    await page.keyboard.type('u')
    expect(await page.locator('#w\\:filter').inputValue()).toBe('relu')
    expect(await page.locator('.letters .rows > li:visible h4 a').allInnerTexts()).toEqual(['Relu'])
    await page.close()
  })
})
