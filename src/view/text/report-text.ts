import type { Report } from '../../core/model/report.ts'
import { context } from '../formats/context.ts'
import type { Layout } from '../style.ts'
import { chainsText } from './chains-text.ts'
import { changesText } from './changes-text.ts'
import { graphText } from './graph-text.ts'
import { groupsText } from './groups-text.ts'
import { historyText } from './history-text.ts'
import { linksText } from './links-text.ts'
import { mentionsText } from './mentions-text.ts'
import { listText } from './list-text.ts'
import { problemsText } from './problems-text.ts'
import { readingText } from './reading-text.ts'
import { searchText } from './search-text.ts'
import { statsText } from './stats-text.ts'
import { tableText } from './table-text.ts'
import { tasksText } from './tasks-text.ts'
import { trailText } from './trail-text.ts'

/** A report for people to read. */
export function reportText(report: Report, layout: Layout): string {
  switch (report.kind) {
    case 'notes':
      return listText(report, layout)
    case 'table':
      return tableText(report, layout)
    case 'search':
      return searchText(report, layout)
    case 'links':
      return linksText(report, layout)
    case 'problems':
      return problemsText(report, layout)
    case 'groups':
      return groupsText(report.groups, layout)
    case 'stats':
      return statsText(report.stats, layout)
    case 'graph':
      return graphText(report, layout)
    case 'chains':
      return chainsText(report, layout)
    case 'reading':
      return readingText(report, layout)
    case 'trail':
      return trailText(report, layout)
    case 'note':
      return report.rendered
    case 'mentions':
      return mentionsText(report, layout)
    case 'history':
      return historyText(report, layout)
    case 'tasks':
      return tasksText(report, layout)
    case 'context':
      return context(report, 'markdown')
    case 'changes':
      return changesText(report, layout)
    case 'document':
      return report.rendered ?? report.text
  }
}
