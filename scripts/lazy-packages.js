// Modules whose top level is slow although few runs need them: an esbuild plugin puts off their evaluation to the first call.
const root = new URL('..', import.meta.url).pathname

/** The module, who imports it, and the function that it exports, or the property of what it exports. */
const lazy = [
  // 38 ms for three regular expressions over Unicode properties; only text beyond the common alphabets needs them.
  { path: /^string-width$/, importer: /[\\/]src[\\/]/, file: 'string-width', name: 'default' },
  // 4 ms with the module for terminals behind it; asked only where there is one.
  { path: /^supports-hyperlinks$/, importer: /[\\/]src[\\/]/, file: 'supports-hyperlinks', property: 'stdout' },
  // 3 ms for its tables of names; few notes write emoji as words.
  { path: /^node-emoji$/, importer: /[\\/]node_modules[\\/]marked-terminal[\\/]/, file: 'node-emoji', name: 'get' },
  // The parser and the YAML reader behind it: with an index cache most runs parse nothing.
  {
    path: /\/parse\/parse-note\.ts$/,
    importer: /src[\\/](?:io|commands|core[\\/]plan)[\\/].*\.ts$/,
    file: './src/core/parse/parse-note.ts',
    name: 'parseNote',
  },
  // gray-matter and yaml, 20 ms: most front matter is read without them.
  {
    path: /front-matter\/full-yaml\.ts$/,
    importer: /core[\\/]parse[\\/]front-matter\.ts$/,
    file: './src/core/parse/front-matter/full-yaml.ts',
    name: 'readFullYaml',
  },
  // The blocks of a note, for an anchor that names one.
  {
    path: /\/read-document\.ts$/,
    importer: /core[\\/](?:query[\\/]note[\\/]section-of|parse[\\/]document-reader)\.ts$/,
    file: './src/core/parse/read-document.ts',
    name: 'readDocument',
  },
  // What only vaults of other tools have.
  {
    path: /dialects\/tool-grammars\.ts$/,
    importer: /core[\\/]parse[\\/]inlines[\\/]grammar\.ts$/,
    file: './src/core/parse/dialects/tool-grammars.ts',
    name: 'toolGrammarsOf',
  },
  {
    path: /dialects\/tool-links\.ts$/,
    importer: /core[\\/]parse[\\/]scan-markdown\.ts$/,
    file: './src/core/parse/dialects/tool-links.ts',
    name: 'withToolSyntax',
  },
  {
    path: /dialects\/logseq\.ts$/,
    importer: /core[\\/]parse[\\/]scan-markdown\.ts$/,
    file: './src/core/parse/dialects/logseq.ts',
    name: 'pagePropertiesEnd',
  },
  {
    path: /\/admonitions\.ts$/,
    importer: /core[\\/]parse[\\/]blocks[\\/]block-scanner\.ts$/,
    file: './src/core/parse/blocks/admonitions.ts',
    name: 'admonitionsOf',
  },
  {
    path: /dialects\/logseq-title\.ts$/,
    importer: /core[\\/]parse[\\/]parse-note\.ts$/,
    file: './src/core/parse/dialects/logseq-title.ts',
    name: 'logseqTitle',
  },
  {
    path: /\/logseq-names\.ts$/,
    importer: /core[\\/]vault[\\/]find-wiki-target\.ts$/,
    file: './src/core/vault/logseq-names.ts',
    name: 'logseqNames',
  },
  {
    path: /front-matter\/json\.ts$/,
    importer: /core[\\/]parse[\\/]front-matter\.ts$/,
    file: './src/core/parse/front-matter/json.ts',
    name: 'readJson',
  },
  {
    path: /\/json\.ts$/,
    importer: /core[\\/]parse[\\/]front-matter[\\/]split\.ts$/,
    file: './src/core/parse/front-matter/json.ts',
    name: 'splitJson',
  },
  // What `--where` and `--tag` say.
  {
    path: /\/parse-expression\.ts$/,
    importer: /[\\/](?:query[\\/]lists|commands[\\/]list)[\\/][\w-]+\.ts$/,
    file: './src/core/search/expression/parse-expression.ts',
    name: 'parseExpression',
  },
  // What is not of one column a character: emoji, Chinese, Japanese.
  { path: /\/wrap-wide\.ts$/, importer: /view[\\/]wrap-text\.ts$/, file: './src/view/wrap-wide.ts', name: 'wrapWide' },
  // Lines of several styles are broken only where they are wider than the terminal.
  {
    path: /\/wrap-runs\.ts$/,
    importer: /view[\\/]text[\\/](?:wrap-styled|links-text)\.ts$/,
    file: './src/view/render/runs/wrap-runs.ts',
    name: 'wrapRuns',
  },
  {
    path: /\/paint-lines\.ts$/,
    importer: /view[\\/]text[\\/]links-text\.ts$/,
    file: './src/view/render/runs/paint-lines.ts',
    name: 'paintLine',
  },
  // Formats and texts of single commands, which few runs write.
  ...[
    ['formats', 'sarif'],
    ['formats', 'junit'],
    ['formats', 'github'],
    ['formats', 'context'],
    ['text', 'graph-text'],
    ['text', 'trail-text'],
    ['text', 'changes-text'],
  ].map(([room, file]) => ({
    path: new RegExp(`/${file}\\.ts$`),
    importer: /[\\/]view[\\/](?:text[\\/])?(?:format-report|report-text)\.ts$/,
    file: `./src/view/${room}/${file}.ts`,
    name: file.replace('-text', 'Text'),
  })),
]

// commander loads it for subcommands that are programs of their own, which wend has none of.
const unusedProgram = { path: /^node:child_process$/, importer: /[\\/]node_modules[\\/]commander[\\/]/ }

// js-yaml, behind gray-matter, loads a parser of JavaScript (20 ms) for a type of value that wend does not allow.
const unusedType = /[\\/]js-yaml[\\/]type[\\/]js[\\/]function\.js$/

/** The files behind the lazy modules, as entry points of a build that splits its output; `lazyPackages` asks for them by these names. */
export const lazyEntries = lazy.map(({ file }, order) => ({ in: file, out: `lazy-${order}` }))

/** The esbuild plugin; in a build that splits its output (`split`) the lazy modules are files of their own. */
export const lazyPackages = ({ split = false } = {}) => ({
  name: 'lazy-packages',
  setup(build) {
    const matches = (one, { path, importer }) => one.path.test(path) && one.importer.test(importer)
    build.onResolve({ filter: /.*/ }, (asked) => {
      if (asked.namespace !== 'file') return undefined
      if (matches(unusedProgram, asked)) return { path: 'none', namespace: 'lazy' }
      const at = lazy.findIndex((one) => matches(one, asked))
      return at < 0 ? undefined : { path: String(at), namespace: 'lazy' }
    })
    if (split) build.onResolve({ filter: /^\.\/lazy-\d+\.js$/ }, ({ path }) => ({ path, external: true }))
    build.onLoad({ filter: unusedType }, () => ({
      contents:
        "module.exports = new (require('../../type'))('tag:yaml.org,2002:js/function', { kind: 'scalar', resolve: () => false })",
    }))
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents:
        path === 'none' ? 'module.exports = {}' : stub(lazy[path], split ? `./lazy-${path}.js` : lazy[path].file),
      resolveDir: root,
    }))
  },
})

function stub({ name, property }, file) {
  if (property !== undefined)
    return `let load; export default { get ${property}() { return (load ??= require('${file}').default).${property} } }`
  const exported = name === 'default' ? 'default' : `const ${name} =`
  return `let load; export ${exported} (...call) => (load ??= require('${file}').${name})(...call)`
}
