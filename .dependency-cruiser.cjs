/** Who may import whom; each rule says why. `npm run imports` checks it, and a planted violation shows that it bites. */
const core = '^src/core'
const heavy = {
  marked: 'src/view/(?:render|html)',
  'marked-terminal': 'src/view/render',
  'fuse.js': 'src/core/query',
  chalk: 'src/io/terminal/paint-look.ts',
  'gray-matter': 'src/core/parse',
  katex: 'src/view/math',
  'sanitize-html': 'src/view/html',
  'd3-force': 'src/core/publish',
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'a cycle has no first file to read; types and lazy imports do not count',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'the core is a function of its input',
      from: { path: core },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-only-core',
      severity: 'error',
      comment: 'the core does not know who shows or stores it',
      from: { path: core },
      to: { path: '^src/(?!core)' },
    },
    {
      name: 'model-imports-nothing',
      severity: 'error',
      comment: 'the words of the domain stand alone',
      from: { path: '^src/core/model' },
      to: { pathNot: '^src/core/model' },
    },
    {
      name: 'parse-knows-model',
      severity: 'error',
      comment: 'parsing is text in, note out',
      from: { path: '^src/core/parse' },
      to: { path: '^src/core/(?!model|parse)' },
    },
    {
      name: 'vault-knows-model',
      severity: 'error',
      comment: 'resolution needs notes, not their text',
      from: { path: '^src/core/vault' },
      to: { path: '^src/core/(?!model|vault)' },
    },
    {
      name: 'query-knows-vault',
      severity: 'error',
      comment: 'questions do not plan changes or check',
      from: { path: '^src/core/(query|search)' },
      to: { path: '^src/core/(checks|plan)' },
    },
    {
      name: 'view-is-pure',
      severity: 'error',
      comment: 'a view is a function of a report',
      from: { path: '^src/view' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'view-knows-model',
      severity: 'error',
      comment: 'views show reports and know nothing of how they were made',
      from: { path: '^src/view' },
      to: { path: '^src/(?!view|core/model|core/parse)' },
    },
    {
      name: 'io-knows-core',
      severity: 'error',
      comment: 'the outside serves the core, not commands or views',
      from: { path: '^src/io' },
      to: { path: '^src/(?!io|core)' },
    },
    {
      name: 'commands-know-no-cli',
      severity: 'error',
      comment: 'a command returns an outcome; the cli prints it',
      from: { path: '^src/(commands|servers)' },
      to: { path: '^src/(cli|main)' },
    },
    {
      name: 'commander-in-cli',
      severity: 'error',
      comment: 'commander has one home',
      from: { path: '^src', pathNot: '^src/(cli|commands)' },
      to: { path: 'node_modules/commander' },
    },
    ...Object.entries(heavy).map(([name, home]) => ({
      name: `home-of-${name}`,
      severity: 'error',
      comment: `${name} has one home, which guards it`,
      from: { path: '^src', pathNot: `^${home}` },
      to: { path: `node_modules/${name}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
