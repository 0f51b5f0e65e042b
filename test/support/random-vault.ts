import fc from 'fast-check'

/** Texts of a small vault whose notes link to each other in many ways; names are few, so that edits make and break links. */
const names = ['alpha', 'beta', 'gamma', 'delta', 'Ünïcode']
const headings = ['Intro', 'Proof', 'Outlook']

const line = fc.oneof(
  fc.constantFrom(...names).map((name) => `See [[${name}]].`),
  fc.constantFrom(...names).map((name) => `See [[${name}#Proof]] and [[${name}#^b1|block]].`),
  fc.constantFrom(...names).map((name) => `See [it](${encodeURI(name)}.md#intro) and ![[${name}.png]].`),
  fc.constantFrom(...names).map((name) => `See [[Title of ${name}]] and [[Alias ${name}]].`),
  fc
    .constantFrom(...names)
    .map((name) => `See [[title-of-${name}#Proof]], [[ALIAS ${name}.md]] and ![[Title%20of%20${name}]].`),
  fc.constantFrom(...headings).map((heading) => `## ${heading}`),
  fc.constantFrom(
    'plain prose',
    'a block ^b1',
    '[[#Proof]]',
    '[gone](../outside.md)',
    '`[[alpha]]`',
    'https://x.org',
    '#tag',
  ),
)

/** The text of a note. */
export const noteText = fc
  .tuple(fc.option(fc.constantFrom(...names)), fc.option(fc.constantFrom(...names)), fc.array(line, { maxLength: 8 }))
  .map(([title, alias, lines]) => {
    const front = [
      ...(title === null ? [] : [`title: Title of ${title}`]),
      ...(alias === null ? [] : [`aliases: [Alias ${alias}]`]),
    ]
    return `${front.length > 0 ? `---\n${front.join('\n')}\n---\n` : ''}# Note\n\n${lines.join('\n\n')}\n`
  })

/** The path of a note or an attachment. */
export const anyPath = fc
  .tuple(
    fc.constantFrom('', 'sub/', 'sub/deep/'),
    fc.constantFrom(...names),
    fc.constantFrom('.md', '.md', '.md', '.png'),
  )
  .map((parts) => parts.join(''))

/** Files by path. */
export const files = fc
  .uniqueArray(fc.tuple(anyPath, noteText), { selector: ([path]) => path, minLength: 1, maxLength: 8 })
  .map((entries) => new Map(entries))

/** An edit of a vault's files: text in place of a file's, or its removal. */
export const edit = fc.record({ path: anyPath, text: fc.option(noteText, { freq: 5 }) })
