/** The view that a fragment names: `#notes`, or `#topic:name` for a place in the topics; the first one otherwise. */
export function startView(views: readonly string[], fragment: string): string {
  const name = fragment.replace(/^#/, '')
  const named = name.startsWith('topic:') ? 'topics' : name
  return views.includes(named) ? named : (views[0] ?? 'notes')
}
