import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { requestedAddress } from '../../src/servers/web/web-server.ts'
import type { SiteBuild } from '../../src/servers/web/site-build.ts'
import { contentType } from '../../src/servers/web/content-type.ts'
import { browserPath, complaintsOf, startBrowser } from '../support/browser.ts'
import { siteOf } from '../support/site-of.ts'

const inBrowser = browserPath === undefined ? describe.skip : describe

const old = { 'm.md': '# Moor\n\nheather [[z]]', 'z.md': '# Zinc\n\nmetal [[m]]' }
/** The first by title, so that each note has another number. */
const more = { ...old, 'a.md': '# Alder\n\nwood [[m]]' }

inBrowser('a site that is published again while it is read, on a host whose files are kept ten minutes', () => {
  let browser: Browser
  let server: Server
  let published: SiteBuild
  let page: Page
  let url: string
  let complaints: readonly string[]
  let asked: string[] = []

  beforeAll(async () => {
    browser = await startBrowser()
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      const address = requestedAddress(request.url ?? '') ?? ''
      const file = published.files.get(address)
      response.writeHead(file === undefined ? 404 : 200, {
        'content-type': contentType(address),
        'cache-control': 'max-age=600',
      })
      void Promise.resolve(file?.() ?? '').then((content) => response.end(content))
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(async () => {
    server.close()
    await browser.close()
  })
  beforeEach(async () => {
    page = await browser.newPage()
    page.setDefaultTimeout(15_000)
    complaints = complaintsOf(page, url)
    asked = []
  })
  afterEach(async () => {
    await page.context().close()
    expect(complaints).toEqual([])
  })

  const publish = (files: Readonly<Record<string, string>>, searchPieceSize = 1_000_000): void => {
    published = siteOf(files, { searchPieceSize })
  }
  /** Title and address of the first hit; the query comes as one, so that no hits of its first letters are shown before. */
  const searched = async (query: string): Promise<readonly (string | null)[]> => {
    await page.keyboard.press('/')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.insertText(query)
    const hit = page.locator('.hits li').first()
    await hit.waitFor()
    return [await hit.locator('.t').textContent(), await hit.getAttribute('data-href')]
  }

  test('a page of the new state asks for nothing that the browser kept of the old', async () => {
    publish(old)
    await page.goto(`${url}m.html`)
    await page.click('.wander')
    await page.waitForURL(/z\.html/)
    expect(asked.filter((address) => address.startsWith('/wend/notes.js'))).toHaveLength(1)
    publish(more)
    await page.goto(`${url}a.html`)
    expect(await searched('metal')).toEqual(['Zinc', expect.stringMatching(/z\.html/)])
  })

  test('a page that was open before is read anew when it needs the data', async () => {
    publish(old)
    await page.goto(`${url}m.html`)
    publish(more)
    const reload = page.waitForEvent('load')
    await page.keyboard.press('/')
    await reload
    expect(await searched('wood')).toEqual(['Alder', expect.stringMatching(/a\.html/)])
  })

  test('so it is where the words of its search index are others', async () => {
    publish(old, 20)
    await page.goto(`${url}m.html`)
    const loaded = page.waitForResponse(/wend\/search\.js/)
    await page.keyboard.press('/')
    await loaded
    publish({ 'm.md': '# Moor\n\nmetal and heather [[z]]', 'z.md': '# Zinc\n\n[[m]]' }, 20)
    const reload = page.waitForEvent('load')
    await page.keyboard.type('metal')
    await reload
    expect(await searched('metal')).toEqual(['Moor', expect.stringMatching(/m\.html/)])
  })

  test('data that stays of another state is told as such, without end', async () => {
    publish(old)
    await page.goto(`${url}m.html`)
    publish(more)
    const pages = published
    publish(old)
    const stale = published
    published = Object.create(pages, {
      files: {
        value: new Map(
          [...pages.files].map(([address, file]) => [
            address,
            address === 'm.html' ? (stale.files.get(address) ?? file) : file,
          ]),
        ),
      },
    }) as SiteBuild
    const reload = page.waitForEvent('load')
    await page.keyboard.press('/')
    await reload
    await page.keyboard.press('/')
    await page.getByText('could not be loaded').first().waitFor()
  })
})
