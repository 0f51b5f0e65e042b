import type { Context, LiveTerminal } from '../../commands/command.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { BrowseState } from './model.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { openFullScreen } from '../../io/terminal/full-screen.ts'
import { loadFormulas } from '../../view/render/load-engines.ts'
import { shownLine, shownTold, type WriteFormula } from '../../view/shown-line.ts'
import { BrowseSession } from './browse-session.ts'
import type { BrowseEnd } from './outside.ts'
import { readPlace } from './saved-place.ts'
import { openSearcher } from './searcher.ts'
import { begin } from './update/state.ts'
import { takeVault } from './take-vault.ts'

/** What the reader starts with. */
export interface BrowseRequest {
  readonly context: Context
  readonly terminal: LiveTerminal
  /** The note to open; by default the one that was open last. */
  readonly note?: NotePath
}

/** Runs the reader on the terminal until the person quits; the terminal is given back however it ends. */
export async function runBrowse({ context, terminal, note }: BrowseRequest): Promise<BrowseEnd> {
  const [vault, place, style, { linkForm }] = await Promise.all([
    context.vault(),
    context.readState('browse').then(readPlace),
    context.style('ask'),
    context.config(),
  ])
  const shown = await lineWriter(context, vault)
  return new Promise<BrowseEnd>((resolve, reject) => {
    const searcher = openSearcher(context)
    let closed = false
    let watch: { readonly close: () => void } | undefined
    const finish = (end: () => void): void => {
      closed = true
      watch?.close()
      searcher.close()
      screen.close()
      end()
    }
    const screen = openFullScreen(terminal.stdin, terminal.stdout, {
      input: (text) => session.feed(text),
      resize: () => session.redraw(),
      resume: () => session.redraw(),
      hangUp: () => finish(() => resolve('quit')),
    })
    const beginning = { ...place, shown, linkForm, ...(note === undefined ? {} : { note }) }
    const first = begin(vault, screen.size(), beginning)
    const session = new BrowseSession(first.state, {
      context,
      screen,
      searcher,
      style,
      end: (end) => finish(() => resolve(end)),
      fail: (error) => finish(() => reject(error)),
    })
    session.start(first.effects)
    const renew = (now: Vault): void => takeVault(now, session, { searcher }, true)
    context.watchVault(vault, renew).then(
      (watching) => {
        watch = watching
        if (closed) watching.close()
      },
      (error: unknown) => finish(() => reject(error)),
    )
  })
}

/** How many titles are checked for formulas before the first screen. */
const lookedAt = 3000

/**
 * Converts titles, summaries and lines to the text shown. The formula renderer takes long to load: it is loaded before the first screen
 * when a title has a formula, otherwise at the first formula, which is shown as source until then.
 */
async function lineWriter(context: Context, vault: Vault): Promise<NonNullable<BrowseState['shown']>> {
  const needsFormulas = vault.notes.slice(0, lookedAt).some(({ title }) => title.includes('$'))
  const load = async (): Promise<WriteFormula> => {
    const { inlineMath, macros } = await loadFormulas((await context.config()).mathMacros)
    return (tex) => inlineMath(tex, macros)
  }
  let write = needsFormulas ? await load() : undefined
  let isAsked = needsFormulas
  const writeOrLoad: WriteFormula = (tex) => {
    if (!isAsked) {
      isAsked = true
      void load().then((loaded) => (write = loaded))
    }
    return write?.(tex)
  }
  return (text, isMarkdown) => (isMarkdown === true ? shownLine : shownTold)(text, writeOrLoad)
}
