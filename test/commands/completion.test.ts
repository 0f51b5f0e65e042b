import { expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { completionScript } from '../../src/commands/completion/completion-scripts.ts'

const hasZsh = spawnSync('zsh', ['--version']).status === 0
const inZsh = hasZsh ? test : test.skip

/** What the zsh function hands to `compadd` for a word, when wend answers with some lines. */
function offered(word: string, answer: string): string {
  const script = `
    compdef() { : }
    wend() { printf '%s' "$ANSWER"; print -r -- "asked $*" >&2 }
    compadd() { print -rl -- "\${(@)argv[argv[(i)--]+1,-1]}" }
    ${completionScript('zsh').replaceAll('2>/dev/null', '')}
    PREFIX=$WORD words=(wend show "$WORD") CURRENT=3
    _wend`
  const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', script], {
    encoding: 'utf8',
    env: { ...process.env, WORD: word, ANSWER: answer },
  })
  return `${stderr}${stdout}`
}

inZsh('zsh is offered nothing when nothing fits, so that it leaves the word', () => {
  expect(offered('zzz', '')).toBe('asked completion --for :show :zzz\n')
})

inZsh('zsh is offered each line of the answer', () => {
  expect(offered('co', 'Cold brew\nCoffee "black"\n')).toBe(
    'asked completion --for :show :co\nCold brew\nCoffee "black"\n',
  )
})

inZsh('zsh asks for the word as it is meant, without quotes', () => {
  expect(offered('cold\\ b', 'Cold brew\n')).toBe('asked completion --for :show :cold b\nCold brew\n')
})
