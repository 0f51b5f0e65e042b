import { environmentVariables, exitCodes } from './surroundings.ts'
import type { Topic, TopicPart } from './topic.ts'

/** The topics of `wend help`, in the order in which they are listed. */
export const helpTopics: readonly Topic[] = [
  { name: 'formats', about: 'what output looks like, and templates for it', parts: formatParts },
  { name: 'queries', about: 'what search, --where and --tag understand', parts: queryParts },
  { name: 'links', about: 'how links are written, and what they point at', parts: linkParts },
  { name: 'templates', about: 'what new notes are made of', parts: templateParts },
  { name: 'configuration', about: 'the files of settings and every key', parts: configurationParts },
  { name: 'environment', about: 'variables that change what wend does', parts: () => [environmentVariables] },
  { name: 'exit-codes', about: 'what the exit code says', parts: () => [exitCodes] },
]

/** The topic with a name; dashes and blanks are the same (`exit codes`). */
export function findTopic(words: readonly string[]): Topic | undefined {
  const name = words.join('-').toLowerCase()
  return helpTopics.find((topic) => topic.name === name || `${topic.name}s` === name || topic.name === `${name}s`)
}

function formatParts(): readonly TopicPart[] {
  return [
    'Commands that give a report take --format (-f). Data goes to standard output, messages to standard error.',
    [
      ['text', 'for people; on a terminal with colours, and paged when it is long'],
      ['json', 'one document, the same as --json; docs/json.md and docs/schema say what it holds'],
      ['ndjson', 'one JSON document a line, for each note, link or problem'],
      ['csv, tsv', 'a row each, with a line of names first'],
      ['paths', 'the path of each note, once, as it opens from where you stand'],
      ['dot, mermaid', 'drawings of graph'],
      ['github, sarif, junit', 'findings of check, for CI'],
      ['markdown, xml', 'notes for agents, from context'],
      [
        "'{{title}}\\t{{path}}'",
        'a template: fields of the JSON in braces, those inside others with a dot ({{metadata.status}})',
      ],
    ],
    'With -0 each record ends with a NUL byte, for xargs -0. Which formats a command has, its --help says.',
    [
      ["wend list --tag ml -f '{{title}}\\t{{words}}'", 'title and words of the notes of a tag'],
      ['wend backlinks gqa --format paths', 'the files that link to a note'],
      ['wend check --format github', 'findings as annotations of a pull request'],
    ],
  ]
}

function queryParts(): readonly TopicPart[] {
  return [
    'wend search WORDS and list --match find notes by what they mean. Operators are in capitals; put a query with signs in single quotes.',
    [
      ['kv cache', 'notes that answer the words, best first; they need not hold all'],
      ['"grid search"', 'the words one after the other'],
      ['ppo AND clip, ppo OR trpo, ppo NOT clip, ppo -clip', 'both, either, one without the other'],
      ['(ppo OR trpo) -clip', 'parentheses group'],
      ['title:brew, alias:, summary:, keyword:, section:, content:', 'in one part of the notes alone'],
      ['path:daily/, file:2024*', 'by path, or by name of the file'],
      ['tag:ml, topic:planning', 'by tag, with those nested below it; by topic'],
      ['status:draft, rating>=4, [status]', 'by a key of the front matter'],
      ['/gr[ae]y/i', 'a regular expression'],
    ],
    'list --where compares keys of the front matter, and what wend knows of a note: words, links, backlinks, modified, path, tags and the like.',
    [
      ['status=draft, status!=draft', 'is, is not'],
      ['rating>=4, due<2026-03-01', 'numbers and dates'],
      ["modified > 'last friday', created >= -7d", 'days in words: today, last month, -2w, -1y, -3h'],
      ['title~brew', 'contains'],
      ['tags has ml', 'a list holds it'],
      ['status, !status', 'is set, is not'],
      ['rating>=4 AND (tags has ml OR NOT status=draft)', 'joined'],
    ],
    '--tag takes "a, b" (both), "a OR b" and "NOT c".',
    [
      ["wend search 'ppo -clip'", 'a note on ppo without clip'],
      ["wend list --where 'words<100 AND status=draft'", 'short drafts'],
      ["wend list --tag 'ml, NOT draft'", 'notes with one tag and without another'],
    ],
  ]
}

