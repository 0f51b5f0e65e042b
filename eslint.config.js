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
    // Tables with a row for each thing, a class or a union that is one thing.
    files: [
      'src/commands/registry.ts',
      'src/core/model/report.ts',
      'src/io/config/config-settings.ts',
      'src/servers/mcp/write-tools.ts',
      'src/web-client/map/note-map.ts',
    ],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Functions that list: the ports of a context, the cases of a union, the parts of a page, the handlers of a terminal or a pointer.
    files: [
      'src/cli/{context,vault/vault-access}.ts',
      'src/commands/completion/values.ts',
      'src/io/live/question-thread.ts',
      'src/io/terminal/full-screen.ts',
      'src/servers/browse/run-browse.ts',
      'src/view/failure-message.ts',
      'src/web-client/{find/page-index,map/pointers}.ts',
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
