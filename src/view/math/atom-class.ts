import type { AtomClass } from './formula.ts'

const members: Readonly<Partial<Record<AtomClass, string>>> = {
  bin: '+−±∓×÷⋅∗*∘∙†‡∧∨∩∪≀⊎⊓⊔⊕⊖⊗⊘⊙⊚⊛⊝⊞⊟⊠⊡⊺⊻⊼⋄⋆⋇⋉⋊⋋⋌⋎⋏⋒⋓∔∖△▽◯▹◃⨿⩞&',
  open: '([{⟨⌊⌈⟦⎰⌜⌞⟮⦃',
  close: ')]}⟩⌋⌉⟧⎱⌝⌟⟯⦄!?',
  punct: ',;',
  op: '∑∏∐∫∬∭∮∯∰⋀⋁⋂⋃⨀⨁⨂⨄⨆',
  inner: '…⋯⋱',
  ord: '′″‴|‖.⋮/\\',
}

const classOf = new Map<string, AtomClass>(
  Object.entries(members).flatMap(([name, chars]) =>
    Array.from(chars, (char): [string, AtomClass] => [char, isAtomClass(name) ? name : 'ord']),
  ),
)

function isAtomClass(name: string): name is AtomClass {
  return name in members
}

/** The TeX class of an operator or bracket; a character in no list is a relation. */
export function operatorClass(text: string): AtomClass {
  return classOf.get(text) ?? 'rel'
}

/** True for the large operators, which carry their limits above and below: ∑, ∏, ∫ and their like. */
export function isLargeOperator(text: string): boolean {
  return classOf.get(text) === 'op'
}

const limitOperators = /^(?:(?:arg ?)?(?:max|min)|sup|inf|lim(?: ?sup| ?inf)?|Pr)$/

/** True for named operators that range over what stands below them, unlike functions such as `log`. */
export function isLimitOperator(text: string): boolean {
  return limitOperators.test(text)
}
