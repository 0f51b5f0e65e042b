/**
 * Whether a text is shown as it is written, whoever shows it: words of printable ASCII parted by single spaces, without any sign that
 * markdown, a formula or HTML begins with. Most titles and summaries are such; an index remembers it of each note.
 */
export function isPlainLine(text: string): boolean {
  return !beyondPlain.test(text)
}

const beyondPlain = /[^ -~]|[\\`$<&[\]%*_~=^]|^ | {2}| $/
