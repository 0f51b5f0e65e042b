import type { Browser } from 'playwright-core'

/** Where a browser is; undefined where there is none. */
export const browserPath: string | undefined

/** Starts the browser without a window. */
export function startBrowser(): Promise<Browser>
