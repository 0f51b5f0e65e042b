import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const places = [
  process.env['WEND_CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where a browser is; undefined where tests that need one are skipped. */
export const browserPath = places.find((place) => place !== '' && existsSync(place))

/** Starts the browser without a window. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
}

/** Notes what a page complains of: errors in its console, requests to other hosts, files that are missing. */
export function complaintsOf(page: Page, own: string): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(`console: ${message.text()}`)))
  page.on('pageerror', (error) => void complaints.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => {
    // A page that is left stops what it was loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !/^(?:data|about|blob):/.test(request.url()))
      complaints.push(`foreign: ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    complaints.push(`script: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return complaints
}
