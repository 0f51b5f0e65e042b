import { expect, test } from '@jest/globals'
import { otherSpellings, spellingsOf, withoutUmlauts } from '../../../../src/core/search/ranking/spellings.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

/** British and American spellings of the same word, some of each kind. */
const pairs: Readonly<Record<string, string>> = {
  '-ise':
    'organise organize, ionised ionized, realises realizes, advertiser advertizer, hypnotisers hypnotizers, fertilising fertilizing, customisable customizable, organisation organization, organisations organizations, organisational organizational',
  '-yse':
    'analyse analyze, paralysed paralyzed, catalyses catalyzes, breathalyser breathalyzer, analysers analyzers, hydrolysing hydrolyzing',
  '-our':
    'odour odor, colours colors, coloured colored, colouring coloring, flavourings flavorings, labourer laborer, labourers laborers, colourful colorful, harbourfully harborfully, odourless odorless, favourable favorable, behavioural behavioral, behaviourally behaviorally, favourite favorite, favourites favorites, favouritism favoritism, neighbourhood neighborhood, neighbourhoods neighborhoods, neighbourly neighborly, savoury savory, behaviourist behaviorist, colourists colorists, colourscale colorscale, colourise colorise, vapouriser vaporiser, colourisation colorisation',
  '-re':
    'centre center, theatres theaters, metre meter, litres liters, fibre fiber, sabre saber, sombre somber, spectre specter, calibre caliber, lustre luster, meagre meager, ochre ocher, sepulchre sepulcher, mitre miter, nitre niter, goitre goiter, louvre louver, saltpetre saltpeter, centred centered, centring centering, louvred louvered, accoutred accoutered, manoeuvring manoeuvering, maneuvred maneuvered, reconnoitred reconnoitered',
  '-ogue':
    'dialogue dialog, analogues analogs, catalogued cataloged, cataloguing cataloging, cataloguer cataloger, cataloguers catalogers',
  '-ence': 'defence defense, offences offenses, pretenced pretensed, defenceless defenseless',
  practice: 'practise practice, practised practiced, practises practices, practising practicing',
  'a silent e':
    'likeable likable, saleable salable, judgement judgment, acknowledgements acknowledgments, lodgements lodgments',
  '-xion': 'connexion connection, inflexions inflections',
  '-or': 'adviser advisor, advisers advisors, conveyer conveyor, protesters protestors',
  'ae and oe':
    'anaemia anemia, paediatric pediatric, haemoglobin hemoglobin, diarrhoeas diarrheas, foetal fetal, phoenix phenix',
  single:
    'adaptor adapter, aeroplanes airplanes, ageing aging, aluminium aluminum, amoeba ameba, artefacts artifacts, axe ax, barbecue barbeque, burnt burned, catsup ketchup, cheques checks, cosy cozy, diarrhoea diarrhea, discs disks, doughnuts donuts, draughty drafty, dreamt dreamed, enquired inquired, enquiry inquiry, enquiries inquiries, filleted fileted, foetus fetus, gaols jails, gauged gaged, greying graying, greyscale grayscale, hummus houmous, jewellery jewelry, kebabs kabobs, kerbs curbs, knelt kneeled, leant leaned, leapt leaped, learnt learned, leukaemia leukemia, manoeuvre maneuver, molluscs mollusks, moulds molds, moulder molder, moulted molted, moustaches mustaches, mums moms, oesophagus esophagus, oestrogen estrogen, okay ok, ploughing plowing, practiser practicer, programmes programs, pyjamas pajamas, rackets racquets, scepticism skepticism, sceptical skeptical, smelt smelled, smouldered smoldered, snowploughs snowplows, speciality specialty, spelt spelled, spilt spilled, spoilt spoiled, storey story, storeys stories, sulphates sulfates, sulphur sulfur, syrups sirups, tsars czars, tyres tires, whisky whiskey, whiskies whiskeys',
}

test.each(Object.entries(pairs))('both spellings of %s lead to each other', (_, listed) => {
  for (const pair of listed.split(', ')) {
    const [one = '', other = ''] = pair.split(' ')
    expect([pair, otherSpellings(one, false).has(other), otherSpellings(other, false).has(one)]).toEqual([
      pair,
      true,
      true,
    ])
    expect(otherSpellings(one, false).has(one)).toBe(false)
  }
})

