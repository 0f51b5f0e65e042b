import type { Page } from 'playwright-core'

export { browserPath, startBrowser } from '../../scripts/chromium.js'

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
