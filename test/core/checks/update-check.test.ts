import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkVault } from '../../../src/core/checks/check-vault.ts'
import { chooseRules } from '../../../src/core/checks/choose-rules.ts'
import { updateCheck } from '../../../src/core/checks/update-check.ts'
import { problemCodes } from '../../../src/core/model/problem-code.ts'
import { updateVault } from '../../../src/core/vault/update/update-vault.ts'
import { expectSame } from '../../support/expect-same.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

const names = ['alpha', 'beta', 'gamma', 'sub/delta', 'sub/Ünïcode', 'Alpha']
const paths = names.map((name) => `${name}.md`)
const targets = [
  ...names,
  'alhpa',
  'Betta',
  'Title of beta',
  'Alias gama',
  'quite another thing',
  'fermentation',
  'it',
  'Prof',
]

const line = fc.oneof(
  fc.constantFrom(...targets).map((target) => `See [[${target}]].`),
  fc
    .tuple(fc.constantFrom(...targets), fc.constantFrom('Proof', 'Prof', '^b1', '^b2', 'it'))
    .map((all) => `Or [[${all.join('#')}]].`),
  fc
    .constantFrom(...targets)
    .map((target) => `And [it](${encodeURI(target)}.md#proof) <!-- wend-ignore broken-link -->.`),
  fc.constantFrom('pic', 'pik', 'Pic', 'gone').map((name) => `![[${name}.png]] ![](sub/${name}.png)`),
  fc.constantFrom('Proof', 'proof', 'Prooof', 'Eigen vectors', 'Another').map((text) => `## ${text}`),
  fc.constantFrom(
    'plain',
    'a block ^b1',
    '[[#Proof]]',
    '[gone](../out.md)',
    '[h](.hidden)',
    'mark[^1]',
    '[^1]: note',
    '[x]: y',
    '$open',
  ),
)

const noteText = fc
  .record({
    title: fc.option(fc.constantFrom('Title of alpha', 'Title of beta', 'beta', 'Proof')),
    alias: fc.option(fc.constantFrom('Alias gamma', 'alpha', 'it')),
    heading: fc.constantFrom('', '# Title of beta\n', '# Note\n'),
    summary: fc.constantFrom('', 'Fermentation\n', 'Quite another thing is said.\n'),
    lines: fc.array(line, { maxLength: 6 }),
  })
  .map(({ title, alias, heading, summary, lines }) => {
    const front = [...(title === null ? [] : [`title: ${title}`]), ...(alias === null ? [] : [`aliases: [${alias}]`])]
    const head = front.length > 0 ? `---\n${front.join('\n')}\n---\n` : ''
    return `${head}${heading}\n${summary}\n${lines.join('\n\n')}\n`
  })

const texts = fc
  .tuple(...paths.map(() => fc.option(noteText, { freq: 4 })))
  .map((all) => Object.fromEntries(paths.flatMap((path, order) => (all[order] ? [[path, all[order]]] : []))))

const edits = fc.array(fc.record({ at: fc.nat(20), line }), { minLength: 1, maxLength: 3 })

const all = {
  rules: chooseRules({ rules: {} } as never, { only: problemCodes, skip: [], strict: false, external: false }),
}

test('a check that is brought up to date finds what one of all notes finds', () => {
  let updated = 0
  fc.assert(
    fc.property(texts, edits, fc.boolean(), (before, later, part) => {
      if (Object.keys(before).length === 0) return
      const request = { ...all, reports: (path: string) => !part || !path.startsWith('sub/') }
      let vault = vaultOf(before)
      let found = checkVault(vault, request)
      const now: Record<string, string> = { ...before }
      for (const { at, line: more } of later) {
        const path = Object.keys(now)[at % Object.keys(now).length] ?? ''
        now[path] = `${now[path] ?? ''}\n${more}\n`
        const note = noteAt(vaultOf({ [path]: now[path] }), path)
        const next = updateVault(vault, { notes: [note], removed: [] })
        const whole = checkVault(next, request)
        const some = updateCheck({ vault, found }, next, [note], request)
        if (some !== undefined) {
          updated++
          expectSame(some, whole)
        }
        ;[vault, found] = [next, whole]
      }
    }),
    { numRuns: 300 },
  )
  expect(updated).toBeGreaterThan(100)
})

test('a check is not brought up to date when names changed', () => {
  const vault = vaultOf({ 'a.md': '# A\n', 'b.md': '[[A]]\n' })
  const request = { ...all, reports: () => true }
  const note = noteAt(vaultOf({ 'a.md': '# Another\n' }), 'a.md')
  const next = updateVault(vault, { notes: [note], removed: [] })
  expect(updateCheck({ vault, found: checkVault(vault, request) }, next, [note], request)).toBeUndefined()
})
