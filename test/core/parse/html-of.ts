import type { BlockToken, ItemToken } from '../../../src/core/parse/blocks/block-token.ts'
import { type BlockVisitor, visitBlock } from '../../../src/core/parse/blocks/block-token.ts'
import { type InlineToken, type InlineVisitor, visitInline } from '../../../src/core/parse/inlines/inline-token.ts'
import { plainOf } from '../../../src/core/parse/plain-text.ts'
import { readDocument } from '../../../src/core/parse/read-document.ts'

/** A document as HTML in the form in which the specification of CommonMark writes its examples. */
export function htmlOf(markdown: string): string {
  return readDocument(markdown, { bodyStart: 0 })
    .map((token) => block(token))
    .join('')
}

function block(token: BlockToken, tight = false): string {
  return visitBlock(token, blocks, tight)
}

const blocks: BlockVisitor<string, [tight: boolean]> = {
  paragraph: ({ children }, tight) => (tight ? inline(children) : `<p>${inline(children)}</p>\n`),
  heading: ({ level, children }) => `<h${level}>${inline(children)}</h${level}>\n`,
  code({ info, text }) {
    const language = info === '' ? '' : ` class="language-${escape(info.split(/\s/)[0] ?? '')}"`
    return `<pre><code${language}>${escape(text)}${text === '' ? '' : '\n'}</code></pre>\n`
  },
  math: ({ tex }) => `<math>${escape(tex)}</math>\n`,
  html: ({ text }) => `${text}\n`,
  rule: () => '<hr />\n',
  comment: () => '',
  quote: ({ children }) => `<blockquote>\n${children.map((child) => block(child)).join('')}</blockquote>\n`,
  list({ start, tight, items }) {
    const name = start === undefined ? 'ul' : 'ol'
    const from = start === undefined || start === 1 ? '' : ` start="${start}"`
    return `<${name}${from}>\n${items.map((item) => itemOf(item, tight)).join('')}</${name}>\n`
  },
  table: ({ head, rows }) => `<table>${[head, ...rows].map((row) => row.map(inline).join('|')).join('\n')}</table>\n`,
  footnote: ({ label, children }) =>
    `<footnote ${label}>${children.map((child) => block(child)).join('')}</footnote>\n`,
}

function itemOf({ children }: ItemToken, tight: boolean): string {
  const inside = children.map((child) => block(child, tight))
  const open = children[0] !== undefined && !(tight && children[0].type === 'paragraph') ? '\n' : ''
  const parted = inside.map((html, index) => {
    const last = index === inside.length - 1
    return tight && children[index]?.type === 'paragraph' && !last ? `${html}\n` : html
  })
  return `<li>${open}${parted.join('')}</li>\n`
}

function inline(tokens: readonly InlineToken[]): string {
  return tokens.map((token) => visitInline(token, inlines)).join('')
}

const inlines: InlineVisitor<string> = {
  text: ({ text }) => escape(text),
  break: ({ hard }) => (hard ? '<br />\n' : '\n'),
  emphasis: ({ children }) => `<em>${inline(children)}</em>`,
  strong: ({ children }) => `<strong>${inline(children)}</strong>`,
  struck: ({ children }) => `<del>${inline(children)}</del>`,
  highlight: ({ children }) => `<mark>${inline(children)}</mark>`,
  code: ({ text }) => `<code>${escape(text)}</code>`,
  math: ({ raw }) => escape(raw),
  tag: ({ tag }) => `#${escape(tag)}`,
  shortCode: ({ names }) => names.map((name) => `:${name}:`).join(''),
  address: ({ text }) => escape(text),
  footnote: ({ id }) => `<sup>${escape(id)}</sup>`,
  ownFootnote: ({ children }) => `<sup>${inline(children)}</sup>`,
  comment: () => '',
  blockId: () => '',
  html: ({ raw }) => raw,
  link({ kind, target, anchor, title, children }) {
    const to = escape(url(anchor === undefined ? target : `${target}#${anchor}`))
    const named = title === undefined ? '' : ` title="${escape(title)}"`
    if (kind === 'image') return `<img src="${to}" alt="${escape(plainOf(children))}"${named} />`
    return `<a href="${to}"${named}>${inline(children)}</a>`
  },
}

function url(written: string): string {
  return encodeURI(written)
    .replaceAll('%25', '%')
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replaceAll('[', '%5B')
    .replaceAll(']', '%5D')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
