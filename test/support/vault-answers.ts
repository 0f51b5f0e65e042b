import type { Vault } from '../../src/core/vault/vault.ts'

/** All that a vault says, as plain data: for comparing one that came out of a cache with one that was read. */
export function vaultAnswers(vault: Vault) {
  return {
    attachments: vault.attachments,
    notes: vault.notes.map((note) => ({
      path: note.path,
      title: note.title,
      titleSource: note.titleSource,
      summary: note.summary,
      summarySource: note.summarySource,
      aliases: note.aliases,
      topics: note.topics,
      tags: note.tags,
      created: note.created,
      modified: note.modified,
      words: note.words,
      metadata: note.metadata,
      bodyStart: note.bodyStart,
      headings: note.headings,
      blocks: note.blocks,
      inlineTags: note.inlineTags,
      anchors: note.anchors,
      links: note.links,
      definitions: note.definitions,
      footnotes: note.footnotes,
      problems: note.problems,
      file: note.file,
      ...linkAnswers(vault, note.path),
    })),
  }
}

/** All that a vault says of the links of a note. */
export function linkAnswers(vault: Vault, path: Vault['notes'][number]['path']) {
  return {
    counts: [vault.linkCount(path), vault.backlinkCount(path)],
    targets: vault.targetsOf(path),
    sources: vault.sourcesOf(path),
    out: vault.linksFrom(path).map(({ link, resolution }) => ({ at: link.span, resolution })),
    in: vault.linksTo(path).map(({ from, link, resolution }) => ({ from: from.path, at: link.span, resolution })),
  }
}
