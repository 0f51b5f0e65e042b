import { expect, test } from '@jest/globals'
import { FailureError } from '../../../src/core/model/failure.ts'
import { choosePager } from '../../../src/commands/arguments/choose-pager.ts'
import { Options } from '../../../src/commands/arguments/options.ts'
import { requireExactNote, requireTarget } from '../../../src/commands/arguments/require-note.ts'
import { rootIfAny } from '../../../src/commands/arguments/root-if-any.ts'
import type { Context } from '../../../src/commands/command.ts'
import { answering, contextIn, personsTerminal } from '../../support/context-in.ts'
import { makeVault } from '../../support/make-vault.ts'

const twins = makeVault({ 'one/Twin.md': '# Twin\n', 'two/Twin.md': '# Twin\n', 'other.md': '# Other\n' })

/** The path of the note that a person chose, or how the command failed. */
async function chosen(require: () => Promise<{ readonly path: string }>): Promise<string> {
  return require().then(
    ({ path }) => path,
    (error: unknown) => (error instanceof FailureError ? error.failure.kind : String(error)),
  )
}

test.each([
  ['1', 'one/Twin.md'],
  [' 2 ', 'two/Twin.md'],
  ['', 'note-ambiguous'],
  ['0', 'note-ambiguous'],
  ['3', 'note-ambiguous'],
  ['Twin', 'note-ambiguous'],
])('asked which of two notes is meant, %j is %s', async (answer, expected) => {
  for (const require of [
    async (context: Context) => requireExactNote(context, 'twin'),
    async (context: Context) => (await requireTarget(context, 'twin', [])).note,
  ]) {
    const { ask, asked } = answering(answer)
    expect(await chosen(() => require(contextIn(twins, { ask })))).toBe(expected)
    expect(asked).toEqual([
      'which note is "twin"?\n  1  Twin  (one/Twin.md)\n  2  Twin  (two/Twin.md)\nnumber, or nothing to stop: ',
    ])
  }
})

test('nine notes are shown at most, and where nobody can be asked none', async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${String(at).padStart(2, '0')}/Twin.md`, '']))
  const cwd = makeVault(many)
  const { ask, asked } = answering('9')
  expect(await chosen(() => requireExactNote(contextIn(cwd, { ask }), 'twin'))).toBe('08/Twin.md')
  expect(asked[0]).toContain('\n  … and 3 more; --pick chooses of all\n')
  expect(await chosen(() => requireExactNote(contextIn(cwd), 'twin'))).toBe('note-ambiguous')
})

const long = 'line\n'.repeat(50)

test.each<[text: string, more: Partial<Context>, words: readonly string[] | undefined]>([
  [long, {}, ['less', '-FRX']],
  [long, { env: { PAGER: 'more' } }, ['more']],
  [long, { env: { PAGER: '/usr/bin/less' } }, ['/usr/bin/less', '-FRX']],
  [long, { env: { PAGER: 'less -S' } }, ['less', '-S']],
  [long, { env: { PAGER: 'cat' } }, undefined],
  [long, { env: { PAGER: ' ' } }, undefined],
  [long, { env: { WEND_PAGER: '"my pager" -x', PAGER: 'more' } }, ['my pager', '-x']],
  [long, { env: { WEND_PAGER: '', PAGER: 'more' } }, undefined],
  ['line\n'.repeat(9), {}, undefined],
  ['line\n'.repeat(10), {}, ['less', '-FRX']],
  [`${'x'.repeat(81)}\n`.repeat(5), {}, ['less', '-FRX']],
  [`${'x'.repeat(80)}\n`.repeat(5), {}, undefined],
  [`${'日'.repeat(41)}\n`.repeat(5), {}, ['less', '-FRX']],
  [long, { terminal: { ...personsTerminal, stdoutIsTerminal: false } }, undefined],
])('%#: text goes to the pager that is wanted, where it does not fit', async (text, more, words) => {
  expect(await choosePager(contextIn(twins, { env: {}, ...more }), text)).toEqual(words)
})

test('the pager of the command line comes first, then that of the environment, then that of the configuration', async () => {
  const context = (pager: boolean | string, env: Context['env'] = {}): Context => {
    const made = contextIn(twins, { env })
    const config = async () => ({ ...(await made.config()), pager: 'most' })
    return { ...made, options: { ...made.options, pager }, config }
  }
  expect(await choosePager(context('page -c', { WEND_PAGER: 'more' }), long)).toEqual(['page', '-c'])
  expect(await choosePager(context(true, { WEND_PAGER: 'more' }), long)).toEqual(['more'])
  expect(await choosePager(context(true, { PAGER: 'more' }), long)).toEqual(['most'])
  expect(await choosePager(context(false), long)).toBeUndefined()
})

test('the folder of the vault is none where none can be chosen, and other failures stay', () => {
  const failing = (error: unknown) => () => rootIfAny({ vaultChoice: () => { throw error } }) // prettier-ignore
  expect(rootIfAny(contextIn(twins))).toBe(twins)
  expect(failing(new FailureError({ kind: 'refused', message: 'a home' }))()).toBeUndefined()
  expect(failing(new FailureError({ kind: 'usage', message: 'no' }))).toThrow(FailureError)
  expect(failing(new Error('else'))).toThrow('else')
})

test('an option is off by its --no- form alone', () => {
  const options = new Options({ a: false, b: true, c: 'no' })
  expect(['a', 'b', 'c', 'd'].map((name) => options.isOff(name))).toEqual([true, false, false, false])
})
