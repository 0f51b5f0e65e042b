import type { Config, Severity } from '../../core/model/config.ts'

/** One key of the configuration. */
export interface Setting {
  /** What a value should be, as in "must be …". */
  readonly wants: string
  /** The part of the configuration that a value makes; undefined for a wrong one. */
  readonly read: (value: unknown) => Partial<Config> | undefined
}

/** The keys of the configuration; those with a dot lie in a section. */
export const settings: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  [
    'ignore',
    {
      wants: 'a list of patterns, such as [drafts/]',
      read: (value) => (isTexts(value) ? { ignore: value } : undefined),
    },
  ],
  [
    'check.rules',
    {
      wants: 'codes of problems with error, warning, info or off, such as {orphan: off}',
      read: (value) => (isRules(value) ? { rules: value } : undefined),
    },
  ],
  [
    'check.ignore',
    {
      wants: 'a list of patterns, such as [archive/]',
      read: (value) => (isTexts(value) ? { checkIgnore: value } : undefined),
    },
  ],
  [
    'search.synonyms',
    {
      wants: 'a list of lists of words, such as [[car, automobile]]',
      read: (value) => (Array.isArray(value) && value.every(isTexts) ? { synonyms: value } : undefined),
    },
  ],
  [
    'mcp.exclude',
    {
      wants: 'a list of patterns, such as [diary/]',
      read: (value) => (isTexts(value) ? { mcpExclude: value } : undefined),
    },
  ],
  [
    'theme.name',
    {
      wants: 'the name of a theme, such as dark',
      read: (value) => (typeof value === 'string' ? { theme: value } : undefined),
    },
  ],
  [
    'theme.colors',
    {
      wants: 'colours by name, such as {title: "#ff8800"}',
      read: (value) => (isTextRecord(value) ? { themeColors: value } : undefined),
    },
  ],
  [
    'math.macros',
    {
      wants: "commands of mathematics and what they stand for, such as {R: '\\mathbb{R}'}",
      read: (value) => (isTextRecord(value) ? { mathMacros: value } : undefined),
    },
  ],
  [
    'cache',
    {
      wants: 'user, vault or off',
      read: (value) => (value === 'user' || value === 'vault' || value === 'off' ? { cache: value } : undefined),
    },
  ],
  [
    'history',
    {
      wants: 'how many changes can be undone, a whole number such as 200',
      read: (value) => (isCount(value) ? { history: value } : undefined),
    },
  ],
  [
    'publish.exclude',
    {
      wants: 'a list of patterns, such as [journal/]',
      read: (value) => (isTexts(value) ? { publishExclude: value } : undefined),
    },
  ],
  [
    'publish.title',
    {
      wants: 'the name of the site, such as Working notes',
      read: (value) => (typeof value === 'string' ? { publishTitle: value } : undefined),
    },
  ],
  [
    'publish.base',
    {
      wants: 'the address of the site, such as https://example.org/notes/',
      read: (value) => (isWebAddress(value) ? { publishBase: value } : undefined),
    },
  ],
  [
    'publish.introduction',
    {
      wants: 'markdown, such as These are my notes.',
      read: (value) => (typeof value === 'string' ? { publishIntroduction: value } : undefined),
    },
  ],
  [
    'publish.language',
    {
      wants: 'a language tag, such as en',
      read: (value) =>
        typeof value === 'string' && /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/.test(value)
          ? { publishLanguage: value }
          : undefined,
    },
  ],
  [
    'publish.colors',
    {
      wants: 'colours by name, such as {red: "#a3164c", dark-red: "#ff8fae"}',
      read: (value) => (isColors(value) ? { publishColors: value } : undefined),
    },
  ],
  ['editor', { wants: 'a command line', read: (value) => (typeof value === 'string' ? { editor: value } : undefined) }],
  ['pager', { wants: 'a command line', read: (value) => (typeof value === 'string' ? { pager: value } : undefined) }],
])

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isTextRecord(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((item) => typeof item === 'string')
  )
}

function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/[^\s/]+/.test(value)
}

function isColors(value: unknown): value is Readonly<Record<string, string>> {
  return (
    isTextRecord(value) &&
    Object.entries(value).every(
      ([name, color]) => /^(?:dark-)?[a-z]+\d?$/.test(name) && /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(color),
    )
  )
}

function isRules(value: unknown): value is Readonly<Record<string, Severity | 'off'>> {
  return (
    isTextRecord(value) &&
    Object.values(value).every((severity) => ['error', 'warning', 'info', 'off'].includes(severity))
  )
}
