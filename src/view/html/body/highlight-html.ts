import type { HLJSApi } from 'highlight.js'
import { grammarsByWord } from '../../render/highlight-languages.ts'
import { nameTable } from '../../../core/model/name-table.ts'

/** The classes of the stylesheet for what highlight.js tells apart. */
const classes: Readonly<Record<string, string>> = nameTable({
  keyword: 'k',
  built_in: 'k',
  literal: 'n',
  type: 'f',
  number: 'n',
  string: 's',
  regexp: 's',
  symbol: 's',
  char: 's',
  comment: 'c',
  quote: 'c',
  doctag: 'c',
  meta: 'c',
  title: 'f',
  name: 'k',
  section: 'f',
  attr: 'f',
  attribute: 'f',
  'selector-tag': 'k',
  'selector-class': 'f',
  'selector-id': 'f',
  addition: 's',
  deletion: 'c',
})

/** Colours code, in the languages that were loaded before. */
export class Highlighter {
  #hljs: HLJSApi | undefined

  /** Loads highlight.js and the grammars of some languages, as far as they are known. */
  async load(wanted: readonly string[]): Promise<void> {
    for (const language of new Set(wanted)) {
      const load = grammarsByWord[language]
      if (load === undefined) continue
      this.#hljs ??= (await import('highlight.js/lib/core')).default
      if (this.#hljs.getLanguage(language) === undefined) this.#hljs.registerLanguage(language, (await load()).default)
    }
  }

  /** Code as HTML; undefined when its language was not loaded. */
  markup(code: string, language: string): string | undefined {
    if (this.#hljs?.getLanguage(language) === undefined) return undefined
    return shortened(this.#hljs.highlight(code, { language, ignoreIllegals: true }).value)
  }
}

/** The HTML of highlight.js with our classes; spans that say nothing to us go. */
function shortened(markup: string): string {
  const open: boolean[] = []
  return markup.replace(/<span class="([^"]*)">|<\/span>/g, (_tag, names?: string) => {
    if (names === undefined) return open.pop() === true ? '</span>' : ''
    const name = names.replace(/^hljs-/, '').split(/[ _]/)[0] ?? ''
    const own = names.startsWith('hljs-built_in') ? 'k' : classes[name]
    open.push(own !== undefined)
    return own === undefined ? '' : `<span class="${own}">`
  })
}
