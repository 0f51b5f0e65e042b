import type { Mark } from './mark.ts'

/** `%% comment %%`, as in Obsidian */
export const comment: Mark<'comment'> = {
  type: 'comment',
  starts: '%',
  detail: false,
  read(source, at) {
    const end = source.hiddenEnd(at)
    return end === -1 ? undefined : { type: 'comment', start: at, end }
  },
}

/** `<!-- comment -->` */
export const htmlComment: Mark<'comment'> = {
  type: 'comment',
  starts: '<',
  detail: false,
  read(source, at) {
    const end = source.isComment(at) ? source.htmlEnd(at) : -1
    return end === -1 ? undefined : { type: 'comment', start: at, end }
  },
}
