import { describe, expect, test } from '@jest/globals'
import { pathsFound, searchNotes } from '../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

/** Forty notes in ten languages: path, title, text. */
const notes = `
de/strassenbahn|Straßenbahn|Die Straßenbahn fährt auf Schienen durch die Stadt und ist mit dem Fahrplan für die Häuser am Rand verbunden.
de/versicherung|Beitrag zur Versicherung|Der Versicherungsbeitrag wird jeden Monat bezahlt. So rechnet man den Betrag aus, den das Amt und die Kasse verlangen.
de/muesli|Müsli|Für das Frühstück werden Haferflocken mit Äpfeln und Nüssen in der Schüssel gemischt, und die Milch kommt zuletzt.
de/fahrrad|Fahrrad flicken|Wenn der Schlauch undicht ist, wird er aus dem Reifen genommen und mit dem Flickzeug repariert.
fr/creme|Crème brûlée|Un dessert de jaunes d'œufs et de crème, avec du sucre que l'on caramélise à la flamme pour les invités.
fr/velo|Réparer un vélo|Pour réparer la chambre à air, il faut démonter la roue et coller une rustine sur le trou.
fr/coeur|Le cœur|Le cœur pompe le sang dans les artères. Il bat plus vite quand on court dans les escaliers.
fr/impots|Déclarer ses impôts|La déclaration des revenus est à remplir chaque année au printemps, par les contribuables et pour les ménages.
es/corazon|El corazón|El corazón bombea la sangre por las arterias y late más rápido cuando una persona corre por las calles.
es/tortilla|Tortilla de patatas|Se fríen las patatas con la cebolla y se mezclan con los huevos batidos para los invitados.
es/canciones|Canciones de cuna|Las canciones de cuna son para los niños que no quieren dormir por la noche y lloran con la luna.
es/jardin|Regar el jardín|En el verano se riega el jardín por la mañana, antes de que el sol queme las hojas de las plantas.
pl/lodz|Łódź|Łódź to duże miasto w środkowej Polsce, znane z dawnych fabryk i szkoły filmowej.
pl/pierogi|Pierogi ruskie|Ciasto na pierogi zagniata się z mąki i wody, a farsz robi się z ziemniaków i twarogu.
tr/isik|Işık hızı|Işık boşlukta saniyede üç yüz bin kilometre yol alır ve bu hız hiçbir zaman aşılmaz.
tr/kahve|Türk kahvesi|Kahve cezvede pişirilir ve yanında lokum ile küçük bir fincanda sunulur.
vi/danang|Đà Nẵng|Đà Nẵng là thành phố biển ở miền Trung, có nhiều cầu đẹp và bãi cát dài.
vi/pho|Phở bò|Nước dùng phở được ninh từ xương bò với quế, hồi và gừng nướng.
ru/seti|Нейронные сети|Нейронная сеть состоит из слоёв, и веса каждого слоя подбираются во время обучения на примерах.
ru/borsch|Борщ|Для борща нужны свёкла, капуста и мясо, а подают его со сметаной и с чесноком.
ru/ezhik|Ёжик в лесу|Ёжик живёт в лесу и зимой спит, а летом он ищет жуков и червей под листьями.
ru/velosiped|Ремонт велосипеда|Чтобы заклеить камеру, нужно снять колесо и найти место, где она пропускает воздух.
el/odysseia|Οδύσσεια|Ο Οδυσσέας επιστρέφει στην Ιθάκη μετά από δέκα χρόνια στη θάλασσα.
el/kafes|Ελληνικός καφές|Ο καφές ψήνεται στο μπρίκι και σερβίρεται με ένα ποτήρι νερό.
zh/train|铁路12306抢票|节假日用手机买火车票，开售时间要提前设闹钟，价格300元。
zh/gpu|使用GPU训练模型|用Python写训练代码，Transformer模型需要很多显存。iPhone15也可以推理。
zh/cat|我的猫|它喜欢睡觉，每天吃两次粮，怕吸尘器。
zh/tax|所得税|每年三月申报，专项扣除要保留发票。
zh/attention|注意力机制|每个词向其他词提问，得到权重以后求和。
zh/overfit|过拟合|模型记住了训练集，在新数据上表现很差，可以用正则化。
ja/dog|犬の散歩|朝と夕方に犬を連れて公園まで歩く。雨の日は短くする。
ja/ice|アイスクリーム|牛乳と砂糖を混ぜて冷凍庫で凍らせる。ときどきかき混ぜる。
ja/tokyo|東京の電車|山手線は環状に走り、新宿と渋谷で乗り換えができる。
ja/ml|機械学習の基礎|データから規則を学び、未知の入力を予測する。ＧＰＵが役に立つ。
ko/ml|기계 학습|데이터로 모델을 학습하고 GPU를 써서 속도를 높인다.
ko/kimchi|김치 담그기|배추를 소금에 절이고 고춧가루와 마늘로 양념을 만든다.
ko/seoul|서울의 지하철|지하철은 밤 열두 시까지 다니고 교통카드로 탄다.
ar/qahwa|القهوة العربية|تُحضَّر القهوة مع الهيل وتُقدَّم في فنجان صغير مع التمر.
he/shabbat|שבת שלום|מדליקים נרות לפני השקיעה ואוכלים חלה.
th/cat|แมวของฉัน|แมวชอบนอนกลางวันและกินปลา
`

