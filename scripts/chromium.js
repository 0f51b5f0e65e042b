// Finds a Chromium or Chrome of this machine and starts it without a window: for tests, pictures and measurements of pages.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const places = [
  process.env['WEND_CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const browserPath = places.find((place) => place !== '' && existsSync(place))

/** The suggestions of the address bar are web pages of their own in each window: more work than the page that is looked at. */
const withoutSuggestions = '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup'

export function startBrowser() {
  const args = ['--no-sandbox', '--disable-gpu', withoutSuggestions]
  return chromium.launch({ executablePath: browserPath ?? '', args })
}
