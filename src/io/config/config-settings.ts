import { isToolName, toolDialects } from '../../core/model/tool-dialect.ts'
import {
  choice,
  colors,
  commandLine,
  commandLines,
  count,
  linkForm,
  matching,
  patterns,
  ruleSeverities,
  savedViews,
  setting,
  type Setting,
  synonyms,
  text,
  textOrNone,
  textsByName,
} from './setting-kinds.ts'
import { writingSettings } from './writing-settings.ts'

export type { Setting } from './setting-kinds.ts'

/** The keys of the configuration; those with a dot are in a section. */
export const settings: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  [
    'ignore',
    setting(
      {
        about: 'Files that are no notes, in the syntax of .gitignore.',
        example: '[drafts/, "*.tmp.md"]',
        initial: '[]',
      },
      patterns('[drafts/]'),
      (ignore) => ({ ignore }),
    ),
  ],
  [
    'check.rules',
    setting(
      {
        about: 'How serious a problem is, by its code; off for what is none here.',
        example: '{orphan: off}',
        initial: '{}',
      },
      ruleSeverities,
      (value) => ({ rules: value }),
    ),
  ],
  [
    'check.ignore',
    setting(
      {
        about: 'Notes that wend check does not report, in the syntax of .gitignore.',
        example: '[archive/]',
        initial: '[]',
      },
      patterns('[archive/]'),
      (checkIgnore) => ({ checkIgnore }),
    ),
  ],
  [
    'links.dialect',
    {
      about: 'The tools whose ways of writing links are read; chosen by a file in the root where this is not set.',
      wants: `a tool, a list of tools or none, of ${Object.keys(toolDialects).join(', ')}`,
      example: 'mkdocs',
      schema: {
        anyOf: [
          { enum: ['none', ...Object.keys(toolDialects)] },
          { type: 'array', items: { enum: Object.keys(toolDialects) } },
        ],
      },
      read: (value) => {
        const names: unknown = value === 'none' ? [] : typeof value === 'string' ? [value] : value
        return Array.isArray(names) && names.every((name) => typeof name === 'string' && isToolName(name))
          ? { dialects: names }
          : undefined
      },
    },
  ],
  [
    'links.style',
    setting(
      {
        about: 'How new links are written: by title, file name, shortest path, or in markdown; without it as most are.',
        example: 'title',
      },
      linkForm,
      (form) => ({ linkForm: form === 'shortest path' ? 'shortest-path' : form }),
    ),
  ],
  [
    'search.synonyms',
    setting(
      { about: 'Words that mean the same to search.', example: '[[car, automobile]]', initial: '[]' },
      synonyms,
      (value) => ({ synonyms: value }),
    ),
  ],
  [
    'mcp.exclude',
    setting(
      { about: 'Notes that agents never see, in the syntax of .gitignore.', example: '[diary/]', initial: '[]' },
      patterns('[diary/]'),
      (mcpExclude) => ({ mcpExclude }),
    ),
  ],
  [
    'theme.name',
    setting(
      { about: 'The colours of the terminal; without it, those that fit its background.', example: 'dark' },
      text('the name of a theme, such as dark'),
      (theme) => ({ theme }),
    ),
  ],
  [
    'theme.colors',
    setting(
      { about: 'Colours that differ from the theme.', example: '{title: "#ff8800"}', initial: '{}' },
      textsByName('colours by name, such as {title: "#ff8800"}'),
      (themeColors) => ({ themeColors }),
    ),
  ],
  [
    'math.macros',
    setting(
      {
        about: 'Commands of mathematics and what they stand for.',
        example: "{R: '\\mathbb{R}'}",
        initial: '{}',
      },
      textsByName("commands of mathematics and what they stand for, such as {R: '\\mathbb{R}'}", {
        name: /^\\?(?:[A-Za-z]+\*?|[^A-Za-z\s\\])$/,
      }),
      (mathMacros) => ({ mathMacros }),
    ),
  ],
  [
    'pictures',
    setting(
      {
        about: 'Pictures in the terminal: as it can draw them, as half blocks, or only their names.',
        example: 'off',
        initial: 'auto',
      },
      choice('auto', 'blocks', 'off'),
      (pictures) => ({ pictures }),
    ),
  ],
  [
    'cache',
    setting(
      {
        about: 'Where the index of the notes is kept: your cache folder, the vault, or nowhere.',
        example: 'off',
        initial: 'user',
      },
      choice('user', 'vault', 'off'),
      (cache) => ({ cache }),
    ),
  ],
  [
    'history',
    setting(
      { about: 'How many changes can be undone.', example: '1000', initial: '200' },
      count('how many changes can be undone, a whole number such as 200'),
      (history) => ({ history }),
    ),
  ],
  [
    'editor',
    setting(
      {
        about: 'The command line of the editor, after $VISUAL and $EDITOR.',
        example: 'nvim',
        owner: 'user',
        environment: { before: ['VISUAL', 'EDITOR'] },
      },
      commandLine,
      (editor) => ({ editor }),
    ),
  ],
  [
    'pager',
    setting(
      {
        about: 'The command line of the pager, after $WEND_PAGER and before $PAGER.',
        example: 'less -FRX',
        owner: 'user',
        environment: { before: ['WEND_PAGER'], after: ['PAGER'] },
      },
      textOrNone('a command line'),
      (pager) => ({ pager }),
    ),
  ],
  [
    'vaults',
    setting(
      {
        about: 'Folders of notes by name, for wend -C NAME.',
        example: '{work: ~/work/notes}',
        initial: '{}',
        owner: 'user',
      },
      textsByName('folders by name, such as {work: ~/work/notes}', { name: /^[^\s/\\.~-][^/\\]*$/, value: /\S/ }),
      (vaults) => ({ vaults }),
    ),
  ],
  [
    'aliases',
    setting(
      {
        about:
          'Commands of your own by name; one that begins with ! is a line for the shell, with what follows as its arguments: at its end, or where it says $1 or $@ itself.',
        example: '{inbox: list --tag inbox, count: "!wend list --format paths | wc -l"}',
        initial: '{}',
        owner: 'user',
      },
      commandLines,
      (aliases) => ({ aliases }),
    ),
  ],
  [
    'list.oneline',
    setting(
      {
        about: 'When wend list prints one line a note without --oneline; piped is where it goes to no terminal.',
        example: 'piped',
        initial: 'never',
        owner: 'user',
      },
      choice('always', 'piped', 'never'),
      (listOneline) => ({ listOneline }),
    ),
  ],
  [
    'views',
    setting(
      {
        about: 'Options of wend list by name, for wend list @NAME.',
        example: '{recent: --sort modified -n 10}',
        initial: '{}',
      },
      savedViews,
      (value) => ({ views: value }),
    ),
  ],
  [
    'publish.exclude',
    setting(
      { about: 'Notes that are not published, in the syntax of .gitignore.', example: '[journal/]', initial: '[]' },
      patterns('[journal/]'),
      (publishExclude) => ({ publishExclude }),
    ),
  ],
  [
    'publish.title',
    setting(
      { about: 'The name of the published site.', example: 'Working notes' },
      text('the name of the site, such as Working notes'),
      (publishTitle) => ({ publishTitle }),
    ),
  ],
  [
    'publish.base',
    setting(
      { about: 'The address of the published site.', example: 'https://example.org/notes/' },
      matching('the address of the site, such as https://example.org/notes/', /^https?:\/\/[^\s/]+/),
      (publishBase) => ({ publishBase }),
    ),
  ],
  [
    'publish.introduction',
    setting(
      { about: 'What the first page of the published site begins with.', example: 'These are my notes.' },
      textOrNone('markdown, such as These are my notes.'),
      (publishIntroduction) => ({ publishIntroduction }),
    ),
  ],
  [
    'publish.language',
    setting(
      { about: 'The language of the published site.', example: 'en' },
      matching('a language tag, such as en', /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/),
      (publishLanguage) => ({ publishLanguage }),
    ),
  ],
  [
    'publish.colors',
    setting(
      { about: 'Colours of the published site.', example: '{red: "#a3164c", dark-red: "#ff8fae"}', initial: '{}' },
      colors,
      (publishColors) => ({ publishColors }),
    ),
  ],
  ...writingSettings,
])
