import { describe, expect, test } from '@jest/globals'
import { knownTex } from '../../../../src/core/parse/math/known-tex.ts'

/** The units of siunitx (its manual, tables 1 to 5 and 8) and of its older versions, by what is printed. */
const symbols = `
  ampere A, candela cd, kelvin K, kilogram kg, metre m, meter m, mole mol, second s, gram g, becquerel Bq, coulomb C, farad F, gray Gy,
  hertz Hz, henry H, joule J, katal kat, lumen lm, lux lx, newton N, ohm Ω, pascal Pa, radian rad, siemens S, sievert Sv, steradian sr,
  tesla T, volt V, watt W, weber Wb, astronomicalunit au, bel B, dalton Da, day d, decibel dB, electronvolt eV, hectare ha, hour h,
  litre l, liter L, minute min, neper Np, tonne t, angstrom Å, bar bar, barn b, knot kn, mmHg mmHg, bit bit, byte B, parsec pc,
  lightyear ly, degreeCelsius °C, celsius °C, degree °, arcminute ′, arcmin ′, arcsecond ″, arcsec ″, percent \\%, permille ‰,
  atomicmassunit u, gauss G, poise P, erg erg, inch in, bohr a₀, clight c, planckbar ħ, electronmass mₑ, elementarycharge e,
  km km, um μm, uA μA, MeV MeV, kohm kΩ, uohm μΩ, deg °, kWh kWh, GHz GHz, mol mol, mmol mmol, fs fs, nPa nPa, cm cm, dB dB, TeV TeV,
  rpm rpm, year a, dpt dpt, permil ‰
`

/** The prefixes of the SI with those of binary numbers, by what is printed. */
const prefixes = `
  quecto q, ronto r, yocto y, zepto z, atto a, femto f, pico p, nano n, micro μ, milli m, centi c, deci d, deca da, deka da, hecto h,
  kilo k, mega M, giga G, tera T, peta P, exa E, zetta Z, yotta Y, ronna R, quetta Q, kibi Ki, mebi Mi, gibi Gi, tebi Ti, pebi Pi, exbi Ei
`

function pairs(list: string): readonly (readonly [string, string])[] {
  return list
    .trim()
    .split(/,\s+/)
    .map((pair) => {
      const [name = '', printed = ''] = pair.split(' ')
      return [name, printed]
    })
}

