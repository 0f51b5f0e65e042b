import { basename, join } from 'node:path'
import { hidingRules } from '../../core/vault/hiding-rules.ts'
import { IgnoreRules } from '../../core/vault/ignore-rules.ts'
import { fail } from '../../core/model/failure.ts'
import { configuredMacro } from '../../core/parse/math/macros.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { GitHistory } from '../../io/programs/git-history.ts'
import type { SiteInputs } from '../../servers/web/site-inputs.ts'
import type { Options } from '../arguments/options.ts'
import type { Context, OptionSpec } from '../command.ts'

/** Options of both commands that make pages. */
export const siteOptions: readonly OptionSpec[] = [
  { flags: '--title <text>', description: 'what the site is called (default publish.title, else the folder)' },
]

/** The inputs of a site of the vault; `options` are those of the command line, and files of more than `largest` bytes are not read. */
export async function siteInputs(
  context: Context,
  vault: Vault,
  options: Options,
  largest?: number,
): Promise<Omit<SiteInputs, 'formerTopics'>> {
  const [config, { gitHistory }, { readAttachment, isTooLargeToCopy }, { readText }] = await Promise.all([
    context.config(),
    import('../../io/programs/git-history.ts'),
    import('../../io/publish/read-attachment.ts'),
    import('../../io/files/read-text.ts'),
  ])
  const { root } = context.vaultChoice()
  const base = options.text('base') ?? config.publishBase
  const excluded = hidingRules('publish.exclude', config.publishExclude)
  return {
    vault,
    isExcluded: (path) => config.publishExclude.length > 0 && excluded.ignores(path),
    readText: (path) => readText(join(root, path)),
    readBytes: (path) => readAttachment(root, path, largest),
    isTooLarge: (path) => isTooLargeToCopy(root, path),
    history: toldHistory(gitHistory(root), [...config.publishExclude, ...config.ignore]),
    macros: new Map(Object.entries(config.mathMacros).map(([name, body]) => configuredMacro(name, body))),
    synonyms: config.synonyms,
    settings: {
      title: [options.text('title'), config.publishTitle].find(isWritten) ?? titleOf(root),
      ...(base === undefined ? {} : { base: readBase(base) }),
      ...(config.publishIntroduction === undefined ? {} : { introduction: config.publishIntroduction }),
      language: config.publishLanguage ?? 'en',
      colors: config.publishColors,
    },
  }
}

/** Git's history without former paths of notes where they were not public: in hidden folders, and where these rules apply. */
function toldHistory({ dates, formerNames }: GitHistory, rules: readonly string[]): GitHistory {
  const hidden = new IgnoreRules(rules.join('\n'))
  const told = [...formerNames].filter(([former]) => !/(?:^|\/)\./.test(former) && !hidden.ignores(former))
  return { dates, formerNames: new Map(told) }
}

function isWritten(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== ''
}

function titleOf(root: string): string {
  const name = basename(root).replace(/[-_]+/g, ' ').trim()
  return name === '' ? 'Notes' : name.charAt(0).toUpperCase() + name.slice(1)
}

/** The address of a site with its final slash. */
function readBase(base: string): string {
  if (!/^https?:\/\/[^\s/]/i.test(base) || !URL.canParse(base))
    fail({
      kind: 'usage',
      message: `--base takes a web address, not "${base}"`,
      hint: 'such as https://example.org/notes/',
    })
  const { origin, pathname } = new URL(base)
  return origin + (pathname.endsWith('/') ? pathname : `${pathname}/`)
}