/** What looks like one of these endings and is part of another word. */
test.each([
  // Too few letters before it.
  ['prise', 'prize'],
  ['prize', 'prise'],
  ['four', 'for'],
  ['for', 'four'],
  ['brogue', 'brog'],
  ['frog', 'frogue'],
  ['hence', 'hense'],
  ['sense', 'sence'],
  ['table', 'teable'],
  ['action', 'axion'],
  ['miner', 'minor'],
  ['minor', 'miner'],
  // Other letters before it.
  ['geyser', 'geyzer'],
  ['more', 'moer'],
  ['her', 'hre'],
  ['scored', 'scoered'],
  ['powered', 'powred'],
  ['storing', 'stoering'],
  ['powering', 'powring'],
  ['house', 'houce'],
  ['rice', 'rise'],
  // Other letters behind it.
  ['analysis', 'analyzis'],
  ['horizon', 'horison'],
  ['import', 'impourt'],
  ['encourage', 'encorage'],
  ['literacy', 'litreacy'],
  ['photograph', 'photogueraph'],
  ['photograph', 'photoguraph'],
  ['monologuist', 'monologist'],
  ['condenser', 'condencer'],
  ['influencer', 'influenser'],
  ['practical', 'practisal'],
  ['practisal', 'practical'],
  ['enabled', 'eneabled'],
  ['functional', 'funxional'],
  ['refrigeration', 'refrigoration'],
  ['corporation', 'corperation'],
  ['greyhounds', 'grayhounds'],
])('%s is not spelled %s', (word, other) => {
  expect(otherSpellings(word, false)).not.toContain(other)
})

/** All other spellings: vowels from five letters of the singular on, umlauts where a language has them. */
test.each<[string, boolean, string]>([
  ['poet', false, ''],
  ['poets', false, ''],
  ['phoenixes', false, 'phenixes'],
  ['pluto', false, ''],
  ['pluto', true, 'plueto plutoe'],
  ['pluetoe', true, 'plutoe pluaetoe pluoetoe plueto pluete'],
  ['felts', false, ''],
  ['belted', false, 'baelted boelted beltaed beltoed'],
  ['enigm', false, 'aenigm oenigm'],
  ['aenig', true, 'anig enig'],
  ['axe', false, 'ax'],
  ['lab', true, ''],
  ['colour2', true, ''],
  ['c++', true, ''],
  ['grün', true, ''],
  ['', true, ''],
])('all other spellings of %j, with umlauts %s: %s', (word, umlauts, expected) => {
  const others = expected === '' ? [] : expected.split(' ')
  expect([...otherSpellings(word, umlauts)].sort()).toEqual([...others].sort())
})

test.each([
  ['schluessel', 'schlussel'],
  ['aeoeue', 'aou'],
  ['quelle', 'quelle'],
  ['teer', 'teer'],
])('%s without umlauts is %s', (word, plain) => {
  expect(withoutUmlauts(word)).toBe(plain)
})

/** Words of a vault that differ by doubled and silent letters alone, two letters of the beginning and three in length at most. */
test.each<[string, string, string]>([
  ['doubled letters', 'omelet omelett ommelet omelets', 'omelet: omelett ommelet'],
  ['a silent h', 'yoghurt yogurt yogur', 'yoghurt: yogurt'],
  ['an h at the end, which is none', 'torah tora', 'torah:'],
  ['a silent ending', 'cigarette cigaret', 'cigarette: cigaret'],
  ['ph and f', 'sulphur sulfur sulpur', 'sulphur: sulfur'],
  ['our and or', 'savour savor savoir', 'savour: savor'],
  ['y and i', 'gryphon griffon graffon', 'gryphon: griffon'],
  ['three letters less', 'abccddee abcde', 'abcde: abccddee'],
  ['four letters less', 'abccddeeff abcdef', 'abcdef:'],
  ['another second letter', 'aab ab', 'ab:'],
])('%s', (_, words, expected) => {
  const { index } = searchSourceOf({ 'a.md': `# A\n\n${words}\n` })
  const [word = '', others = ''] = expected.split(':')
  const found = spellingsOf(index, word).map(({ text }) => text)
  expect([...found].sort()).toEqual(others.trim() === '' ? [] : others.trim().split(' '))
})
