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

export function startBrowser() {
  return chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
}
