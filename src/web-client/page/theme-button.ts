import { one } from './dom.ts'
import { keepSetting } from './settings.ts'

/** Switches between the light and dark colours; the system's choice is the default. */
export function turnColours(): void {
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const next = (root.dataset['theme'] ?? system) === 'dark' ? 'light' : 'dark'
  if (next === system) delete root.dataset['theme']
  else root.dataset['theme'] = next
  keepSetting('theme', next === system ? undefined : next)
  document.dispatchEvent(new Event('colours'))
}

/** Makes the button for the colours work. */
export function themeButton(): void {
  one('.theme')?.addEventListener('click', turnColours)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    document.dispatchEvent(new Event('colours')),
  )
}
