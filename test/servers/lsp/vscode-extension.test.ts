import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { commandNames } from '../../../src/servers/lsp/change/run-command.ts'
import { defaultSettings } from '../../../src/servers/lsp/settings.ts'

const code = readFileSync('editors/vscode/extension.js', 'utf8')
const manifest = JSON.parse(readFileSync('editors/vscode/package.json', 'utf8')) as {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[]
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope?: string }>> }
  }
}

test('the extension asks for commands that the server has', () => {
  const asked = [...code.matchAll(/run\('([\w.]+)'/g)].map(([, name]) => name)
  expect(asked.length).toBeGreaterThan(3)
  expect(commandNames).toEqual(expect.arrayContaining(asked))
})

test('each command that it offers does something', () => {
  for (const { command } of manifest.contributes.commands) expect(code).toContain(`on('${command}'`)
})

test('it has the settings of the server; a folder cannot choose the program', () => {
  const { properties } = manifest.contributes.configuration
  expect(Object.keys(properties).sort()).toEqual(
    ['wend.command', ...Object.keys(defaultSettings).map((name) => `wend.${name}`)].sort(),
  )
  expect(properties['wend.command']?.scope).toBe('machine')
})
