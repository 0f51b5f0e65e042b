import { expect, test } from '@jest/globals'
import { Parser } from 'commonmark'
import { decodeEntity } from '../../../src/core/parse/entities.ts'

/** The names of HTML 4.01, section 24, and `apos`. */
const names = `
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot
  cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml
  Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
  agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute
  ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml quot amp apos lt gt OElig oelig Scaron scaron Yuml fnof
  circ tilde Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi
  Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi
  omega thetasym upsih piv ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger bull
  hellip permil prime Prime lsaquo rsaquo oline frasl euro image weierp real trade alefsym larr uarr rarr darr harr crarr lArr uArr
  rArr dArr hArr forall part exist empty nabla isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4
  sim cong asymp ne equiv le ge sub sup nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs
  hearts diams
`

test('the 253 names of HTML 4 stand for what commonmark.js takes them for', () => {
  const all = names.trim().split(/\s+/)
  const parser = new Parser()
  const decoded = (name: string): string | null | undefined => parser.parse(`&${name};`).firstChild?.firstChild?.literal
  expect(all).toHaveLength(253)
  expect(all.map((name) => [name, decodeEntity(name)])).toEqual(all.map((name) => [name, decoded(name)]))
})

test.each([
  ['#65', 'A'],
  ['#x41', 'A'],
  ['#X2f', '/'],
  ['#0', '\ufffd'],
  ['#x10ffff', '\u{10ffff}'],
  ['#x110000', '\ufffd'],
  ['#xd7ff', '\ud7ff'],
  ['#xd800', '\ufffd'],
  ['#xdfff', '\ufffd'],
  ['#xe000', '\ue000'],
  ['#x', undefined],
  ['#', undefined],
  ['nothing', undefined],
])('the reference &%s; is %j', (name, expected) => {
  expect(decodeEntity(name)).toBe(expected)
})