function linkParts(): readonly TopicPart[] {
  return [
    'These are read, checked, and rewritten when what they point at is renamed.',
    [
      ['[[Note]], [[Note|text]]', 'a wikilink, with a text of its own'],
      ['[[Note#Heading]], [[Note#^block]]', 'to a heading, to a block'],
      ['![[Note]], ![[picture.png]]', 'an embed: the note, section or picture stands there'],
      ['[text](path/note.md), [text](<a b.md> "title")', 'a link of markdown, from the folder of its note'],
      ['[text][label] and [label]: note.md', 'by a definition'],
      ['![text](picture.png)', 'a picture'],
      ['<a href="note.md">', 'in HTML'],
      ['key: "[[Note]]"', 'in the front matter'],
    ],
    'A wikilink names a note by path, file name, title, alias or slug. What it points at is decided in one way for all commands; where several notes fit, it is ambiguous, and check says so. A NOTE of the command line is named likewise, and NOTE#Heading or NOTE#^block names a part of it; a whole name wins.',
    [
      ['wend links gqa', 'the links of a note'],
      ['wend check --only broken-link', 'those that point at nothing'],
      ["wend show 'gqa#Why'", 'a section'],
    ],
  ]
}

function templateParts(): readonly TopicPart[] {
  return [
    'Templates are files of .wend/templates, of the folder that new.templates names, and of the folders that Obsidian, foam and zk have for them. A note is made of the one that --template, its group or the configuration names.',
    [
      ['{{title}}, {{slug}}, {{id}}', 'the title, what a file name is made of it, a short id'],
      [
        '{{date}}, {{time}}, {{date:dddd D MMMM}}',
        'the day of the note, of a week or month its first; now; by a pattern for dates',
      ],
      ['{{yesterday}}, {{tomorrow}}', 'as notes of days are named'],
      ['{{date-1w:gggg-[W]ww}}, {{monday:D MMMM}}', 'another day: moved by y, Q, M, w, d, h or m, or one of the week'],
      ['{{content}}', 'the text that was given; without it, it comes at the end'],
      ['{{cursor}}', 'where the editor opens'],
      ['{{name}}', 'what --set name=value says'],
      ['{{title|slug}}', 'filters: slug, lower, upper, trim'],
    ],
    'What zk ({{slug title}}, {{extra.name}} and the values of its [extra]) and foam (${FOAM_TITLE}, and where filepath says that notes go) write is read as well. Nothing in a template runs.',
    [
      ['wend new "A meeting" --template meeting --set who=Ana', 'made of .wend/templates/meeting.md'],
      ['wend config set daily.template daily', 'what the notes of days are made of'],
      ['wend daily', 'the note of today'],
    ],
  ]
}

async function configurationParts(): Promise<readonly TopicPart[]> {
  const { settings } = await import('../../io/config/config-settings.ts')
  const rows = [...settings].map(([key, { about, initial, owner }]) => {
    const more = [
      initial === undefined ? '' : ` Without it: ${initial}.`,
      owner === 'user' ? ' In your own file alone.' : '',
    ]
    return [key, about + more.join('')] as const
  })
  return [
    "Two files are read: your own, ~/.config/wend/config.yml (below $XDG_CONFIG_HOME), and the vault's, .wend/config.yml, which wins key by key. Options of the command line win over both. wend config list says what holds and where it comes from.",
    rows,
    [
      ['wend config list', 'every key, its value and where that comes from'],
      ['wend config set daily.dir journal', 'sets one in your own file'],
      ['wend config edit', 'opens your own file'],
    ],
  ]
}
