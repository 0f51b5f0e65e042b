/** How many random cases a property tries: as many as are quick, or `WEND_RUNS` times as many to look harder. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: usual * Number(process.env['WEND_RUNS'] ?? 1) }
}
