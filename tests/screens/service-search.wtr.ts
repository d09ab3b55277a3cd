import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import '../../console/parts/service-search.ts'
import type { ServiceSearch } from '../../console/parts/service-search.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answerWith, restoreFetch, sent } from '../helpers/console-answers.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const UNFOUND = 'POST /api/offices/samarinda/unfound'

/** The field with what somebody typed into it. */
async function typed(query: string, events = false) {
  const search = await fixture<ServiceSearch>(
    html`<service-search .office=${demoOffice} ?events=${events} label="Layanan"></service-search>`,
  )
  const root = search.shadowRoot!
  const field = root.querySelector('input')!
  const chosen = heard<string>(search, 'service')
  field.focus()
  field.value = query
  field.dispatchEvent(new Event('input'))
  await search.updateComplete
  return {
    search,
    chosen,
    names: () => [...root.querySelectorAll('[role="option"] span')].map(option => option.textContent),
    words: () => root.querySelector('[role="status"]')!.textContent,
    async press(key: string) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await search.updateComplete
    },
  }
}

describe('the search of the front desk', () => {
  beforeEach(() => {
    setLang('id')
    answerWith({ [UNFOUND]: [200, { ok: true }] })
  })
  afterEach(restoreFetch)

  it('finds as the booking pages do, best first and advice last [Q5 Q6]', async () => {
    const it = await typed('akta kelahran')
    expect([it.names()[0], it.names().at(-1)]).to.deep.equal(['Akta Kelahiran', 'Konsultasi'])
    await accessibleInThemes(it.search)
    await it.press('Enter')
    expect(it.chosen).to.deep.equal(['akta-kelahiran'])
    expect(sent).to.deep.equal([])
  })

  it('offers an event of life by its words where one may be chosen, as its first service and its case [D53]', async () => {
    const it = await typed('anak lahir', true)
    expect(it.names()[0]).to.contain('Anak lahir')
    await accessibleInThemes(it.search)
    const cases = heard<string>(it.search, 'case')
    const events = heard<string>(it.search, 'life-event')
    await it.press('Enter')
    expect([it.chosen, cases, events]).to.deep.equal([['akta-kelahiran'], ['baru'], ['anak-lahir']])
    expect(it.search.shadowRoot!.querySelector('input')!.value).to.equal('Anak lahir')
    expect((await typed('akta kelahiran', true)).names()[0]).to.equal('Akta Kelahiran')
    expect((await typed('anak lahir')).names()[0]).not.to.contain('Anak lahir')
  })

  it('shows the whole list while nothing is looked for [Q5]', async () => {
    expect((await typed('')).names()).to.have.length(demoOffice.services.length)
  })

  it('says where another office does it [Q4]', async () => {
    expect((await typed('paspor')).words()).to.contain('Bukan di kantor ini: Paspor. Kantor Imigrasi')
  })

  it('chooses nothing by Enter where nothing was found, offers advice, and lets it be counted [Q5 Q7]', async () => {
    const it = await typed('visum')
    expect([it.names(), it.words()]).to.deep.equal([['Konsultasi'], 'Tidak ada layanan dengan kata itu.'])
    await it.press('Enter')
    expect(it.chosen).to.deep.equal([])
    await it.press('ArrowDown')
    await it.press('Enter')
    expect(it.chosen).to.deep.equal(['konsultasi'])
    await aTimeout(0)
    expect(sent.map(s => [s.route, s.body])).to.deep.equal([[UNFOUND, { query: 'visum' }]])
  })
})
