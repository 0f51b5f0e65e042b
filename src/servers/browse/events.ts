import type { NotePath } from '../../core/model/note-path.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { BrowseState, Hit, PanelItem, RenderedNote, Size } from './model.ts'

/** Keys with a name; characters come as text. */
export type KeyName =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'home'
  | 'end'
  | 'enter'
  | 'escape'
  | 'tab'
  | 'shift-tab'
  | 'backspace'
  | 'delete'
  | 'ctrl-c'
  | 'ctrl-d'
  | 'ctrl-l'
  | 'ctrl-u'
  | 'ctrl-w'
  | 'ctrl-z'

/** Input from a person. Columns and rows count from 0. */
export type InputEvent =
  | { readonly type: 'key'; readonly key: KeyName }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'paste'; readonly text: string }
  | {
      readonly type: 'mouse'
      readonly action: 'press' | 'move' | 'wheel-up' | 'wheel-down'
      readonly column: number
      readonly row: number
    }

/** An event for the reader. */
export type BrowseEvent =
  | InputEvent
  | { readonly type: 'resize'; readonly size: Size }
  | { readonly type: 'rendered'; readonly note: RenderedNote }
  | {
      readonly type: 'hits'
      readonly query: string
      readonly isExact?: boolean
      readonly hits: readonly Hit[]
      readonly said?: string
    }
  | { readonly type: 'backlinks'; readonly path: NotePath; readonly items: readonly PanelItem[] }
  | { readonly type: 'open'; readonly path: NotePath }
  /** The path of a note changed. */
  | { readonly type: 'moved'; readonly from: NotePath; readonly to: NotePath }
  /** The vault as it is now; `behind` when it changed while the person did something else. */
  | { readonly type: 'vault'; readonly vault: Vault; readonly behind?: boolean }
  | { readonly type: 'message'; readonly text: string }

/** The place that is being read: its text, and the lines of the file [first, last) that contain it, from 1. */
export interface ReadPlace {
  readonly first?: number
  readonly last?: number
  readonly words: string
}

/** What the reader asks the outside to do. */
export type Effect =
  | { readonly kind: 'render'; readonly path: NotePath; readonly width: number }
  | { readonly kind: 'search'; readonly query: string; readonly isExact: boolean }
  /** A search is about to be typed. */
  | { readonly kind: 'prepare-search' }
  | { readonly kind: 'backlinks'; readonly path: NotePath }
  | { readonly kind: 'random' }
  | { readonly kind: 'reload' }
  | { readonly kind: 'edit'; readonly path: NotePath; readonly place: ReadPlace }
  /** A new note with a title or, when that is empty, for a broken link. */
  | { readonly kind: 'create'; readonly title: string }
  | { readonly kind: 'rename'; readonly path: NotePath; readonly name: string }
  | { readonly kind: 'remove'; readonly path: NotePath }
  | { readonly kind: 'undo' }
  | { readonly kind: 'open-address'; readonly address: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'save' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'repaint' }
  | { readonly kind: 'quit'; readonly interrupted: boolean }

/** The next state, and the effects to run. */
export interface Step {
  readonly state: BrowseState
  readonly effects: readonly Effect[]
}