describe('siunitx', () => {
  test('every unit, and every prefix before one', () => {
    const units = pairs(symbols)
    expect(units.map(([name]) => [name, knownTex(`\\unit{\\${name}}`).tex])).toEqual(
      units.map(([name, printed]) => [name, `\\mathrm{${printed}}`]),
    )
    const all = pairs(prefixes)
    expect(all.map(([name]) => [name, knownTex(`\\si{\\${name}\\metre}`).tex])).toEqual(
      all.map(([name, printed]) => [name, `\\mathrm{${printed}m}`]),
    )
  })

  test.each([
    // numbers
    ['\\num{1.2e-3}', '{1.2\\times 10^{-3}}'],
    ['\\num{1.2E3}', '{1.2\\times 10^{3}}'],
    ['\\num{1e+3}', '{1\\times 10^{3}}'],
    ['\\num{1.e3}', '{1.\\times 10^{3}}'],
    ['\\num{e3}', '{10^{3}}'],
    ['\\num{1.2(3)e4}', '{1.2(3)\\times 10^{4}}'],
    ['\\num{1,5 +- 0.1}', '{1{,}5\\pm 0.1}'],
    ['\\num{2 x 3}', '{2\\times 3}'],
    ['\\num{2x-3}', '{2\\times -3}'],
    ['\\num{ 12 345 }', '{12345}'],
    ['\\num{\\pi}', '{\\pi}'],
    ['\\num[round-mode=places]{1}', '{1}'],
    ['\\numproduct{2 x 3}', '{2\\times 3}'],
    // angles
    ['\\ang{12.5}', '{12.5}\\text{°}'],
    ['\\ang{12;30;15}', '{12}\\text{°}{30}\\text{′}{15}\\text{″}'],
    ['\\ang{;;5}', '{5}\\text{″}'],
    ['\\ang[x]{1; ;}', '{1}\\text{°}'],
    // units
    ['\\unit[x]{\\metre}', '\\mathrm{m}'],
    ['\\unit{m.s^{-2}}', '\\mathrm{m\\,s^{-2}}'],
    ['\\unit{m~s}', '\\mathrm{m\\,s}'],
    ['\\unit{\\metre\\per\\second}', '\\mathrm{m}\\,\\mathrm{s}^{-1}'],
    ['\\unit{\\per\\second\\metre}', '\\mathrm{s}^{-1}\\,\\mathrm{m}'],
    ['\\unit{\\per\\square\\metre}', '\\mathrm{m}^{-2}'],
    ['\\unit{\\square\\metre}', '\\mathrm{m}^{2}'],
    ['\\unit{\\cubic\\centi\\metre}', '\\mathrm{cm}^{3}'],
    ['\\unit{\\metre\\squared\\second}', '\\mathrm{m}^{2}\\,\\mathrm{s}'],
    ['\\unit{\\metre\\cubed}', '\\mathrm{m}^{3}'],
    ['\\unit{\\metre\\tothe{4}}', '\\mathrm{m}^{4}'],
    ['\\unit{\\raiseto{4}\\kilo\\metre}', '\\mathrm{km}^{4}'],
    ['\\unit{\\per\\second\\tothe{3}}', '\\mathrm{s}^{-3}'],
    ['\\unit{\\kilogram\\of{X}}', '\\mathrm{kg}_{\\mathrm{X}}'],
    ['\\unit{\\kilogram\\of{X}\\squared}', '\\mathrm{kg}_{\\mathrm{X}}^{2}'],
    ['\\unit{\\metre.\\second}', '\\mathrm{m}\\,\\mathrm{s}'],
    ['\\unit{\\metre \\second}', '\\mathrm{m}\\,\\mathrm{s}'],
    ['\\unit{\\metre~\\second}', '\\mathrm{m}\\,\\mathrm{s}'],
    ['\\unit{\\metre\\,\\second}', '\\mathrm{m}\\,\\mathrm{s}'],
    ['\\unit{\\metre\\cancel\\second}', '\\mathrm{m}\\,\\mathrm{s}'],
    // quantities: degrees, minutes and seconds stand close to their number, all others apart from it
    ['\\SI{5}{\\metre}', '5\\,\\mathrm{m}'],
    ['\\SI[x=y]{5}{m}', '5\\,\\mathrm{m}'],
    ['\\SI{5} {\\metre}', '5\\,\\mathrm{m}'],
    ['\\SI{5}[\\$]{\\per\\kilogram}', '\\$5\\,\\mathrm{kg}^{-1}'],
    ['\\SI{}{\\metre}', '\\mathrm{m}'],
    ['\\SI{5}{\\degree}', '5\\mathrm{°}'],
    ['\\SI{5}{\\arcminute}', '5\\mathrm{′}'],
    ['\\SI{5}{\\arcsecond}', '5\\mathrm{″}'],
    ['\\SI{5}{\\celsius}', '5\\,\\mathrm{°C}'],
    ['\\qty{5}{\\newton}', '5\\,\\mathrm{N}'],
    ['\\qty[x]{5}{\\newton}', '5\\,\\mathrm{N}'],
    // lists and ranges
    ['\\numrange{1}{2}', '{1}\\text{ to }{2}'],
    ['\\numlist{1}', '{1}'],
    ['\\numlist{1;2}', '{1}\\text{ and }{2}'],
    ['\\numlist{1;2;3}', '{1}\\text{, }{2}\\text{ and }{3}'],
    ['\\numlist{1;2;3;4}', '{1}\\text{, }{2}\\text{, }{3}\\text{ and }{4}'],
    ['\\SIrange{1}{2}{\\metre}', '1\\,\\mathrm{m}\\text{ to }2\\,\\mathrm{m}'],
    ['\\qtyrange[x]{1}{2}{\\metre}', '1\\,\\mathrm{m}\\text{ to }2\\,\\mathrm{m}'],
    ['\\SIlist{1;2}{\\metre}', '1\\,\\mathrm{m}\\text{ and }2\\,\\mathrm{m}'],
    ['\\qtylist{1;2;3}{m}', '1\\,\\mathrm{m}\\text{, }2\\,\\mathrm{m}\\text{ and }3\\,\\mathrm{m}'],
    ['\\qtyproduct{2 x 3}{\\metre}', '2\\times 3\\,\\mathrm{m}'],
  ])('%s is %s', (tex, known) => {
    expect(knownTex(tex).tex).toBe(known)
  })

  test.each(
    String.raw`
      \num
      \num{a}
      \num{1 & 2}
      \num{1_2}
      \ang{1;2;3;4}
      \ang{1;a}
      \unit
      \unit{\kilo}
      \unit{\per}
      \unit{\metre\kilo}
      \unit{\squared}
      \unit{\of{x}}
      \unit{\,\metre}
      \unit{\metre/\second}
      \unit{\xm}
      \unit{\mxm}
      \unit{\fmin}
      \SI{5}
      \SI{5}\metre
      \SI{a}{\metre}
      \SI{5}{\foo}
      \numrange{1}
      \numrange{1}{a}
      \numlist
      \numlist{1;a}
      \SIrange{1}{2}
      \qtylist{1;2}
      \qtyproduct{2}
      \qtyproduct{a}{m}`
      .trim()
      .split(/\n\s+/),
  )('%s stays', (tex) => {
    expect(knownTex(tex).tex).toBe(tex)
  })
})
