import type { Site } from '../../core/model/site.ts'
import { dataScript } from '../../view/html/json-script.ts'
import { topicClass } from '../../view/html/page-context.ts'

/** Titles, addresses, summaries and links of all notes, for the scripts of the pages. Kept short: names are letters (see page-data.ts). */
export function notesData(site: Site): string {
  return dataScript('notes', {
    t: site.topics.map((topic) => [topic.name, topicClass(topic)]),
    n: site.notes.map(({ title, address, topics, backlinks }) => [title, address, topics, backlinks]),
    s: site.notes.map(({ summary }) => summary ?? ''),
    l: site.notes.map(({ linksTo }) => linksTo),
    o: site.spectrum.map(({ note }) => note),
  })
}
