/** A tool whose vaults are read as it reads them, beside what every vault may hold (links.md section 9). */
export type ToolName = 'logseq' | 'dendron' | 'mkdocs' | 'hugo' | 'mdbook' | 'vuepress' | 'docusaurus' | 'docfx'

/** How a tool is told, and what it reads beside what others do. All that it says is data; its own programs are never run. */
export interface ToolDialect {
  readonly title: string
  /** Files in the root of which any chooses it; with `beside` only where that lies there, too. */
  readonly markers: readonly string[]
  readonly beside?: string
  /** Whether four blanks under `!!!`, `???` and `===` are no code. */
  readonly admonitions?: true
  /** The folder that a path `/x` of a site starts in, from the root: as it is usually called, and where the marker file says another. */
  readonly site?: { readonly root: string; readonly named?: RegExp }
  /** Folders whose files have the address `/x`, beside the folder of the site. */
  readonly assets?: readonly string[]
  /** What a path from the root of the vault begins with. */
  readonly rootMark?: string
  /** Files from the root that name pages in a menu: they are read as text and never changed. */
  readonly menus?: readonly string[]
  /** Addresses of pages that its program makes of no note. */
  readonly generated?: RegExp
  /** Whether journals `2024_03_05.md` answer to dates, and `a___b.md` to `a/b`. */
  readonly pages?: true
  /** Syntax of its own: what `links` of `parse/dialects/tool-links.ts` reads. */
  readonly syntax?: ToolSyntax
}

/**
 * Syntax that one tool alone has. `logseq`: `((uuid))` names the block with `id:: uuid`, `alias:: a, b` and `tags:: a, b` at the top are those
 * of the page. `hugo`: `{{< ref "x" >}}`. `dendron`: `[[text|target]]`. `docfx`: `~/x` and `xref:uid`. The last two are read and never changed. `mkdocs`:
 * `{ #id }` behind anything. `vuepress`: `[[toc]]` is no link. `docusaurus`: comments of MDX.
 */
export type ToolSyntax = 'logseq' | 'hugo' | 'dendron' | 'docfx' | 'mkdocs' | 'vuepress' | 'docusaurus'

/** All tools, in the order in which they apply. A path that no step of links.md finds is looked up as a tool would. */
export const toolDialects: Readonly<Record<ToolName, ToolDialect>> = {
  logseq: { title: 'Logseq', markers: ['logseq/config.edn'], pages: true, syntax: 'logseq' },
  dendron: { title: 'Dendron', markers: ['dendron.yml'], syntax: 'dendron' },
  mkdocs: {
    title: 'MkDocs',
    markers: ['mkdocs.yml', 'mkdocs.yaml'],
    admonitions: true,
    menus: ['mkdocs.yml', 'mkdocs.yaml'],
    site: { root: 'docs', named: /^docs_dir:[ \t]*["']?([^"'#\r\n]+)/m },
    syntax: 'mkdocs',
  },
  hugo: {
    title: 'Hugo',
    markers: ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config.toml', 'config.yaml'],
    beside: 'content',
    assets: ['static', 'assets'],
    generated: /^\/(?:tags|categories)(?:\/|$)/,
    menus: ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config.toml', 'config.yaml'],
    site: { root: 'content', named: /^contentDir[ \t]*[=:][ \t]*["']?([^"'#\r\n]+)/im },
    syntax: 'hugo',
  },
  mdbook: {
    title: 'mdBook',
    markers: ['book.toml'],
    site: { root: 'src', named: /^src[ \t]*=[ \t]*["']([^"'\r\n]+)/m },
  },
  vuepress: {
    title: 'VuePress',
    markers: ['.vuepress/config.js', '.vuepress/config.ts'],
    site: { root: '' },
    assets: ['.vuepress/public'],
    syntax: 'vuepress',
    menus: ['.vuepress/config.js', '.vuepress/config.ts'],
  },
  docusaurus: {
    title: 'Docusaurus',
    markers: ['docusaurus.config.js', 'docusaurus.config.ts', 'docusaurus.config.mjs'],
    site: { root: 'docs' },
    assets: ['static'],
    rootMark: '@site/',
    syntax: 'docusaurus',
    generated: /^\/(?:blog|search)\/?$|^\/(?:blog|docs)\/(?:tags|archive|page|authors|category)(?:\/|$)/,
    menus: ['sidebars.js', 'sidebars.ts', 'docusaurus.config.js', 'docusaurus.config.ts', 'docusaurus.config.mjs'],
  },
  docfx: { title: 'DocFX', markers: ['docfx.json'], menus: ['docfx.json', 'toc.yml'], syntax: 'docfx' },
}

/** The folder of the journals of Logseq, and the patterns of Joda that name their files and their pages. */
export interface JournalNames {
  readonly folder: string
  readonly file: string
  readonly title: string
}

/** The tools that apply to a vault, put together; survives JSON. */
export interface VaultDialects {
  readonly tools: readonly ToolName[]
  readonly admonitions: boolean
  /** The folders in which paths of a site start, from the root, without slashes at their ends. */
  readonly sites: readonly string[]
  /** The folders, those among them, in which `/x` may be a file of any kind. */
  readonly assets: readonly string[]
  /** What a path from the root of the vault begins with. */
  readonly rootMarks: readonly string[]
  readonly pages: boolean
  /** How the journals of Logseq are called. */
  readonly journals?: JournalNames
  /** Syntax of the tools' own. */
  readonly syntax: readonly ToolSyntax[]
}

/** Whether a word names a tool. */
export function isToolName(word: string): word is ToolName {
  return Object.hasOwn(toolDialects, word)
}
