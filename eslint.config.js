import eslint from '@eslint/js'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'test/vaults/', 'notes/', 'editors/*/dist/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.ts'],
    rules: {
      complexity: ['error', { max: 15, variant: 'modified' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-restricted-globals': ['error', 'process'],
    },
  },
  {
    // Longer files, each one thing.
    files: [
      'src/commands/registry.ts', // a table: a row for each command
      'src/core/model/report.ts', // the union of all reports, which is the JSON contract
      'src/io/config/config-settings.ts', // a table: a row for each setting
    ],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Longer functions, each a list whose items share what it holds.
    files: [
      'src/cli/context.ts', // the ports of a context
      'src/cli/vault/vault-access.ts', // the ways to the vault, over one that is read once
      'src/commands/completion/values.ts', // a case for each kind of value that is completed
      'src/io/live/question-thread.ts', // the messages of a thread
      'src/io/terminal/full-screen.ts', // the handlers of a terminal, set and taken off together
      'src/servers/browse/run-browse.ts', // the parts of the reader, wired
      'src/view/failure-message.ts', // a case for each kind of failure
      'src/web-client/find/page-index.ts', // the parts of an index as they come
      'src/web-client/map/pointers.ts', // the handlers of a pointer
    ],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    rules: {
      'no-control-regex': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['src/main.ts', 'src/io/**/*.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-undef': 'off' } },
  {
    files: ['bin/*.js', 'scripts/*.cjs', 'editors/**/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', exports: 'writable' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        Buffer: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
      },
    },
  },
)
