/** What became of asking an external URL: it answered, or why that is no answer (a sentence without its final dot). */
export type UrlVerdict =
  | { readonly ok: true; readonly status: number }
  /** It was not asked: it is an address of this machine or its network. */
  | { readonly ok: true; readonly unasked: 'private' }
  | { readonly ok: false; readonly status?: number; readonly reason: string }
