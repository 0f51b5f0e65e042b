import type { BrowseState, LinkGoal, Step } from '../model.ts'
import { goThrough, still } from './open-note.ts'
import { chooseMode, updateList } from './update-list.ts'
import { findAgain, updateNote } from './update-note.ts'
import { graphPanel, keysPanel, outlinePanel, showPanel, updatePanel, closePanel } from './update-panel.ts'
import { openPrompt } from './update-prompt.ts'

type Command = (state: BrowseState) => Step

const commands: Readonly<Record<string, Command>> = {
  '1': (state) => chooseMode(state, 'topics'),
  '2': (state) => chooseMode(state, 'notes'),
  '3': (state) => chooseMode(state, 'linked'),
  j: (state) => press(state, 'down'),
  k: (state) => press(state, 'up'),
  ' ': (state) => press(state, 'page-down'),
  '[': (state) => goThrough(state, -1),
  ']': (state) => goThrough(state, 1),
  s: (state) => openPrompt(state, 'search'),
  '/': (state) => openPrompt(state, state.focus === 'list' ? 'search' : 'find'),
  n: (state) => findAgain(state, 1),
  N: (state) => findAgain(state, -1),
  b: (state) => onNote(state, (path) => ({ state, effects: [{ kind: 'backlinks', path }] })),
  g: (state) => onNote(state, (path) => showPanel(state, graphPanel(state, path))),
  o: (state) => showPanel(state, outlinePanel(state)),
  e: (state) => onNote(state, (path) => ({ state, effects: [{ kind: 'edit', path }] })),
  y: (state) => onNote(state, () => ({ state, effects: [{ kind: 'copy', text: linkText(state) }] })),
  r: (state) => ({ state, effects: [{ kind: 'random' }] }),
  R: (state) => ({ state, effects: [{ kind: 'reload' }] }),
  '?': (state) => showPanel(state, keysPanel()),
  q: (state) => ({ state, effects: [{ kind: 'quit', interrupted: false }] }),
}

/** What a character does outside of the line being typed. */
export function letterCommand(state: BrowseState, character: string): Step {
  const command = Object.hasOwn(commands, character) ? commands[character] : undefined
  if (command === undefined) return still(state)
  const again = state.panel !== undefined && panelOf[character] === state.panel.kind
  if (again) return still(closePanel(state))
  return command(state)
}

/** A key pressed again closes the panel it opened. */
const panelOf: Readonly<Record<string, string>> = { b: 'backlinks', g: 'graph', o: 'outline', '?': 'keys' }

function press(state: BrowseState, key: 'down' | 'up' | 'page-down'): Step {
  if (state.panel !== undefined) return updatePanel(state, state.panel, key) ?? still(state)
  return (state.focus === 'list' ? updateList(state, key) : updateNote(state, key)) ?? still(state)
}

function onNote(state: BrowseState, command: (path: NonNullable<BrowseState['note']>['path']) => Step): Step {
  return state.note === undefined ? still({ ...state, message: 'choose a note first' }) : command(state.note.path)
}

/** The selected link as it is copied; without one, a wikilink to the note on the right. */
function linkText({ note, vault }: BrowseState): string {
  const goal = note?.link === undefined ? undefined : note.rendered?.links[note.link]?.goal
  if (goal !== undefined) return goalText(goal, vault)
  return note === undefined ? '' : wikilink(vault.note(note.path)?.title ?? note.path, undefined)
}

function goalText(goal: LinkGoal, vault: BrowseState['vault']): string {
  switch (goal.kind) {
    case 'note':
      return wikilink(vault.note(goal.path)?.title ?? goal.path, goal.anchor)
    case 'web':
    case 'outside':
      return goal.address
    case 'broken':
      return goal.target
  }
}

function wikilink(title: string, anchor: string | undefined): string {
  return anchor === undefined ? `[[${title}]]` : `[[${title}#${anchor}]]`
}
