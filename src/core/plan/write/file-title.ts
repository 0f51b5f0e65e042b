/** A title as a file name: without characters that some system, or a wikilink, does not allow. */
export function fileTitle(title: string): string {
  return title
    .replace(/[\\/:*?"<>|#^[\]\u0000-\u001f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
}
