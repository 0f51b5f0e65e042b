import type { ToolName } from './tool-dialect.ts'

/** How serious a problem is; `off` switches its rule off. */
export type Severity = 'error' | 'warning' | 'info'

/** How new links are written: `[[Title]]`, `[[file name]]`, `[[shortest path]]` or `[Title](path.md)`. */
export type LinkForm = 'title' | 'name' | 'shortest-path' | 'markdown'

/** What a vault's `.wend/config.yml` and the user's own file may set; flags and environment win over both. */
export interface Config {
  /** Patterns in the syntax of .gitignore of files that are not notes. */
  readonly ignore: readonly string[]
  /** Severity by problem code. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  /** Patterns of notes that `check` does not report. */
  readonly checkIgnore: readonly string[]
  /** The tools by whose ways links are read, whatever lies in the root. */
  readonly dialects?: readonly ToolName[]
  /** How new links are written; as most links of the vault are where absent. */
  readonly linkForm?: LinkForm
  /** Groups of words that mean the same to `search`. */
  readonly synonyms: readonly (readonly string[])[]
  /** Patterns of notes that agents see nothing of. */
  readonly mcpExclude: readonly string[]
  /** Name of a shipped theme. */
  readonly theme?: string
  /** Colours that differ from the theme, by style name. */
  readonly themeColors: Readonly<Record<string, string>>
  /** What commands of mathematics stand for, by name, as in `\newcommand`. */
  readonly mathMacros: Readonly<Record<string, string>>
  /** Whether pictures are drawn in the terminal: as it can (`auto`), as half blocks, or not. */
  readonly pictures: 'auto' | 'blocks' | 'off'
  /** Where the index cache lives, and whether rendered pages are kept (only with `user`): `user` (XDG cache folder), `vault` (`.wend/cache`) or `off`. */
  readonly cache: 'user' | 'vault' | 'off'
  /** How many changes can be undone. */
  readonly history: number
  /** Patterns of notes that are not published. */
  readonly publishExclude: readonly string[]
  /** What a published site is called, where it stands, what its index page begins with (markdown), and its language (BCP 47). */
  readonly publishTitle?: string
  readonly publishBase?: string
  readonly publishIntroduction?: string
  readonly publishLanguage?: string
  /** Colours of pages that differ from the stylesheet's, by name. */
  readonly publishColors: Readonly<Record<string, string>>
  /** Commands to run; only the user's own file may set them. */
  readonly editor?: string
  readonly pager?: string
  /** Folders of notes by name; a folder may start with `~/`. Only the user's own file may set them. */
  readonly vaults: Readonly<Record<string, string>>
  /** Command lines by name, without `wend`; one that begins with `!` is for the shell. Only the user's own file may set them. */
  readonly aliases: Readonly<Record<string, string>>
  /** When text of `list` has one line a note without being asked: always, or where it goes to no terminal. */
  readonly listOneline?: 'always' | 'piped' | 'never'
  /** Options of `list` by name, for `list @NAME`: a command line or its words. */
  readonly views: Readonly<Record<string, string | readonly string[]>>
  /** Where the notes of days, weeks and months are; `name` is a pattern for dates, without `.md`. Absent parts are the program's own. */
  readonly dailyDir?: string
  readonly dailyName?: string
  readonly dailyTemplate?: string
  readonly weeklyDir?: string
  readonly weeklyName?: string
  readonly weeklyTemplate?: string
  readonly monthlyDir?: string
  readonly monthlyName?: string
  readonly monthlyTemplate?: string
  /** Where `add` puts a line: `daily`, or a note; below which heading; and how the line is written. */
  readonly addTo?: string
  readonly addSection?: string
  readonly addLine?: string
  /** How the file of a new note is named: `slug`, `title`, `id`, or a template; and what happens where one has that name. */
  readonly newName?: string
  readonly newCollision?: 'refuse' | 'number'
  readonly newDir?: string
  readonly newTemplate?: string
  readonly newTemplates?: string
  /** Sorts of notes by name: where they are, their names and templates. */
  readonly groups: Readonly<Record<string, WritingGroup>>
  readonly weekStart?: WeekDay
  /** A name of the IANA time zones; the system's when absent. */
  readonly timeZone?: string
  /** What says when a note was made and changed; the file's time where absent. */
  readonly dates?: DateSource
  /** Whether a note that has `updated` gets it moved by the program's own changes. */
  readonly keepUpdated?: boolean
}

/** What says when a note was changed: the file's time, `updated` in its front matter, or the last commit. */
export type DateSource = 'file' | 'front-matter' | 'git'

/** A day that a week may begin with. */
export type WeekDay = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday'

/** A sort of notes that are made alike. */
export interface WritingGroup {
  /** Folders whose notes belong to it. */
  readonly paths?: readonly string[]
  readonly dir?: string
  readonly name?: string
  readonly template?: string
  /** Values for the template by name. */
  readonly own?: Readonly<Record<string, string>>
}

/** The configuration of a vault that sets nothing. */
export const defaultConfig: Config = {
  ignore: [],
  rules: {},
  checkIgnore: [],
  synonyms: [],
  mcpExclude: [],
  themeColors: {},
  publishExclude: [],
  publishColors: {},
  mathMacros: {},
  pictures: 'auto',
  cache: 'user',
  history: 200,
  vaults: {},
  aliases: {},
  groups: {},
  views: {},
}
