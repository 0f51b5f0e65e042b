/** Text in lower case without accents, for comparing what one types. */
export function folded(text: string | null): string {
  return (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
