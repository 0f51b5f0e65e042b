/** A title as a file name: without what some system, or a wikilink, does not take. */
export function fileTitle(title: string): string {
  return title
    .replace(/[\\/:*?"<>|#^[\]\u0000-\u001f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
}
