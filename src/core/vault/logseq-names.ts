const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * What a page of Logseq is called as a file: `a/b` is `a___b`, `a: b` is `a%3A b`, `Mar 5th, 2024` and `2024-03-05` are `2024_03_05`; nothing
 * for other names.
 */
export function logseqNames(target: string): readonly string[] {
  const iso = /^(\d{4})[-_](\d\d)[-_](\d\d)$/.exec(target)
  if (iso !== null) return [`${iso[1] ?? ''}_${iso[2] ?? ''}_${iso[3] ?? ''}`]
  const said = /^([A-Z][a-z]{2})[a-z]* (\d{1,2})(?:st|nd|rd|th), (\d{4})$/.exec(target)
  const month = months.indexOf((said?.[1] ?? '').toLowerCase()) + 1
  if (said !== null && month > 0)
    return [`${said[3] ?? ''}_${String(month).padStart(2, '0')}_${(said[2] ?? '').padStart(2, '0')}`]
  const name = logseqFileName(target)
  return name === target ? [] : [name]
}

/** The name of the file of a page: what file systems refuse is percent-encoded. */
export function logseqFileName(page: string): string {
  return page
    .replace(/[%<>:"|?*\\#]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('/', '___')
}
