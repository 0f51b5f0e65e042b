import { expect, test } from '@jest/globals'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import type { PlanSource } from '../../../../src/core/plan/draft.ts'
import { moveFiles } from '../../../../src/core/plan/rename/move-files.ts'
import { renameHeading } from '../../../../src/core/plan/rename/rename-heading.ts'
import { renameNote } from '../../../../src/core/plan/rename/rename-note.ts'
import type { Plan } from '../../../../src/core/plan/rename/rename-note.ts'
import { applied, outcomeOf, sourceOf, type Texts } from '../../../support/planned.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

type Names = readonly [string, string, string?]

/** What gets another name: a file, a heading, or a note in its title. */
const ways = {
  move: (source, [from, to]) => moveFiles(source, new Map([[from as NotePath, to as NotePath]])),
  heading: (source, [path, from, to = '']) => renameHeading(source, noteAt(source.vault, path), from, to),
  title: (source, [path, title]) => renameNote(source, noteAt(source.vault, path), { title }),
} satisfies Readonly<Record<string, (source: PlanSource, names: Names) => Plan>>

const same = undefined

/** A text that holds links, the notes beside it, where it stands, what gets another name, and the text then with what is said. */
// prettier-ignore
test.each<[string, Texts, string, keyof typeof ways, Names, string | undefined]>([
  ['[[b]] [[B]] [[b.md]]', { 'b.md': '# b' }, 'a.md', 'move', ['b.md', 'c.md'], '[[c]] [[C]] [[c.md]]'],
  ['[[b]] [x](b.md)', { 'b.md': '---\naliases: [b]\n---\n' }, 'a.md', 'move', ['b.md', 'c.md'], '[[c]] [x](c.md)'],
  ['[[My title]] [[my title]] [[my-title]] [[Al]] [[al]]', { 'b.md': '---\naliases: [Al]\n---\n# My title' }, 'a.md', 'move', ['b.md', 'c.md'], same],
  ['[[My title]] [[my title]] [[my-title]] [[MY TITLE]] [[b]] [[Al]]', { 'b.md': '---\naliases: [Al]\n---\n# My title' }, 'a.md', 'title', ['b.md', 'New title'], '[[New title]] [[new title]] [[new-title]] [[NEW TITLE]] [[b]] [[Al]]'],
  ['[[my-note]] [[my note]] [[MY-NOTE]]', { 'My Note.md': '# T' }, 'a.md', 'move', ['My Note.md', 'New Name.md'], '[[new-name]] [[new name]] [[New Name]]'],
  ['[[my note]] [[My note]]', { 'my-note.md': '# T' }, 'a.md', 'move', ['my-note.md', 'new-name.md'], '[[new name]] [[new-name]]'],
  ['[[my_note]] [[my note]] [[my-note]]', { 'my_note.md': '# T' }, 'a.md', 'move', ['my_note.md', 'new_name.md'], '[[new_name]] [[new name]] [[new-name]]'],
  ['[x](b.md)', { 's/b.md': '' }, 's/a.md', 'move', ['s/b.md', 'b.md'], '[x](../b.md)'],
  ['[x](t/b.md) [x](/t/b.md) [x](../t/b.md)', { 't/b.md': '' }, 's/a.md', 'move', ['t/b.md', 'u/b.md'], '[x](u/b.md) [x](/u/b.md) [x](../u/b.md)'],
  ['[x](t/b.md) [x](t/b)', { 't/b.md': '' }, 's/a.md', 'move', ['t/b.md', 's/t/b.md'], same],
  ['[x](b.md) [x](b)', { 's/b.md': '', 'b.md': '' }, 's/a.md', 'move', ['s/b.md', 's/t/b.md'], '[x](t/b.md) [x](t/b)'],
  ['[x](d/) [x](d) [[d]] [[d/]]', { 's/d/index.md': '' }, 's/a.md', 'move', ['s/d/index.md', 'e/index.md'], '[x](../e/) [x](../e) [[e]] [[e/]]'],
  ['[x](d/) [x](d) [[d]] [[d/]]', { 's/d/index.md': '' }, 's/a.md', 'move', ['s/d/index.md', 's/d/e/index.md'], '[x](d/e/) [x](d/e) [[e]] [[e/]]'],
  ['[x](b.md) [y](../s/b.md) [z](./b.md) [[b]] [[./b]] [[../s/b]]', { 's/b.md': '' }, 's/a.md', 'move', ['s/a.md', 'a.md'], '[x](s/b.md) [y](s/b.md) [z](./s/b.md) [[b]] [[./s/b]] [[./s/b]]'],
  ['[x](b.md) [y](../s/b.md) [z](./b.md) [[b]] [[./b]] [[../s/b]]', { 's/b.md': '' }, 's/a.md', 'move', ['s/a.md', 's/c.md'], same],
  ['[x](b.md) [y](../s/b.md) [z](./b.md) [[./b]] [[../s/b]]', { 's/b.md': '' }, 's/a.md', 'move', ['s/a.md', 't/a.md'], '[x](../s/b.md) [y](../s/b.md) [z](../s/b.md) [[../s/b]] [[../s/b]]'],
  ['[y](../../s/t/b.md) [z](../t/b.md)', { 's/t/b.md': '' }, 's/t/a.md', 'move', ['s/t/a.md', 'u/t/a.md'], '[y](../../s/t/b.md) [z](../../s/t/b.md)'],
  ['[y](../../s/t/b.md) [z](../t/b.md)', { 's/t/b.md': '' }, 's/t/a.md', 'move', ['s/t/b.md', 's/u/c.md'], '[y](../../s/u/c.md) [z](../u/c.md)'],
  ['[y](../../s/t/b.md) [z](../t/b.md)', { 's/t/b.md': '' }, 's/t/a.md', 'move', ['s/t/b.md', 'c.md'], '[y](../../c.md) [z](../../c.md)'],
  ['[[b]] [[x/b]]', { 'x/b.md': '', 'y/b.md': '', 'c.md': '' }, 'a.md', 'move', ['c.md', 'z/b.md'], same],
  // What a syntax cannot hold is left out where less will do, and refused where not.
  ['[[s/b]] [[b]] [x](s/b.md)', { 's/b.md': '' }, 'a.md', 'move', ['s/b.md', 'x#y/c.md'], '[[c]] [[c]] [x](x%23y/c.md)'],
  ['[[s/b]] [[b]]', { 's/b.md': '' }, 'a.md', 'move', ['s/b.md', 'x]]/c.md'], '[[c]] [[c]]'],
  ['---\nup: see [[b]]\n---\n', { 'b.md': '' }, 'a.md', 'move', ['b.md', 'c: d.md'], 'refused: the link to "b" at a.md:2:9 cannot be written so that it leads to the same place'],
  ['---\nup: see [[b#H]]\n---\n', { 'b.md': '# H' }, 'a.md', 'heading', ['b.md', 'H', 'c: d'], 'refused: the link to "b" at a.md:2:9 cannot be written so that it leads to the same place'],
  // Detours of any height, names from the root, as many parts as there were, each in its case.
  ['[x](../../../../p/q/r/s/b.md) [x](../../../q/r/s/b.md)', { 'p/q/r/s/b.md': '' }, 'p/q/r/s/a.md', 'move', ['p/q/r/s/b.md', 'p/q/c.md'], '[x](../../../../p/q/c.md) [x](../../../q/c.md)'],
  ['[x](../../../../p/q/r/s/b.md)', { 'p/q/r/s/b.md': '' }, 'p/q/r/s/a.md', 'move', ['p/q/r/s/a.md', 'p/q/a.md'], '[x](r/s/b.md)'],
  ['[x](../b.md) [x](../b)', { 'b.md': '' }, 's/a.md', 'move', ['b.md', 's/c.md'], '[x](c.md) [x](c)'],
  ['[x](s/b.md) [x](s/b) [x](S/b.md)', { 's/b.md': '' }, 'u/a.md', 'move', ['s/b.md', 't/v/b.md'], '[x](t/v/b.md) [x](t/v/b) [x](t/v/b.md)'],
  ['[[S/b]] [[s/B]]', { 't/s/b.md': '' }, 'a.md', 'move', ['t/s/b.md', 't/s/s.md'], '[[S/s]] [[s/S]]'],
  ['[[my%20note]] [[MY%20NOTE]] [[My%20note]]', { 'My note.md': '' }, 'a.md', 'move', ['My note.md', 'New note.md'], '[[new%20note]] [[NEW%20NOTE]] [[New%20note]]'],
  ['[[T#gone]] [[b#gone]]', { 'b.md': '# T' }, 'a.md', 'move', ['b.md', 'c.md'], '[[T#gone]] [[c#gone]]'],
  ['[[d#H]] [[d#gone]] [[d]]', { 'x/d.md': '# H', 'y/d.md': '# H' }, 'a.md', 'move', ['x/d.md', 'x/e.md'], '[[e#H]] [[e#gone]] [[e]]'],
  ['[[d#gone]] [[d#H]]', { 'x/d.md': '# Q', 'b.md': '# H' }, 'a.md', 'move', ['b.md', 'y/d.md'], '[[x/d#gone]] [[x/d#H]]'],
  ['[[my title]] [[T]]', { 'b.md': '# My title', 'c.md': '' }, 'a.md', 'move', ['c.md', 'my title.md'], '[[b]] [[T]]'],
  // By the slug of a heading, also the number of one of several; a slug that is the text is a text in a wikilink.
  ['[[b#a-1]] [[b#a]] [x](b.md#a-1)', { 'b.md': '## A\n\n## A\n' }, 'a.md', 'heading', ['b.md', 'a-1', 'New words'], '[[b#new-words]] [[b#a]] [x](b.md#new-words)'],
  ['[[b#i-j]] [x](b.md#i-j)', { 'b.md': '## i-j\n' }, 'a.md', 'heading', ['b.md', 'i-j', 'New words'], '[[b#New words]] [x](b.md#new-words)'],
  ['[[b#i-j]] [x](b.md#i-j)', { 'b.md': '## I j\n' }, 'a.md', 'heading', ['b.md', 'I j', 'New words'], '[[b#new-words]] [x](b.md#new-words)'],
  ['[[b#A#A]] [[b#a#i-j]] [[b#a#b]]', { 'b.md': '# A\n\n## I j\n\n### b\n' }, 'a.md', 'heading', ['b.md', 'I j', 'New words'], '[[b#A#A]] [[b#a#new-words]] [[b#a#b]]'],
  ['[x](b.md#x) [[b#x]] [x](b.md#a)', { 'b.md': '# A\n\n<a id="x"></a>\n' }, 'a.md', 'heading', ['b.md', 'A', 'x'], 'refused: the link to "b.md" at a.md:1:1 cannot be written so that it leads to the same place'],
  ['[[b]] [[x/b]]', { 'x/b.md': '', 'y/b.md': '' }, 'a.md', 'move', ['x/b.md', 'x/c.md'], '[[c]] [[x/c]]'],
  ['[[b]] [[x/b]]', { 'x/b.md': '', 'y/b.md': '' }, 'a.md', 'move', ['y/b.md', 'y/q.md'], same],
  ['[[b]] [[b#H]] [[b|t]] ![[b]]', { 'x/b.md': '# H', 'c.md': '# b' }, 'a.md', 'move', ['c.md', 'b.md'], '[[x/b]] [[x/b#H]] [[x/b|t]] ![[x/b]]'],
  ['[[T]] [[t]]', { 'x/b.md': '# T', 'c.md': '' }, 'a.md', 'move', ['c.md', 'T.md'], '[[b]] [[b]]'],
  ['[[b]]\n\n[B]: b.md\n[b#H]: b.md\n[b|t]: b.md\n[bb]: b.md', { 'b.md': '# H' }, 'a.md', 'move', ['b.md', 'c.md'], '[[c]]\n\n[c]: c.md\n[c#H]: c.md\n[c|t]: c.md\n[bb]: c.md'],
  ['[[b]]\n\n[b]: //e.org\n[b#1]: mailto:x@y.org\n[b#2]: c:x\n[b#3]: HTTP://e.org', { 'b.md': '# H' }, 'a.md', 'move', ['b.md', 'c.md'], '[[c]]\n\n[b]: //e.org\n[b#1]: mailto:x@y.org\n[c#2]: c:x\n[b#3]: HTTP://e.org'],
  ['![[b]] [x](b.md)\n\n[b]: b.md', { 'b.md': '# H' }, 'a.md', 'move', ['b.md', 's/c.md'], '![[c]] [x](s/c.md)\n\n[c]: s/c.md'],
  ['[[b%20c]] [[s\\b c]] [[s/b c.md]] [[/s/b c]] [[s/b%20c]]', { 's/b c.md': '' }, 'a.md', 'move', ['s/b c.md', 's/100% d.md'], '[[100%25%20d]] [[s\\100% d]] [[s/100% d.md]] [[/s/100% d]] [[s/100%25%20d]]'],
  ['[[b.markdown]] [[b]] [x](b.markdown) [x](b)', { 'b.markdown': '' }, 'a.md', 'move', ['b.markdown', 'c.md'], '[[c.md]] [[c]] [x](c.md) [x](c)'],
  ['[[b.md]] [[b]] [x](b.md) [x](b)', { 'b.md': '' }, 'a.md', 'move', ['b.md', 'c.markdown'], '[[c.markdown]] [[c]] [x](c.markdown) [x](c)'],
  ['[[S/b]] [[s/B]] [[t/s/b]] [[T/S/b]]', { 't/s/b.md': '' }, 'a.md', 'move', ['t/s/b.md', 't/s/c.md'], '[[S/c]] [[s/C]] [[t/s/c]] [[t/s/c]]'],
  ['[[S/b]] [[T/s/b]]', { 't/s/b.md': '' }, 'a.md', 'move', ['t/s/b.md', 't/u/c.md'], '[[u/c]] [[t/u/c]]'],
  ['[[t/b]] [[s/t/b]] [[b]]', { 's/t/b.md': '' }, 's/a.md', 'move', ['s/t/b.md', 's/u/c.md'], '[[u/c]] [[s/u/c]] [[c]]'],
  ['[[t/b]] [[s/t/b]] [[b]]', { 's/t/b.md': '' }, 's/a.md', 'move', ['s/t/b.md', 'u/c.md'], '[[u/c]] [[u/c]] [[c]]'],
  ['[[index]] [[d]] [[d/index]] [[D/]] [x](d/index.md) [x](d/index)', { 'd/index.md': '' }, 'a.md', 'move', ['d/index.md', 'e/f/index.md'], '[[index]] [[f]] [[e/f/index]] [[F/]] [x](e/f/index.md) [x](e/f/index)'],
  ['[[README]] [[d]] [[d/readme]] [x](d) [x](d/README)', { 'd/README.md': '' }, 'a.md', 'move', ['d/README.md', 'e/index.md'], '[[index]] [[e]] [[e/index]] [x](e/index.md) [x](e/index)'],
  ['[x](s\\b.md) [x](s%2Fb.md) [x](s/b.md?q=1) [x](<s/b.md?q=1#H>)', { 's/b.md': '# H' }, 'a.md', 'move', ['s/b.md', 's/c d.md'], '[x](s/c%20d.md) [x](s/c%20d.md) [x](s/c%20d.md?q=1) [x](<s/c d.md?q=1#H>)'],
  ['[x](B.md) [x](S/B.md) [x](b) [x](./b) [x](/s/b)', { 's/b.md': '', 'b.md': '' }, 'a.md', 'move', ['b.md', 'c.md'], '[x](C.md) [x](S/B.md) [x](c) [x](./c) [x](/s/b)'],
  ['[[c]] [[c]] [[c]] [[c]] [[c]] [[c]]', { 'b.md': '' }, 'a.md', 'move', ['b.md', 'c.md'], '[[c]] [[c]] [[c]] [[c]] [[c]] [[c]] | the link to "c" at a.md:1:1 was broken and now resolves | the link to "c" at a.md:1:7 was broken and now resolves | the link to "c" at a.md:1:13 was broken and now resolves | the link to "c" at a.md:1:19 was broken and now resolves | the link to "c" at a.md:1:25 was broken and now resolves'],
  ['[r] [r][] [x][r]\n\n[r]: b.md\n[r]: b.md\n[s]: <b.md>', { 'b.md': '' }, 'a.md', 'move', ['b.md', 'c.md'], '[r] [r][] [x][r]\n\n[r]: c.md\n[r]: c.md\n[s]: <c.md>'],
  ['[[b#Old]] [[b#old]] [x](b.md#Old) [x](b.md#old) [x](b.md#OLD)', { 'b.md': '# Old' }, 'a.md', 'heading', ['b.md', 'Old', 'New words'], '[[b#New words]] [[b#New words]] [x](b.md#new-words) [x](b.md#new-words) [x](b.md#new-words)'],
  ['[[b#A#B]] [[b#a#B]] [x](b.md#b)', { 'b.md': '# A\n\n## B' }, 'a.md', 'heading', ['b.md', 'A', 'C'], '[[b#C#B]] [[b#C#B]] [x](b.md#b)'],
  ['[[b#a-x#B]] [[b#A x#B]]', { 'b.md': '# A x\n\n## B' }, 'a.md', 'heading', ['b.md', 'A x', 'C y'], '[[b#c-y#B]] [[b#C y#B]]'],
  ['[x](b.md#%C3%96l) [x](b.md#öl) [x](b.md#%c3%b6l)', { 'b.md': '# Öl' }, 'a.md', 'heading', ['b.md', 'Öl', 'Öl & Ünï'], '[x](b.md#öl--ünï) [x](b.md#öl--ünï) [x](b.md#öl--ünï)'],
  ['# A\n\n[[#A]] [x](#a) [[b#A|x]] [[b#]] [x](b.md#) [[b#^i]]\n\nx ^i', {  }, 'b.md', 'heading', ['b.md', 'A', 'C'], '# C\n\n[[#C]] [x](#c) [[b#C|x]] [[b#]] [x](b.md#) [[b#^i]]\n\nx ^i'],
  ['[[b]] [[b#H|x]]', { 'b.md': '# H', 'c.md': '---\naliases: [d]\n---\n' }, 'a.md', 'move', ['b.md', 'd.md'], '[[d]] [[d#H|x]]'],
  ['[[d]] [[D]]', { 'b.md': '', 'c.md': '---\naliases: [d]\n---\n' }, 'a.md', 'move', ['b.md', 'd.md'], '[[c]] [[c]]'],
  ['[[my-name]] [[My name]]', { 'b.md': '', 'My name.md': '' }, 'a.md', 'move', ['b.md', 'my-name.md'], '[[My name]] [[My name]]'],
  ['[[b|x]] [[b|b]] [[b#^i|b]]', { 'b.md': 'x ^i' }, 'a.md', 'move', ['b.md', 'c.md'], '[[c|x]] [[c|b]] [[c#^i|b]]'],
  ['[x](../b.md?q) [[../b]] [[/b]] [x](/b) [x](../b#h)', { 'b.md': '# H' }, 's/a.md', 'move', ['b.md', 's/t/c.md'], '[x](t/c.md?q) [[./t/c]] [[/s/t/c]] [x](/s/t/c) [x](t/c#h)'],
  ['[x](../b.md) [x](/b.md) [x](<../b.md>)', { 'b.md': '# H' }, 's/a.md', 'move', ['s/a.md', 'a (1).md'], '[x](b.md) [x](/b.md) [x](<b.md>)'],
  ['[x](a.md) [[a]] [[s/a]] [x](/s/a.md) [x](#h) [[#H]] [x](./a.md#h) [x](../s/a.md)\n\n# H', {  }, 's/a.md', 'move', ['s/a.md', 't/c.md'], '[x](c.md) [[c]] [[t/c]] [x](/t/c.md) [x](#h) [[#H]] [x](./c.md#h) [x](../t/c.md)\n\n# H'],
  ['<a href="s/b.md">x</a> <a href=s/b.md>y</a> <a href=\'s/b.md?q#h\'>z</a>', { 's/b.md': '# H' }, 'a.md', 'move', ['s/b.md', 's/it\'s "q" & so.md'], '<a href="s/it%27s%20%22q%22%20&%20so.md">x</a> <a href=s/it%27s%20%22q%22%20&%20so.md>y</a> <a href=\'s/it%27s%20%22q%22%20&%20so.md?q#h\'>z</a>'],
  ['[x](s/b%20c.md) [x](<s/b c.md>) [x](s/b&#32;c.md) [x](s/b%20c.md "t") [x](s%20/b.md)', { 's/b c.md': '' }, 'a.md', 'move', ['s/b c.md', 't u/b c.md'], '[x](t%20u/b%20c.md) [x](<t u/b c.md>) [x](t%20u/b&#32;c.md) [x](t%20u/b%20c.md "t") [x](s%20/b.md)'],
  ['[x](s%20t/b.md) [x](s&#32;t/b.md) [x](<s t/b.md>)', { 's t/b.md': '' }, 'a.md', 'move', ['s t/b.md', 's t/c d.md'], '[x](s%20t/c%20d.md) [x](s&#32;t/c%20d.md) [x](<s t/c d.md>)'],
  ['[x](b\\_c.md) [x](b_c.md) [x](s\\_t/b.md)', { 'b_c.md': '', 's_t/b.md': '' }, 'a.md', 'move', ['s_t/b.md', 's_t/c_d.md'], '[x](b\\_c.md) [x](b_c.md) [x](s\\_t/c_d.md)'],
  ['[x](Docs/Guide.md) [x](docs/guide) [x](/DOCS/GUIDE.md)', { 'docs/guide.md': '' }, 'a.md', 'move', ['docs/guide.md', 'docs/intro.md'], '[x](docs/Intro.md) [x](docs/intro) [x](/docs/intro.md)'],
  ['[[Docs/Guide]] [[docs/guide.md]] [[/DOCS/GUIDE]] [[./docs/guide]]', { 'docs/guide.md': '' }, 'a.md', 'move', ['docs/guide.md', 'lib/intro.md'], '[[lib/Intro]] [[lib/intro.md]] [[/lib/INTRO]] [[./lib/intro]]'],
  ['[[b.c]] [[b.c.md]] [x](b.c.md)', { 'b.c.md': '' }, 'a.md', 'move', ['b.c.md', 'd.e.md'], '[[d.e]] [[d.e.md]] [x](d.e.md)'],
  ['[[b]] [x](b.md)', { 'b.md': '', 'c/b.md': '' }, 'a.md', 'move', ['b.md', 'c/d/b.md'], '[[d/b]] [x](c/d/b.md)'],
  ['[[b]]', { 'b.md': '', 'x/c.md': '' }, 'x/a.md', 'move', ['x/c.md', 'x/b.md'], same],
  ['[[b]] [[./b]]', { 'x/b.md': '', 'b.md': '' }, 'x/a.md', 'move', ['x/a.md', 'y/a.md'], '[[b]] [[../x/b]]'],
  ['text [[b#H\\|x]] y\n\n| [[b#H]] | [[b]] |\n|-|-|\n', { 'b.md': '# H' }, 'a.md', 'move', ['b.md', 'c.md'], 'text [[c#H\\|x]] y\n\n| [[c#H]] | [[c]] |\n|-|-|\n'],
  ['[[s/b]] [[S/b]] [x](s/b.md)', { 's/b.md': '' }, 'a.md', 'move', ['s/b.md', 't/u/c.md'], '[[t/u/c]] [[t/u/c]] [x](t/u/c.md)'],
  ['[[t/b]]', { 's/t/b.md': '' }, 's/a.md', 'move', ['s/t/b.md', 's/u/v/c.md'], '[[u/v/c]]'],
  ['[[b#A%20B#C]] [[b#C]]', { 'b.md': '# A%20B\n\n## C' }, 'a.md', 'heading', ['b.md', 'C', 'D'], '[[b#A%20B#D]] [[b#D]]'],
  ['[[b#A%20B]] [x](b.md#a20b) [x](b.md#A%2520B)', { 'b.md': '# A%20B\n\n## C' }, 'a.md', 'heading', ['b.md', 'A%20B', 'D%20E'], '[[b#D%20E]] [x](b.md#d20e) [x](b.md#d20e)'],
  ['---\nu: "[[b#Old \\"x\\"]]"\n---\n', { 'b.md': '# Old "x"' }, 'a.md', 'heading', ['b.md', 'Old "x"', 'New "y"'], '---\nu: "[[b#New \\"y\\"]]"\n---\n'],
  ["---\nu: \"[[\\u0062]] [[s\\\\b]]\"\nv: '[x](s/it''s.md)'\n---\n", { 's/b.md': '', "s/it's.md": '' }, 'a.md', 'move', ['s/b.md', 's/c.md'], "---\nu: \"[[c]] [[s\\\\c]]\"\nv: '[x](s/it''s.md)'\n---\n"],
  ['[x](./b.md?q) [y](/b.md?q#h) [z](B.md?q) [w](b?q)', { 'b.md': '# H' }, 'a.md', 'move', ['b.md', 'c.md'], '[x](./c.md?q) [y](/c.md?q#h) [z](C.md?q) [w](c?q)'],
  ['[x](../../s/t/b.md?q)', { 's/t/b.md': '' }, 's/t/a.md', 'move', ['s/t/b.md', 's/u/b.md'], '[x](../../s/u/b.md?q)'],
])('%j, beside %j, in %s after %s %j: %j', (text, others, holder, what, names, expected) => {
  const texts = { [holder]: text, ...others }
  const outcome = outcomeOf(() => {
    const { changes, messages } = ways[what](sourceOf(texts), names)
    const after = applied(texts, changes)[what === 'move' && names[0] === holder ? names[1] : holder]
    return [after, ...messages].join(' | ')
  })
  expect(outcome).toBe(expected ?? text)
})

