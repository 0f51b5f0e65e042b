/** Markdown as prose: without mathematics, comments, addresses and tags. */
export function proseOf(markdown: string): string {
  const visible = withoutBetween(withoutBetween(markdown, '<!--', '-->'), '%%', '%%')
  // Most texts lack most of these; looking for a mark costs a fraction of what a pattern does.
  let prose = visible
  if (prose.includes('$')) prose = prose.replace(/\$\$[^$]*\$\$|(?<!\\)\$(?=\S)[^$\n]*\$(?!\d)/g, ' ')
  if (prose.includes('<')) prose = prose.replace(/<\/?[A-Za-z][^<>\n]*>/g, ' ')
  if (prose.includes('](')) prose = prose.replace(/\]\([^()\s]*(?: "[^"\n]*")?\)/g, '] ')
  if (prose.includes('://')) prose = prose.replace(/\b[a-z][a-z0-9+.-]{1,12}:\/\/[^\s<>)\]]+/gi, ' ')
  return prose.includes('^') ? prose.replace(/\^[A-Za-z0-9-]+$/gm, ' ') : prose
}

/** Text without what stands between two marks; a mark that is never closed stays. */
function withoutBetween(text: string, open: string, close: string): string {
  let kept = ''
  let from = 0
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, from)) {
    const end = text.indexOf(close, at + open.length)
    if (end < 0) break
    kept += `${text.slice(from, at)} `
    from = end + close.length
  }
  return kept + text.slice(from)
}
