import { choice, setting, type Setting, text, timeZone, yesOrNo } from './setting-kinds.ts'
import { datePattern, folder, groups, lineOfText, noteName } from './writing-kinds.ts'

/** The keys for writing notes. */
export const writingSettings: readonly (readonly [string, Setting])[] = [
  [
    'daily.dir',
    setting({ about: 'The folder of the notes of days.', example: 'journal' }, folder('journal'), (dailyDir) => ({
      dailyDir,
    })),
  ],
  [
    'daily.name',
    setting(
      {
        about: 'The names of the notes of days, as a pattern for dates; letters in brackets are text.',
        example: '"YYYY-MM-DD"',
        initial: '"YYYY-MM-DD"',
      },
      datePattern('day', 'YYYY-MM-DD'),
      (dailyName) => ({ dailyName }),
    ),
  ],
  [
    'daily.template',
    setting(
      { about: 'The template of the notes of days.', example: 'daily' },
      text('the name of a template, such as daily'),
      (dailyTemplate) => ({ dailyTemplate }),
    ),
  ],
  [
    'weekly.dir',
    setting({ about: 'The folder of the notes of weeks.', example: 'journal' }, folder('journal'), (weeklyDir) => ({
      weeklyDir,
    })),
  ],
  [
    'weekly.name',
    setting(
      {
        about: 'The names of the notes of weeks, as a pattern for dates; letters in brackets are text.',
        example: '"GGGG-[W]WW"',
        initial: '"GGGG-[W]WW"',
      },
      datePattern('week', 'GGGG-[W]WW'),
      (weeklyName) => ({ weeklyName }),
    ),
  ],
  [
    'weekly.template',
    setting(
      { about: 'The template of the notes of weeks.', example: 'weekly' },
      text('the name of a template, such as daily'),
      (weeklyTemplate) => ({ weeklyTemplate }),
    ),
  ],
  [
    'monthly.dir',
    setting({ about: 'The folder of the notes of months.', example: 'journal' }, folder('journal'), (monthlyDir) => ({
      monthlyDir,
    })),
  ],
  [
    'monthly.name',
    setting(
      {
        about: 'The names of the notes of months, as a pattern for dates; letters in brackets are text.',
        example: '"YYYY-MM"',
        initial: '"YYYY-MM"',
      },
      datePattern('month', 'YYYY-MM'),
      (monthlyName) => ({ monthlyName }),
    ),
  ],
  [
    'monthly.template',
    setting(
      { about: 'The template of the notes of months.', example: 'monthly' },
      text('the name of a template, such as daily'),
      (monthlyTemplate) => ({ monthlyTemplate }),
    ),
  ],
  [
    'add.to',
    setting(
      {
        about: 'Where wend add puts a line: daily for the note of the day, or the name of a note.',
        example: 'inbox',
        initial: 'daily',
      },
      text('daily, or the name of a note such as inbox'),
      (addTo) => ({ addTo }),
    ),
  ],
  [
    'add.section',
    setting(
      { about: 'The heading that it is put below, made where it is missing.', example: 'Log' },
      text('a heading, such as Log'),
      (addSection) => ({ addSection }),
    ),
  ],
  [
    'add.line',
    setting(
      {
        about: 'How the line is written; {{text}} is what was said.',
        example: '"- [ ] {{text}}"',
        initial: '"- {{time}} {{text}}"',
      },
      lineOfText,
      (addLine) => ({ addLine }),
    ),
  ],
  [
    'new.name',
    setting(
      {
        about: 'The file name of a new note: slug, title, id, or a template.',
        example: '"{{date:YYYYMMDD}}-{{slug}}"',
        initial: 'slug',
      },
      noteName,
      (newName) => ({ newName }),
    ),
  ],
  [
    'new.collision',
    setting(
      {
        about: 'What happens where a file has that name: the note is refused, or gets a number.',
        example: 'number',
        initial: 'refuse',
      },
      choice('refuse', 'number'),
      (newCollision) => ({ newCollision }),
    ),
  ],
  [
    'new.dir',
    setting({ about: 'The folder of new notes.', example: 'inbox' }, folder('inbox'), (newDir) => ({ newDir })),
  ],
  [
    'new.template',
    setting(
      { about: 'The template of new notes.', example: 'default' },
      text('the name of a template, such as default'),
      (newTemplate) => ({ newTemplate }),
    ),
  ],
  [
    'new.templates',
    setting(
      { about: 'The folder of templates, besides .wend/templates and those of other tools.', example: 'templates' },
      folder('templates'),
      (newTemplates) => ({ newTemplates }),
    ),
  ],
  [
    'groups',
    setting(
      {
        about: 'Sorts of notes for wend new --group: folder, name and template of each.',
        example: '{meeting: {dir: meetings, name: "{{date}}-{{slug}}", template: meeting}}',
        initial: '{}',
      },
      groups,
      (groups) => ({ groups }),
    ),
  ],
  [
    'week.start',
    setting(
      { about: 'The day that a week begins with.', example: 'sunday', initial: 'monday' },
      choice('sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'),
      (weekStart) => ({ weekStart }),
    ),
  ],
  [
    'time.zone',
    setting(
      {
        about: 'The time zone of dates; without it that of the system.',
        example: 'Europe/Berlin',
        environment: { after: ['TZ'] },
      },
      timeZone,
      (timeZone) => ({ timeZone }),
    ),
  ],
  [
    'dates',
    setting(
      {
        about:
          'What says when a note was changed: the time of its file, updated in its front matter (the file where there is none), or the last commit (the file where it changed since).',
        example: 'front-matter',
        initial: 'file',
      },
      choice('file', 'front-matter', 'git'),
      (dates) => ({ dates }),
    ),
  ],
  [
    'keep-updated',
    setting(
      {
        about:
          'Whether a note that has updated in its front matter gets it moved by each change that wend makes of it.',
        example: 'true',
        initial: 'false',
      },
      yesOrNo,
      (keepUpdated) => ({ keepUpdated }),
    ),
  ],
]
