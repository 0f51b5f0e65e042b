import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from '@jest/globals'

const files = ['src', 'test', 'scripts', 'bin', 'docs'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
)
const names = new Set(files.map((path) => basename(path)))

/** Whether a file that a page names is there: by its path, by the end of it, or by its name. Files still to be written are called `x`. */
function isThere(named: string): boolean {
  if (!named.includes('/')) return names.has(named) || existsSync(named)
  return basename(named).startsWith('x.') || existsSync(named) || files.some((path) => path.endsWith(`/${named}`))
}

const pages = ['how-it-works', 'performance', 'mutation'].map((page) => `docs/${page}.md`)
const decisions = readdirSync('docs/decisions').map((page) => `docs/decisions/${page}`)

test.each(['CONTRIBUTING.md', 'SECURITY.md', ...pages, ...decisions])('the files that %s names are there', (page) => {
  const text = readFileSync(page, 'utf8')
  const named = [...text.matchAll(/`((?:[\w.-]+\/)*[\w.-]+\.(?:ts|js|cjs))`/g)].map(([, file = '']) => file)
  expect(named.filter((file) => !file.startsWith('dist/') && !isThere(file))).toEqual([])
})