/** Queries with the note that must come first; several queries for a note are parted by semicolons. */
const queries = `
de/strassenbahn|strassenbahn; Straßenbahn; STRASSENBAHN; schiene; was ist eine Straßenbahn; bahn; fahrplan stadt
de/versicherung|versicherungsbeitrag; versicherung; beitrag versicherung; wie rechnet man den Betrag; betrag
de/muesli|müsli; musli; haferflocken; apfel; nuss; frühstück mit Milch
de/fahrrad|fahrrad; fahrrad flicken; schlauch; reifen reparieren; flickzeug; wie flickt man ein Fahrrad
fr/creme|crème brûlée; creme brulee; qu'est-ce que la crème brûlée; oeufs; œufs; dessert flamme; caramelise
fr/velo|vélo; velo; reparer un velo; rustine; comment réparer un vélo; chambre à air
fr/coeur|cœur; coeur; le coeur; arteres sang
fr/impots|impots; impôts; declaration revenus; déclarer ses impôts
es/corazon|corazon; el corazón; arterias; sangre
es/tortilla|tortilla; patatas; huevos; como se fríen las patatas
es/canciones|cancion; canciones; cuna; cancion de cuna
es/jardin|jardin; regar; riega jardín; plantas
pl/lodz|lodz; Łódź; szkoła filmowa; fabryk
pl/pierogi|pierogi; ziemniakow; maki wody; twarog
tr/isik|isik; ışık; IŞIK; isik hizi; kilometre
tr/kahve|kahve; turk kahvesi; cezve; lokum
vi/danang|da nang; Đà Nẵng; bai cat; thành phố biển
vi/pho|pho; phở; pho bo; xuong bo
ru/seti|нейронные сети; нейронная сеть; слой; обучение; что такое нейронная сеть
ru/borsch|борщ; свекла; свёкла; капуста
ru/ezhik|ежик; ёжик; жуки; лес
ru/velosiped|велосипед; ремонт велосипеда; колесо; заклеить камеру
el/odysseia|οδυσσεια; Οδύσσεια; ΟΔΥΣΣΕΙΑ; ιθακη
el/kafes|καφες; καφές; μπρικι
zh/train|12306; 抢票; 铁路; 火车票; 怎么抢票
zh/gpu|Transformer; Python; 显存; iPhone15; iphone; 训练模型
zh/cat|猫; 我的猫; 睡觉; 吸尘器
zh/tax|税; 所得税; 申报; 发票; 什么是所得税; 申報; 發票; 專項扣除
zh/attention|注意力; 什么是注意力; 注意力机制; 权重
zh/overfit|过拟合; 正则化; 训练集; 什么叫过拟合
ja/dog|犬; 散歩; 犬の散歩; 公園; 夕方
ja/ice|アイスクリーム; あいすくりーむ; ｱｲｽｸﾘｰﾑ; 牛乳; 砂糖
ja/tokyo|東京; 電車; 山手線; 新宿
ja/ml|機械学習; 機械学習とは; 未知の入力; 規則
ko/ml|기계 학습; 학습; 기계학습; 데이터 모델
ko/kimchi|김치; 배추; 고춧가루; 마늘
ko/seoul|서울; 지하철; 교통카드; 지하철은
ar/qahwa|قهوة; القهوة; فنجان; القهوه العربيه
he/shabbat|שבת; נרות; שבת שלום
th/cat|แมว; แมวของฉัน; ปลา
`

const rows = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'))

const source = searchSourceOf(
  Object.fromEntries(
    rows(notes).map(([path = '', title = '', text = '']) => [`${path}.md`, `# ${title}\n\n${text}\n`]),
  ),
)
const cases = rows(queries).flatMap(([path = '', list = '']) =>
  list.split('; ').map((query) => [query, `${path}.md`] as const),
)

describe('forty notes in ten languages and more', () => {
  test('are asked often enough', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
  })

  test.each(cases)('%s finds %s', async (query, path) => {
    expect((await pathsFound(source, query, { filters: [], limit: 5 }))[0]).toBe(path)
  })

  test.each([
    ['猫 恐竜', ['恐竜']],
    ['fahrrad zeppelin', ['zeppelin']],
    ['注意力 量子', ['量子']],
    ['fahrrad https://zeppelin.example', ['zeppelin', 'example']],
    ['to be or not to be', []],
  ])('what no note holds is said: %s', async (query, missing) => {
    expect((await searchNotes(source, query, { filters: [], limit: 5 })).missing).toEqual(missing)
  })
})

