import { findButton } from './page/find.ts'
import { keys } from './page/keys.ts'
import { marginNotes } from './page/margin-notes.ts'
import { missing } from './page/missing.ts'
import { noteList } from './page/note-list.ts'
import { outline } from './page/outline.ts'
import { panes } from './page/panes.ts'
import { previews } from './page/previews.ts'
import { scrollingBoxes } from './page/scrolling-boxes.ts'
import { spectrumNames } from './page/spectrum-names.ts'
import { themeButton } from './page/theme-button.ts'
import { topicGroups } from './page/topic-groups.ts'
import { trail } from './page/trail.ts'
import { views } from './page/views.ts'
import { wander } from './page/wander.ts'

// Every page works without scripts; each part adds to what is there.
for (const part of [themeButton, views, noteList, topicGroups, trail, wander, outline, marginNotes]) part()
for (const part of [previews, scrollingBoxes]) part()
for (const part of [spectrumNames, findButton, missing, panes, keys]) part()
