import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { fieldName, fieldText } from '../../console/admin/said/field-words.ts'
import type { AdminSettings } from '../../console/admin/admin-settings.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { changedOffice, fieldsOf, standingOf, type OfficeChange } from '../../shared/office/structure/change.ts'
import { setLang } from '../../shared/web/lang.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { office } from '../helpers/console-pages.ts'
import { SETTINGS, bar, button, field, made, open, openInConsole, server, type } from '../helpers/settings-form.ts'
import { heard } from './ui-in-themes.ts'

describe('what is typed into the settings', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('says beside the holidays what they are for an office whose doors are always open, and nothing for others [H5]', async () => {
    const page = await open()
    const said = () => page.shadowRoot!.textContent!.includes('Pintu selalu terbuka menyala')
    const flag = [...page.shadowRoot!.querySelectorAll('ui-choice')].find(c => c.textContent!.includes('Pintu selalu'))!
    for (const checked of [true, false]) {
      emit(flag, 'change', { checked })
      await page.updateComplete
      expect(said()).to.equal(checked)
    }
  })

  it('is typed into times of which no two of a day have the same name', async () => {
    const page = await open()
    const hours = page.shadowRoot!.querySelector('admin-hours')!
    const names = [...hours.shadowRoot!.querySelectorAll('input[inputmode=decimal]')].map(i =>
      i.ariaLabel!.toLowerCase(),
    )
    expect(names).to.include('senin: sampai').and.include('senin: istirahat sampai')
    expect(new Set(names).size).to.equal(names.length)
  })

  it('asks before it is left by a link', async () => {
    const page = await open()
    const link = await fixture<HTMLAnchorElement>(html`<a href="#/perangkat">Perangkat</a>`)
    await type(page, 'Jawaban paling sedikit', '40')
    link.click()
    await page.updateComplete
    const dialog = page.shadowRoot!.querySelector('ui-dialog')!
    expect([dialog.open, location.hash]).to.deep.equal([true, ''])
    dialog.dispatchEvent(new CustomEvent('primary'))
    await page.updateComplete
    expect(dialog.open).to.equal(false)
    button(page, 'Batalkan').click()
    await page.updateComplete
    link.click()
    expect(location.hash).to.equal('#/perangkat')
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('asks before it is left by the browser’s way back or another address, and the page stands there meanwhile', async () => {
    history.pushState(null, '', '#/perangkat')
    history.pushState(null, '', '#/pengaturan')
    const { frame, page } = await openInConsole()
    const shown = () => frame.shadowRoot!.querySelector('admin-settings') === page
    await type(page, 'Jawaban paling sedikit', '40')
    const dialog = page.shadowRoot!.querySelector('ui-dialog')!
    for (const [go, to] of [
      [() => history.back(), '#/perangkat'],
      [() => (location.hash = '#/saya'), '#/saya'],
    ] as const) {
      go()
      await waitUntil(() => dialog.open, to)
      expect([location.hash, shown(), field(page, 'Jawaban paling sedikit').value]).to.deep.equal([
        '#/pengaturan',
        true,
        '40',
      ])
      if (to === '#/saya') continue
      dialog.dispatchEvent(new CustomEvent('primary'))
      await waitUntil(() => !dialog.open)
    }
    dialog.dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => !shown())
    expect(location.hash).to.equal('#/saya')
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('asks before it is left by signing out', async () => {
    const page = await open()
    const shell = await fixture<HTMLElement>(html`<div><button></button></div>`)
    const left = heard(shell, 'signout')
    const signOut = () => emit(shell.querySelector('button')!, 'signout')
    await type(page, 'Jawaban paling sedikit', '40')
    signOut()
    await page.updateComplete
    const dialog = page.shadowRoot!.querySelector('ui-dialog')!
    expect([dialog.open, left.length]).to.deep.equal([true, 0])
    dialog.dispatchEvent(new CustomEvent('secondary'))
    expect(left).to.have.length(1)
  })

  it('stays while a save is under way, and the form says that it is saving', async () => {
    let answer = () => {}
    const page = await open({ [SETTINGS]: (r: never) => new Promise(done => (answer = () => done(made(r)))) })
    await type(page, 'Prioritas maju', '18')
    button(page, 'Simpan').click()
    await waitUntil(() => bar(page) === 'Sedang menyimpan…')
    await type(page, 'Jawaban paling sedikit', '66')
    answer()
    await waitUntil(() => bar(page) === 'Ada perubahan yang belum disimpan')
    expect(field(page, 'Jawaban paling sedikit').value).to.equal('66')
    expect(field(page, 'Prioritas maju').value).to.equal('18')
  })

  it('stays while everything else follows the office', async () => {
    const page = await open()
    await type(page, 'Prioritas maju', '18')
    page.office = { ...office, minRatings: 77, rules: { ...office.rules, priorityCreditMinutes: 22 } }
    await page.updateComplete
    expect(field(page, 'Jawaban paling sedikit').value).to.equal('77')
    expect(field(page, 'Prioritas maju').value).to.equal('18')
    button(page, 'Batalkan').click()
    await page.updateComplete
    expect(field(page, 'Prioritas maju').value).to.equal('22')
  })

  const twofold = (page: AdminSettings) => page.shadowRoot!.querySelector('overtaken-pane')!
  const said = (page: AdminSettings) => twofold(page).shadowRoot!.textContent!.replace(/\s+/g, ' ').trim()
  const take = async (page: AdminSettings, words: string) => {
    const sides = [...twofold(page).shadowRoot!.querySelectorAll('ui-button')]
    sides.find(b => b.textContent!.includes(words))!.click()
    await page.updateComplete
  }

  it('replaces what somebody else made of the same field only once both were shown and one was taken [A11] [A13]', async () => {
    const theirs = { ...office, rules: { ...office.rules, priorityCreditMinutes: 22 } }
    const page = await open({
      'GET /api/offices/samarinda': { office: theirs },
      [SETTINGS]: ({ body }: { body: OfficeChange & { seen: OfficeChange } }) =>
        body.seen.rules!.priorityCreditMinutes === 22
          ? { office: changedOffice(theirs, { rules: body.rules }), touched: 0 }
          : new AppError('SETTINGS_CHANGED', { fields: { 'rules.priorityCreditMinutes': 22 } }),
    })
    await type(page, 'Prioritas maju', '18')
    button(page, 'Simpan').click()
    await waitUntil(() => said(page).includes('22 menit'))
    expect(said(page)).to.include('Prioritas maju').and.include('18 menit')
    await expect(twofold(page)).to.be.accessible()
    await waitUntil(() => !button(page, 'Simpan').hasAttribute('busy'))
    // Saving once more without a word would replace what the other one made of it.
    button(page, 'Simpan').click()
    await waitUntil(() => bar(page).startsWith('Belum tersimpan'))
    await take(page, 'Pakai yang tersimpan')
    expect(field(page, 'Prioritas maju').value).to.equal('22')
    await take(page, 'Pakai ketikan saya')
    expect(field(page, 'Prioritas maju').value).to.equal('18')
    button(page, 'Simpan').click()
    await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
    expect(said(page)).to.equal('')
  })

  it('stands beside what somebody else made of the same field as soon as that is known, not only at the save [A13]', async () => {
    const page = await open()
    await type(page, 'Prioritas maju', '18')
    page.office = { ...office, rules: { ...office.rules, priorityCreditMinutes: 22 } }
    await page.updateComplete
    await waitUntil(() => said(page).includes('22 menit'))
    await take(page, 'Pakai yang tersimpan')
    expect(bar(page)).to.equal('Tidak ada perubahan')
  })

  it('has a name and words for each field in which two may differ [A13]', () => {
    const now = fieldsOf(standingOf(office))
    const hours = { open: '09:00', close: '12:00', breaks: [{ from: '10:00', to: '10:15' }] }
    const { id } = office.services[0]!
    const other: OfficeChange = {
      hours: { 1: hours, 2: null },
      holidays: ['2026-08-17'],
      specialHours: [{ name: ['Ramadan', 'Ramadan'], from: '2026-02-18', to: '2026-03-19', hours: [hours] }],
      runningText: ['Selamat datang', 'Welcome'],
      elsewhere: [{ name: ['SIM', 'Licence'], where: ['Satpas', 'Police'], keywords: ['sim'] }],
      minRatings: 77,
      rules: { returnPlaces: 7 },
      booking: { horizonDays: 9 },
      services: [
        {
          id,
          open: false,
          advises: true,
          keywords: ['lain'],
          booking: null,
          document: { name: ['A', 'B'], workingDays: 9 },
        },
      ],
    }
    const fields = [...fieldsOf(other)]
    expect(fields).to.have.length(14)
    for (const [field, value] of fields) {
      const said = [fieldName(field, office), fieldText(field, value), fieldText(field, now.get(field))]
      expect(said.join(), field).not.to.match(/undefined|\[object/)
      expect(said[1], field).not.to.equal(said[2])
    }
    expect(fieldText('hours.1', hours)).to.equal('09.00–12.00, istirahat 10.00–10.15')
  })

  it('is undone to how the office stands, asked anew after a save without an answer', async () => {
    const saved = { ...office, rules: { ...office.rules, priorityCreditMinutes: 18 } }
    const page = await open({
      'GET /api/offices/samarinda': { office: saved },
      [SETTINGS]: () => {
        throw new TypeError('no network')
      },
    })
    await type(page, 'Prioritas maju', '18')
    button(page, 'Simpan').click()
    await waitUntil(() => bar(page).startsWith('Server tidak terjangkau'))
    button(page, 'Batalkan').click()
    await waitUntil(() => bar(page) === 'Tidak ada perubahan')
    expect(field(page, 'Prioritas maju').value).to.equal('18')
  })
})