test.each(['', 'Old\n'])(
  'an anchor that is written with escapes is not renamed, nor its words in the text %j',
  (below) => {
    const source = sourceOf({ 'a.md': `---\nu: "[[b#Ol\\u0064]]"\n---\n${below}`, 'b.md': '# Old' })
    expect(outcomeOf(() => String(ways.heading(source, ['b.md', 'Old', 'New'])))).toBe(
      'refused: the anchor of the link at a.md:2:5 is written with escapes, which cannot be renamed',
    )
  },
)

test('a heading that gets the name that it has is no change', () => {
  expect(ways.heading(sourceOf({ 'a.md': '[[b#A]]', 'b.md': '# A' }), ['b.md', 'A', 'A']).changes.changes).toEqual([])
})

test.each([
  ['s/a.md', 'a.md', '[x](../o.txt) [[../o.txt]] [x](<../o u.txt>) [x](../o%20u.txt?q#h) ![x](../../p/i.png)'],
  [
    's/a.md',
    's/t/a.md',
    '[x](../../../o.txt) [[../../../o.txt]] [x](<../../../o u.txt>) [x](../../../o%20u.txt?q#h) ![x](../../../../p/i.png)',
  ],
  [
    's/a.md',
    's/b.md',
    '[x](../../o.txt) [[../../o.txt]] [x](<../../o u.txt>) [x](../../o%20u.txt?q#h) ![x](../../../p/i.png)',
  ],
])('links out of the vault lead there as %s becomes %s', (from, to, expected) => {
  const texts = {
    [from]: '[x](../../o.txt) [[../../o.txt]] [x](<../../o u.txt>) [x](../../o%20u.txt?q#h) ![x](../../../p/i.png)',
  }
  const moved = (isThere: boolean): string | undefined => {
    const source = {
      vault: vaultOf(texts, [], (path) => isThere && path.includes('../')),
      textOf: () => texts[from] ?? '',
    }
    return applied(texts, ways.move(source, [from, to]).changes)[to]
  }
  expect([moved(true), moved(false)]).toEqual([expected, texts[from]])
})
