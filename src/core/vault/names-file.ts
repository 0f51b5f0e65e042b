import { followsWikiRules, type Link } from '../model/link.ts'
import { isNoteFile } from '../model/note-path.ts'
import { percentDecode } from '../model/percent-decode.ts'

/** Extensions that make a wikilink's target a file, unlike a dot in a title (`[[Node.js]]`). */
const attachmentEndings =
  /\.(?:avif|bmp|gif|jpe?g|png|svg|webp|tiff?|pdf|mp3|m4a|wav|flac|ogg|opus|3gp|mp4|mkv|mov|ogv|webm|avi|csv|tsv|txt|json|ya?ml|toml|xml|html?|docx?|xlsx?|pptx?|odt|ods|zip|gz|canvas|base|excalidraw|epub|tex|bib|ipynb)$/i

/** Whether a link means a file that is no note: an image, or a target with such an extension. */
export function namesFile(link: Link): boolean {
  const target = percentDecode(link.target).replace(/\?.*$/, '')
  if (isNoteFile(target)) return false
  if (link.kind === 'image') return true
  return followsWikiRules(link) ? attachmentEndings.test(target) : /[^./]\.[A-Za-z0-9]{1,8}$/.test(target)
}
