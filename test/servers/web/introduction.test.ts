import { expect, test } from '@jest/globals'
import { siteOf } from '../../support/site-of.ts'

test.each([
  ['Welcome to [[a]].\n\nMore.\n\nThird.', 'Welcome to [[a]].\n\nMore.'],
  ['> Things I keep,\n> and some more.\n\nWelcome.\n\n- a list', 'Things I keep,\nand some more.\n\nWelcome.'],
  ['👋 Hello.', '👋 Hello.'],
  ['¡Hola! «Notas»', '¡Hola! «Notas»'],
  ['$x$ is what *this* is about.', '$x$ is what *this* is about.'],
  ['**Bold** words', '**Bold** words'],
  ['***Bold*** words\n\n___and___ more\n\n---', '***Bold*** words\n\n___and___ more'],
  ['<https://e.org> has more.\n\n<ana@e.org> answers.', '<https://e.org> has more.\n\n<ana@e.org> answers.'],
  ['> [!note] A callout\n> is none.\n\nText.', undefined],
  ['Text.\n\n> A quote later is none.', 'Text.'],
  ['- a list', undefined],
  ['![[picture.png]]', undefined],
  ['[![badge](a.svg)](b)\n\nText.', undefined],
  ['<p align="center">HTML</p>', undefined],
  ['***', undefined],
  ['---  \nText.', undefined],
  ['<a href="mailto:ana@e.org">Ana</a>', undefined],
  ['```\ncode\n```', undefined],
  ['| a |\n|---|', undefined],
  ['$$\nx\n$$', undefined],
  ['', undefined],
])(
  'the index page begins with the first paragraphs of the index note, of which one may be its summary: %j',
  (body, introduction) => {
    const { site } = siteOf({ 'index.md': `# Notes\n\n${body}\n`, 'a.md': '# A' })
    expect(site.introduction?.markdown).toBe(introduction)
  },
)

test.each([
  ['in the line after a title', '# Notes\nWelcome to [[a]].\n\nMore.\n', 'Welcome to [[a]].\n\nMore.'],
  ['as a summary after a title', '# Notes\n> Things I keep.\n\n## Part\n', 'Things I keep.'],
  ['below an underlined title', 'Notes\n=====\nWelcome.\n', 'Welcome.'],
  ['without a title', '\nWelcome.\n\nMore.\n', 'Welcome.\n\nMore.'],
  ['of a list after a title', '# Notes\n- a list\n\nText.\n', undefined],
  ['of a title alone', '# Notes\n', undefined],
])('an introduction %s', (_, body, introduction) => {
  const { site } = siteOf({ 'index.md': body, 'a.md': '# A' })
  expect(site.introduction?.markdown).toBe(introduction)
})
