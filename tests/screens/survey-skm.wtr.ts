import { expect, fixture, html } from '@open-wc/testing'
import { setLang } from '../../shared/web/lang.ts'
import '../../survey/survey-skm.ts'
import type { SurveySkm } from '../../survey/survey-skm.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const form = (free = true) => fixture<SurveySkm>(html`<survey-skm ?free=${free}></survey-skm>`)
const words = (element: SurveySkm) => element.shadowRoot!.textContent!.replace(/\s+/g, ' ')
const chips = (element: SurveySkm) => [...element.shadowRoot!.querySelectorAll('ui-chips')]
const send = (element: SurveySkm) => element.shadowRoot!.querySelector<HTMLElement>('ui-dock ui-button')!.click()

async function answer(element: SurveySkm, question: number, score: number): Promise<void> {
  chips(element)[question - 1]!.shadowRoot!.querySelectorAll('button')[score - 1]!.click()
  await element.updateComplete
}

async function write(element: SurveySkm, text: string): Promise<void> {
  const area = element.shadowRoot!.querySelector('textarea')!
  area.value = text
  area.dispatchEvent(new Event('input'))
  await element.updateComplete
}

describe('the nine questions', () => {
  beforeEach(() => setLang('id'))
  after(() => setLang('id'))

  it('read well in every theme', async () => {
    await accessibleInThemes(await form())
  })

  it('stand in the order of the annex, in the official words', async () => {
    const asked = [...(await form()).shadowRoot!.querySelectorAll('fieldset:not(.about) legend')].map(l =>
      l.textContent!.trim(),
    )
    expect(asked).to.have.length(9)
    expect(asked[0]).to.contain('kesesuaian persyaratan pelayanan')
    expect(asked[7]).to.contain('sarana dan prasarana')
    expect(asked[8]).to.contain('penanganan pengaduan')
  })

  it('come in the order of the office with its further questions, which are counted and sent apart [S74]', async () => {
    const answers = ['Buruk', 'Cukup', 'Baik', 'Sangat baik'].map(one => [one, ''] as const)
    const own = { key: 'antrean', question: ['Bagaimana antreannya?', ''] as const, answers }
    const asked = { order: ['antrean', 'waktu', 'biaya'], extra: [own] }
    const element = await fixture<SurveySkm>(html`<survey-skm free .asked=${asked}></survey-skm>`)
    const legends = [...element.shadowRoot!.querySelectorAll('fieldset:not(.about) legend')]
    expect(legends.map(l => l.textContent!.trim().slice(0, 12))).to.deep.equal([
      ...['1Bagaimana a', '2Bagaimana p', '3Bagaimana p'],
    ])
    const sent = heard<unknown>(element, 'answers')
    await answer(element, 1, 2)
    expect(words(element)).to.contain('2 dari 3 terjawab')
    await answer(element, 2, 3)
    send(element)
    expect(sent).to.deep.equal([{ answers: { waktu: 3 }, extra: { antrean: 2 } }])
  })

  it('show the official wording beside the English help', async () => {
    setLang('en')
    const legend = (await form()).shadowRoot!.querySelector('legend')!
    expect(legend.textContent).to.contain('Do the requirements suit')
    expect(legend.querySelector('[lang="id"]')!.textContent).to.contain('kesesuaian persyaratan')
  })

  it('answer the cost of a free service by themselves, and say why [S8]', async () => {
    const free = chips(await form())[3]!
    expect(free.mode).to.equal('fixed')
    expect(free.selected).to.deep.equal(['4'])
    expect(free.why).to.contain('gratis')
    expect(chips(await form(false))[3]!.mode).to.equal('single')
  })

  it('count what is answered', async () => {
    const element = await form()
    await answer(element, 1, 3)
    await answer(element, 2, 1)
    expect(words(element)).to.contain('3 dari 9 terjawab')
    expect(element.shadowRoot!.querySelector('progress')!.value).to.equal(3)
  })

  it('may be skipped: what is sent holds only what was answered', async () => {
    const element = await form(false)
    const sent = heard<unknown>(element, 'answers')
    await answer(element, 9, 4)
    await write(element, '  Tambah kursi  ')
    send(element)
    expect(sent).to.deep.equal([{ answers: { pengaduan: 4 }, suggestion: 'Tambah kursi' }])
  })

  it('end with who answers, each item left out at will and taken back [S85]', async () => {
    const element = await form(false)
    const sent = heard<{ profile?: object }>(element, 'answers')
    const items = [...element.shadowRoot!.querySelectorAll('select')]
    expect(element.shadowRoot!.querySelector('main')!.lastElementChild!.contains(items[0]!)).to.equal(true)
    expect(items.map(item => item.closest('label')!.innerText.split('\n')[0]!.trim())).to.deep.equal([
      'Jenis kelamin',
      'Usia',
      'Pendidikan terakhir',
      'Pekerjaan',
    ])
    expect(items.map(item => item.selectedOptions[0]!.text)).to.deep.equal(Array(4).fill('Tidak diisi'))
    const choose = async (place: number, value: string) => {
      items[place]!.value = value
      items[place]!.dispatchEvent(new Event('change'))
      await element.updateComplete
    }
    await answer(element, 1, 3)
    send(element)
    await choose(0, 'P')
    await choose(1, '60+')
    await choose(3, 'TNI')
    await choose(3, '')
    send(element)
    expect(sent.map(({ profile }) => profile)).to.deep.equal([undefined, { sex: 'P', age: '60+' }])
  })

  it('are not sent empty, who answers alone being no answer', async () => {
    const element = await form()
    const sent = heard(element, 'answers')
    element.draft = { ...element.draft, profile: { sex: 'L' } }
    await element.updateComplete
    expect(element.shadowRoot!.querySelector('select')!.value).to.equal('L')
    send(element)
    await element.updateComplete
    expect(sent).to.have.length(0)
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).to.contain('paling sedikit satu')
  })

  it('ask for no name, and count the letters that are left [S7]', async () => {
    const element = await form()
    await write(element, 'a'.repeat(30))
    expect(words(element)).to.contain('jangan menulis nama')
    expect(words(element)).to.contain('970 huruf lagi')
    expect(element.shadowRoot!.querySelector('textarea')!.maxLength).to.equal(1000)
  })
})
