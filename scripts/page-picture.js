// Makes docs/pictures/page.webp, the picture of the page in the README: the notes of the shipped vault, by a browser without a window.
// Usage, after a build: node scripts/page-picture.js
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { startBrowser } from './chromium.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const site = mkdtempSync(join(tmpdir(), 'wend-picture-'))
const browser = await startBrowser()
try {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'bin/wend.js'), 'publish', site, '--title', 'Working notes'],
    {
      cwd: join(root, 'notes'),
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) throw new Error('the notes could not be published')
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' })
  await page.goto(`${pathToFileURL(site).href}/index.html#notes`)
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
  mkdirSync(join(root, 'docs/pictures'), { recursive: true })
  writeFileSync(join(root, 'docs/pictures/page.webp'), Buffer.from(data, 'base64'))
} finally {
  await browser.close()
  rmSync(site, { recursive: true })
}
