import type { BrowseEvent, Effect } from './events.ts'
import type { BrowseState } from './model.ts'
import type { Outside, Reader } from './outside.ts'
import { performEffect } from './perform-effect.ts'
import { paintScreen } from './view/paint-screen.ts'
import { patienceFor, readInput } from './read-input.ts'
import { update } from './update/state.ts'
import { drawScreen, type Screen } from './view/view.ts'

/** Connects the pure reader to its terminal: input becomes events, states are drawn as screens, effects run after the screen was drawn. */
export class BrowseSession implements Reader {
  #state: BrowseState
  #shown: Screen | undefined
  #rest = ''
  #escape: NodeJS.Timeout | undefined
  readonly #outside: Outside

  constructor(state: BrowseState, outside: Outside) {
    this.#state = state
    this.#outside = outside
  }

  get state(): BrowseState {
    return this.#state
  }

  /** Draws the first screen, then runs the first effects. */
  start(effects: readonly Effect[]): void {
    this.#guarded(() => this.#show(effects))
  }

  /** Handles input from the terminal. */
  feed(text: string): void {
    clearTimeout(this.#escape)
    const read = readInput(this.#rest + text)
    this.#rest = read.rest
    this.#take(read.events)
    const patience = patienceFor(this.#rest)
    if (this.#rest !== '' && patience < Infinity) this.#escape = setTimeout(() => this.#endEscape(), patience)
  }

  /** Passes an event to the reader. */
  dispatch(event: BrowseEvent): void {
    this.#take([event])
  }

  /** Redraws the whole screen in its present size. */
  redraw(): void {
    this.#shown = undefined
    this.#take([{ type: 'resize', size: this.#outside.screen.size() }])
  }

  /** Handles all events, then draws one screen, then runs the effects, so that keys typed ahead cost only one drawing. */
  #take(events: readonly BrowseEvent[]): void {
    this.#guarded(() => {
      const effects: Effect[] = []
      const before = this.#state
      for (const event of events) {
        const step = update(this.#state, event)
        this.#state = step.state
        effects.push(...step.effects)
      }
      // Mouse movements that change nothing are not drawn.
      if (this.#state !== before || effects.length > 0 || this.#shown === undefined) this.#show(effects)
    })
  }

  #show(effects: readonly Effect[]): void {
    if (effects.some(({ kind }) => kind === 'repaint')) this.#shown = undefined
    const { screen, style } = this.#outside
    const drawn = drawScreen(this.#state, style)
    screen.write(paintScreen(drawn, this.#shown))
    this.#shown = drawn
    for (const effect of effects) performEffect(effect, this, this.#outside)
  }

  #endEscape(): void {
    const lone = this.#rest === '\u001b'
    this.#rest = ''
    if (lone) this.#take([{ type: 'key', key: 'escape' }])
  }

  /** An error ends the reader and restores the terminal, instead of ending the process in full-screen mode. */
  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      clearTimeout(this.#escape)
      this.#outside.fail(error)
    }
  }
}
