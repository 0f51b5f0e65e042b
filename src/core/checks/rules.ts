import type { ProblemCode } from '../model/problem-code.ts'
import { ambiguousLink } from './ambiguous-link.ts'
import { badCanvas } from './bad-canvas.ts'
import { badEncoding } from './bad-encoding.ts'
import { badProperty, missingProperty } from './properties/property-rules.ts'
import { badFrontmatter } from './bad-frontmatter.ts'
import { binaryFile } from './binary-file.ts'
import { brokenAnchor } from './broken-anchor.ts'
import { brokenBlock } from './broken-block.ts'
import { brokenFootnote } from './broken-footnote.ts'
import { brokenLink } from './broken-link.ts'
import { brokenUrl } from './broken-url.ts'
import { caseMismatch } from './case-mismatch.ts'
import { conflictMarks } from './conflict-marks.ts'
import { deadEnd } from './dead-end.ts'
import { duplicateAlias } from './duplicate-alias.ts'
import { duplicateBlock } from './duplicate-block.ts'
import { duplicateDefinition } from './duplicate-definition.ts'
import { duplicateHeading } from './duplicate-heading.ts'
import { duplicateTitle } from './duplicate-title.ts'
import { emptyNote } from './empty-note.ts'
import { encodedWikilink } from './encoded-wikilink.ts'
import { longSummary } from './long-summary.ts'
import { missingFile } from './missing-file.ts'
import { missingSummary } from './missing-summary.ts'
import { noTitle } from './no-title.ts'
import { nonPortableLink } from './non-portable-link.ts'
import { oneWayLink } from './one-way-link.ts'
import { orphan } from './orphan.ts'
import { outsideVault } from './outside-vault.ts'
import { resolvedByAlias } from './resolved-by-alias.ts'
import { resolvedBySlug } from './resolved-by-slug.ts'
import { resolvedByTitle } from './resolved-by-title.ts'
import { selfLink } from './self-link.ts'
import { shadowedAlias } from './shadowed-alias.ts'
import { syncConflict } from './sync-conflict.ts'
import { unbalancedMath } from './unbalanced-math.ts'
import { unencodedSpace } from './unencoded-space.ts'
import { unreadableFile } from './unreadable-file.ts'
import { unusedAttachment } from './unused-attachment.ts'
import { unusedDefinition } from './unused-definition.ts'
import type { Rule } from './rule.ts'

/** All rules by code; a code without a rule does not compile. */
export const rules: Readonly<Record<ProblemCode, Rule>> = {
  'broken-link': brokenLink,
  'broken-anchor': brokenAnchor,
  'broken-block': brokenBlock,
  'broken-footnote': brokenFootnote,
  'missing-file': missingFile,
  'broken-url': brokenUrl,
  'ambiguous-link': ambiguousLink,
  'case-mismatch': caseMismatch,
  'outside-vault': outsideVault,
  'encoded-wikilink': encodedWikilink,
  'unencoded-space': unencodedSpace,
  'non-portable-link': nonPortableLink,
  'resolved-by-title': resolvedByTitle,
  'resolved-by-alias': resolvedByAlias,
  'resolved-by-slug': resolvedBySlug,
  'unused-definition': unusedDefinition,
  'duplicate-definition': duplicateDefinition,
  'duplicate-title': duplicateTitle,
  'duplicate-alias': duplicateAlias,
  'shadowed-alias': shadowedAlias,
  'duplicate-heading': duplicateHeading,
  'duplicate-block': duplicateBlock,
  'bad-frontmatter': badFrontmatter,
  'bad-canvas': badCanvas,
  'missing-property': missingProperty,
  'bad-property': badProperty,
  'bad-encoding': badEncoding,
  'binary-file': binaryFile,
  'unreadable-file': unreadableFile,
  'conflict-marks': conflictMarks,
  'sync-conflict': syncConflict,
  'unused-attachment': unusedAttachment,
  'empty-note': emptyNote,
  'missing-summary': missingSummary,
  'long-summary': longSummary,
  'no-title': noTitle,
  'unbalanced-math': unbalancedMath,
  'self-link': selfLink,
  orphan,
  'dead-end': deadEnd,
  'one-way-link': oneWayLink,
}
