import { nameTable } from '../../model/name-table.ts'

/** TeX commands and the characters they show, in pairs; the names are those of LaTeX, AMS and KaTeX. */
const pairs = `
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ varkappa κ lambda λ mu μ nu ν xi ξ
omicron ο pi π varpi π rho ρ varrho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω digamma ϝ
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ
varPi Π varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ varOmega Ω
ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ gimel ℷ daleth ℸ eth ð mho ℧ Bbbk k R ℝ N ℕ Z ℤ C ℂ Q ℚ reals ℝ
aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø ss ß i ı j ȷ
le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ lt < gt > ll ≪ gg ≫ ne ≠ neq ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ asymp ≍
doteq ≐ coloneqq ≔ prec ≺ succ ≻ preceq ≼ succeq ≽ perp ⊥ bot ⊥ top ⊤ parallel ∥ mid ∣ nmid ∤ models ⊨ vdash ⊢ dashv ⊣ Vdash ⊩
in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅
sqcup ⊔ sqcap ⊓ uplus ⊎ land ∧ wedge ∧ lor ∨ vee ∨ lnot ¬ neg ¬ forall ∀ exists ∃ nexists ∄ therefore ∴ because ∵
pm ± mp ∓ times × div ÷ cdot · ast * star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ dagger † ddagger ‡ amalg ⨿
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ surd √
partial ∂ nabla ∇ infty ∞ infin ∞ prime ′ angle ∠ triangle △ square □ Box □ diamond ⋄ Diamond ◊ blacksquare ■ clubsuit ♣ heartsuit ♡
spadesuit ♠ diamondsuit ♢ flat ♭ natural ♮ sharp ♯ checkmark ✓ degree ° pounds £ S § P ¶ copyright © backslash \\
to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ uparrow ↑ downarrow ↓ updownarrow ↕ Rightarrow ⇒ implies ⇒ Leftarrow ⇐
impliedby ⇐ Leftrightarrow ⇔ iff ⇔ Uparrow ⇑ Downarrow ⇓ mapsto ↦ longmapsto ↦ longrightarrow → longleftarrow ← longleftrightarrow ↔
Longrightarrow ⇒ Longleftarrow ⇐ Longleftrightarrow ⇔ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ leftharpoonup ↼
rightleftharpoons ⇌ leadsto ⇝ rightsquigarrow ⇝ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ xrightarrow → xleftarrow ←
langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ lbrace { rbrace } lbrack [ rbrack ]
dots … ldots … cdots … dotsc … dotsb … vdots ⋮ ddots ⋱ colon : bmod mod pmod mod
`

/** Marks above a letter, as the Unicode character that combines with it. */
const accents: Readonly<Record<string, string>> = nameTable({
  hat: '\u0302',
  widehat: '\u0302',
  check: '\u030c',
  tilde: '\u0303',
  widetilde: '\u0303',
  bar: '\u0304',
  overline: '\u0305',
  breve: '\u0306',
  dot: '\u0307',
  ddot: '\u0308',
  acute: '\u0301',
  grave: '\u0300',
  mathring: '\u030a',
  vec: '\u20d7',
  underline: '\u0332',
})

/** Commands that only change how the following text looks, and show nothing themselves. */
const silent = new Set(
  (
    'mathbb mathbf mathcal mathfrak mathit mathrm mathscr mathsf mathtt mathnormal boldsymbol bm pmb Bbb bf it rm sf tt cal frak text textbf ' +
    'textit textrm textsf texttt textnormal mbox hbox operatorname operatornamewithlimits mathop mathbin mathrel mathord mathopen mathclose ' +
    'mathpunct mathinner left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm displaystyle textstyle ' +
    'scriptstyle scriptscriptstyle limits nolimits nonumber notag quad qquad enspace thinspace medspace thickspace negthinspace boxed cancel ' +
    'overset underset stackrel overbrace underbrace substack'
  ).split(' '),
)

let symbols: ReadonlyMap<string, string> | undefined

/** What a TeX command (without its backslash) shows: the empty text when it only changes the look, undefined when it is unknown. */
export function mathSymbol(command: string): string | undefined {
  symbols ??= readPairs()
  return silent.has(command) ? '' : symbols.get(command)
}

/** The combining character of a TeX accent such as `hat`. */
export function mathAccent(command: string): string | undefined {
  return accents[command]
}

function readPairs(): ReadonlyMap<string, string> {
  const words = pairs.trim().split(/\s+/)
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [])))
}
