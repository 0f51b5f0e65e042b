import { expect, test } from '@jest/globals'
import { searchNotes } from '../../../../src/core/search/search-notes.ts'
import { otherSpellings } from '../../../../src/core/search/ranking/spellings.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

const pairs = (
  'prioritise prioritize, hypothesise hypothesize, ionise ionize, customisable customizable, randomisation randomization, ' +
  'hydrolyse hydrolyze, grey gray, odour odor, humour humor, discoloured discolored, neighbourhood neighborhood, theatre theater, ' +
  'metres meters, kilometre kilometer, millilitre milliliter, centring centering, sombre somber, catalogue catalog, ' +
  'cataloguing cataloging, dialogues dialogs, defence defense, pretences pretenses, practising practicing, haemoglobin hemoglobin, ' +
  'anaesthesia anesthesia, paediatric pediatric, archaeology archeology, caesium cesium, gynaecology gynecology, ' +
  'mediaeval medieval, judgement judgment, likeable likable, ageing aging, connexion connection, adviser advisor, ' +
  'artefacts artifacts, sceptical skeptical, draughts drafts, burnt burned, spelt spelled, ketchup catsup, kebabs kabobs, axe ax, okay ok, ' +
  'colourised colorized, tyres tires, whiskies whiskeys, moustache mustache, enquiry inquiry, jewellery jewelry, ploughing plowing, faeces feces, phoenixes phenixes'
)
  .split(', ')
  .map((pair) => pair.split(' ') as [string, string])

const source = searchSourceOf(
  Object.fromEntries(
    pairs.flatMap((pair) => pair.map((word) => [`${word}.md`, `# Entry\n\nThe lines here are on ${word} alone.\n`])),
  ),
)

test.each(pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]))(
  'beside notes with %s, those with %s are found',
  async (one, other) => {
    const { hits } = await searchNotes(source, one, { filters: [], limit: 6 })
    const paths = hits.map(({ path }) => path)
    expect(paths[0]).toBe(`${one}.md`)
    expect(paths).toContain(`${other}.md`)
  },
)

test.each([
  ['schluessel', 'Schlüssel'],
  ['Schlüssel', 'Schluessel'],
  ['groesse', 'Größe'],
  ['suess', 'süß'],
  ['schuessel', 'Rührschüssel'],
  ['pruefen', 'prüfen'],
])('in a German vault %s finds %s', async (query, word) => {
  const german = searchSourceOf({
    'a.md': `# Eintrag\n\nDas ist der Text, in dem die ${word} steht und nicht mehr.\n`,
    'b.md': '# Anderes\n\nHier ist das nicht, was man mit dem Wort sucht.\n',
  })
  const { hits } = await searchNotes(german, query, { filters: [], limit: 3 })
  expect(hits.map(({ path }) => path)).toEqual(['a.md'])
})

test.each([
  'poet',
  'hour',
  'for',
  'four',
  'wise',
  'size',
  'miner',
  'c++',
  '2024',
  'straße',
  'poets',
  'canoes',
  'scoring',
  'scored',
  'flour',
])('%s has no other spelling that is another word', (word) => {
  for (const other of [
    'pet',
    'hor',
    'four',
    'for',
    'wize',
    'sise',
    'minor',
    'pets',
    'canes',
    'scouring',
    'scoured',
    'flor',
  ])
    expect(otherSpellings(word, false)).not.toContain(other)
})