describe('a word as it is written beside others', () => {
  const forms = searchSourceOf({
    'he/bread.md': '# לֶחֶם\n\nאופים בתנור חם ומוסיפים שומשום בלילה.\n',
    'he/garden.md': '# הגן\n\nשותלים עגבניות.\n',
    'ar/book.md': '# المكتبة\n\nالكتاب خير جليس وللقهوة مكان بالبيت.\n',
    'hi/lang.md': '# भाषा\n\nहिन्दी में गेहूँ की ज़मीन.\n',
    'ru/ski.md': '# Лыжи\n\nСмазывать лыжи надо парафином.\n',
    'en/a.md': '# Other\n\nThis is one of the notes that were written about it and not about them.\n',
    'en/b.md': '# Another\n\nThis is another of the notes that you can have in here.\n',
  })
  test.each([
    ['תנור', 'he/bread.md'],
    ['לילה', 'he/bread.md'],
    ['שומשום', 'he/bread.md'],
    ['ולילה', 'he/bread.md'],
    ['גן', 'he/garden.md'],
    ['בגן', 'he/garden.md'],
    ['والكتاب', 'ar/book.md'],
    ['كتاب', 'ar/book.md'],
    ['قهوة', 'ar/book.md'],
    ['بيت', 'ar/book.md'],
    ['हिंदी', 'hi/lang.md'],
    ['गेहूं', 'hi/lang.md'],
    ['जमीन', 'hi/lang.md'],
    ['лыжами', 'ru/ski.md'],
    ['парафин', 'ru/ski.md'],
  ])('%s finds %s', async (query, path) => {
    expect((await pathsFound(forms, query, { filters: [], limit: 5 }))[0]).toBe(path)
  })
})

describe('signs, identifiers, versions and formulas', () => {
  const code = searchSourceOf({
    'c.md': '# C\n\nA language.\n',
    'cpp.md': '# C++\n\nA language.\n',
    'cs.md': '# C#\n\nA language.\n',
    'fs.md': '# F#\n\nA language.\n',
    'astar.md': '# A*\n\nA search.\n',
    'a.md': '# A\n\nA letter.\n',
    'net.md': '# .NET\n\nA runtime.\n',
    'http.md': '# Parsing\n\nSee `parseHTTPResponse` and `max_pool_size`.\n',
    'release.md': '# Release\n\nv18.2.1 is out.\n',
    'formula.md': '# Weights\n\n$\\mathrm{softmax}(QK^T)$\n',
    'irls.md': '# Iteratively Reweighted Least Squares\n\nIRLS fits.\n',
    'irl.md': '# Inverse Reinforcement Learning\n\nIt finds a reward.\n',
    'io.md': '# IO streams\n\nBytes in and out.\n',
    'ios.md': '# iOS apps\n\nFor phones.\n',
  })

  test.each([
    ['C', 'c.md'],
    ['c++', 'cpp.md'],
    ['C#', 'cs.md'],
    ['F#', 'fs.md'],
    ['A*', 'astar.md'],
    ['.net', 'net.md'],
    ['http', 'http.md'],
    ['pool', 'http.md'],
    ['parseHTTPResponse', 'http.md'],
    ['18.2', 'release.md'],
    ['v18.2.1', 'release.md'],
    ['18.2.1', 'release.md'],
    ['softmax(QK^T)', 'formula.md'],
    ['irl', 'irl.md'],
    ['irls', 'irls.md'],
    ['ios', 'ios.md'],
    ['io', 'io.md'],
  ])('%s finds %s', async (query, path) => {
    expect((await pathsFound(code, query, { filters: [], limit: 5 }))[0]).toBe(path)
  })

  test('a whole name has 95 or more', async () => {
    const { hits } = await searchNotes(code, 'C++', { filters: [], limit: 5 })
    expect(hits[0]).toMatchObject({ path: 'cpp.md', score: expect.any(Number) })
    expect(hits[0]?.score).toBeGreaterThanOrEqual(95)
  })
})

test('another spelling of a word that the vault has counts', async () => {
  const vault = searchSourceOf({
    'yogurt.md': '# Greek yogurt\n\nMade at home of milk.\n',
    'dip.md': '# Dip\n\nA spoon of yoghurt and garlic.\n',
    'omelet.md': '# Omelet\n\nEggs and butter.\n',
  })
  expect((await pathsFound(vault, 'homemade greek yoghurt', { filters: [], limit: 5 }))[0]).toBe('yogurt.md')
  expect((await pathsFound(vault, 'omelette', { filters: [], limit: 5 }))[0]).toBe('omelet.md')
})

test.each([
  ['donuts', 'doughnut.md'],
  ['ploughing', 'plow.md'],
  ['sulfur', 'sulphur.md'],
  ['curb', 'kerb.md'],
])('%s, as it is spelled elsewhere, is %s, answered in full', async (query, path) => {
  const vault = searchSourceOf({
    'doughnut.md': '# Doughnut\n\nFried in oil.\n',
    'plow.md': '# Plowing\n\nA field in autumn.\n',
    'sulphur.md': '# Sulphur\n\nYellow.\n',
    'kerb.md': '# Kerb\n\nOf stone.\n',
  })
  const found = await searchNotes(vault, query, { filters: [], limit: 5 })
  expect([found.hits[0]?.path, found.band]).toEqual([path, 'full'])
})
