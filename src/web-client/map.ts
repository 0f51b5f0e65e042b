import { mapData } from './map/map-data.ts'
import { mapTools } from './map/map-tools.ts'
import { NoteMap } from './map/note-map.ts'
import { make, one } from './page/dom.ts'

// Loaded when the map is first looked at.
const box = one('#w\\:map')
if (box !== undefined)
  mapData(box.clientWidth)
    .then((data) => mapTools(new NoteMap(box, data)))
    .catch(() => box.append(make('p', { class: 'hint' }, 'The map could not be loaded.')))
