import type { HLJSApi } from 'highlight.js'
import type { StyleName } from '../style.ts'
import { entityText } from './inlines/entity-text.ts'
import { grammarsByWord } from './highlight-languages.ts'
import type { Highlight } from './render-options.ts'
import { nameTable } from '../../core/model/name-table.ts'

const styles: Readonly<Record<string, StyleName>> = nameTable({
  keyword: 'code-keyword',
  built_in: 'code-name',
  literal: 'code-number',
  type: 'code-name',
  number: 'code-number',
  string: 'code-string',
  regexp: 'code-string',
  symbol: 'code-string',
  comment: 'code-comment',
  quote: 'code-comment',
  doctag: 'code-comment',
  meta: 'code-comment',
  title: 'code-name',
  name: 'code-keyword',
  section: 'code-name',
  attr: 'code-name',
  attribute: 'code-name',
  'selector-tag': 'code-keyword',
  'selector-class': 'code-name',
  'selector-id': 'code-name',
  addition: 'ok',
  deletion: 'error',
  variable: 'code-name',
  'template-variable': 'code-name',
  bullet: 'code-keyword',
})

/** Loads highlight.js and the grammars of these languages, as far as they are known. */
export async function loadHighlight(wanted: Iterable<string>): Promise<Highlight> {
  const { default: hljs } = await import('highlight.js/lib/core')
  for (const language of new Set(wanted)) await register(hljs, language)
  return (code, language) => {
    if (hljs.getLanguage(language) === undefined) return undefined
    return readPieces(hljs.highlight(code, { language, ignoreIllegals: true }).value)
  }
}

async function register(hljs: HLJSApi, language: string): Promise<void> {
  const load = grammarsByWord[language]
  if (load === undefined || hljs.getLanguage(language) !== undefined) return
  const { default: grammar } = await load()
  hljs.registerLanguage(language, grammar)
}

/** Reads the HTML that highlight.js writes: spans with classes, and text with five entities. */
function readPieces(html: string): readonly { readonly text: string; readonly style?: StyleName }[] {
  const open: (StyleName | undefined)[] = []
  const pieces: { text: string; style?: StyleName }[] = []
  for (const [, name, close, text] of html.matchAll(/<span class="([^"]*)">|(<\/span>)|([^<]+)/g)) {
    if (name !== undefined) open.push(styleOf(name) ?? open.at(-1))
    else if (close !== undefined) open.pop()
    else pieces.push(piece(entityText((text ?? '').replaceAll('&#x27;', "'")), open.at(-1)))
  }
  return pieces
}

function styleOf(classes: string): StyleName | undefined {
  const name = classes.replace(/^hljs-/, '').split(' ')[0] ?? ''
  return styles[name]
}

function piece(text: string, style: StyleName | undefined): { text: string; style?: StyleName } {
  return style === undefined ? { text } : { text, style }
}
