// Hooks of Node's loader for the tests of mutants: sources come from the folder of those that are woven and stripped of types, and
// `?fresh=n` behind a test file gives it, and all that it imports, modules of their own.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

let prepared
let root

export function initialize(data) {
  ;({ prepared, root } = data)
}

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return next(new URL('suite.js', import.meta.url).href)
  const found = await next(specifier, context)
  const { search } = new URL(context.parentURL ?? 'file:///')
  return search === '' || !found.url.endsWith('.ts') ? found : { ...found, url: found.url + search }
}

export async function load(url, context, next) {
  const { pathname } = new URL(url)
  if (!pathname.endsWith('.ts')) return next(url, context)
  const path = relative(root, fileURLToPath(`file://${pathname}`))
  return { format: 'module', shortCircuit: true, source: readFileSync(`${prepared}/${path}`, 'utf8') }
}
