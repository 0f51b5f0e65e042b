import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { targetPath } from '../src/core/model/resolution.ts'
import { readVault } from '../src/io/vault/read-vault.ts'
import { runWend } from './support/run-wend.ts'

/** A link of a vault as a careful reader judged it. */
interface ExpectedLink {
  readonly line: number
  readonly kind: string
  readonly target?: string
  readonly resolved?: string
  readonly broken?: boolean
  readonly brokenAnchor?: boolean
}

interface Expected {
  readonly orphans: readonly string[]
  readonly notes: readonly { readonly path: string; readonly links: readonly ExpectedLink[] }[]
}

/** Where the vaults of others stand beside the checkout, or `$WEND_TEST_VAULTS`; docs/compare-links.md says which they are. */
function findVaults(): string | undefined {
  const given = process.env['WEND_TEST_VAULTS']
  if (given !== undefined) return given
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const vaults = join(folder, 'shared', 'vaults')
    if (existsSync(vaults)) return vaults
  }
  return undefined
}

const vaults = findVaults()
const suite = vaults === undefined ? describe.skip : describe

/** Broken anchors of `<a href="#…">`: the readers looked at markdown alone (docs/compare-links.md). */
const html: Readonly<Record<string, readonly string[]>> = {
  'foam-docs': [
    'index.md:153 #question-thomaskoppelaar',
    'index.md:153 #userTesting-thomaskoppelaar',
    'index.md:217 #content-theowenyoung',
    'index.md:234 #tool-cliffordfajardo',
    'index.md:258 #tool-hezhizhen',
  ],
  'obsidian-help-en': [],
}

suite(
  `the vaults of others (${vaults ?? 'skipped: no shared/vaults beside the checkout, and no $WEND_TEST_VAULTS'})`,
  () => {
    const open = (name: string): { cwd: string; expected: Expected } => {
      const cwd = join(vaults ?? '', name)
      return { cwd, expected: JSON.parse(readFileSync(`${cwd}.expected.json`, 'utf8')) as Expected }
    }

    test.each(Object.keys(html))('%s: check finds the broken links, and no others', async (name) => {
      const { cwd, expected } = open(name)
      const wanted = expected.notes.flatMap(({ path, links }) =>
        links
          .filter(({ broken, brokenAnchor }) => broken === true || brokenAnchor === true)
          .map(({ line, target = '' }) => `${path}:${line} ${target}`),
      )
      const only = 'broken-link,missing-file,broken-anchor,broken-block'
      const { stdout } = await runWend(['check', '--only', only, '--json'], { cwd })
      const { problems } = JSON.parse(stdout) as {
        problems: readonly { path: string; line: number; target: string }[]
      }
      const found = problems.map(({ path, line, target }) => `${path}:${line} ${target}`)
      expect(found.sort()).toEqual([...wanted, ...(html[name] ?? [])].sort())
    })

    test.each(Object.keys(html))('%s: every link leads where it should', (name) => {
      const { cwd, expected } = open(name)
      const vault = readVault(cwd, { ignore: [], follow: false })
      const found = vault.notes.map(({ path }) => {
        const inside = vault
          .linksFrom(path)
          .filter(({ link, resolution }) => link.kind !== 'html' && resolution.status !== 'external')
        return {
          path,
          links: inside.map(({ link, resolution }) => `${link.line} ${targetPath(resolution) ?? ''}`).sort(),
        }
      })
      const wanted = expected.notes.map(({ path, links }) => {
        const inside = links.filter(({ kind }) => kind !== 'definition')
        return { path, links: inside.map(({ line, resolved }) => `${line} ${resolved ?? ''}`).sort() }
      })
      expect(found).toEqual(wanted)
    })

    test.each(Object.keys(html))('%s: orphans', async (name) => {
      const { cwd, expected } = open(name)
      const { stdout } = await runWend(['orphans', '--format', 'paths'], { cwd })
      expect(stdout.trimEnd().split('\n').sort()).toEqual([...expected.orphans].sort())
    })
  },
)
