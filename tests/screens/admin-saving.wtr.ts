import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { AppError } from '../../shared/kit/errors.ts'
import { changedOffice, type OfficeChange } from '../../shared/office/change.ts'
import { setLang } from '../../shared/web/lang.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { office } from '../helpers/console-pages.ts'
import { SETTINGS, bar, button, field, made, open, server, type } from '../helpers/settings-form.ts'
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
    const names = [...hours.shadowRoot!.querySelectorAll('input[type=time]')].map(i => i.ariaLabel!.toLowerCase())
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

  it('asks before it is left by the browser’s way back', async () => {
    history.pushState(null, '', '#/perangkat')
    history.pushState(null, '', '#/pengaturan')
    const page = await open()
    const routed: string[] = []
    const route = () => routed.push(location.hash)
    window.addEventListener('hashchange', route)
    await type(page, 'Jawaban paling sedikit', '40')
    history.back()
    const dialog = page.shadowRoot!.querySelector('ui-dialog')!
    await waitUntil(() => dialog.open)
    expect([location.hash, routed.length]).to.deep.equal(['#/pengaturan', 0])
    expect(field(page, 'Jawaban paling sedikit').value).to.equal('40')
    dialog.dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => routed.length === 1)
    expect(location.hash).to.equal('#/perangkat')
    window.removeEventListener('hashchange', route)
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

  it('replaces what somebody else made of the same field only once that was shown', async () => {
    const theirs = { ...office, rules: { ...office.rules, priorityCreditMinutes: 22 } }
    const page = await open({
      'GET /api/offices': { offices: [theirs], demo: true },
      [SETTINGS]: ({ body }: { body: OfficeChange & { seen: OfficeChange } }) =>
        body.seen.rules!.priorityCreditMinutes === 22
          ? { office: changedOffice(theirs, { rules: body.rules }), touched: 0 }
          : new AppError('SETTINGS_CHANGED', { fields: { 'rules.priorityCreditMinutes': 22 } }),
    })
    await type(page, 'Prioritas maju', '18')
    button(page, 'Simpan').click()
    await waitUntil(() => bar(page).includes('orang lain baru saja mengubah Prioritas maju menjadi 22 menit'))
    expect(field(page, 'Prioritas maju').value).to.equal('18')
    await waitUntil(() => !button(page, 'Simpan').hasAttribute('busy'))
    button(page, 'Simpan').click()
    await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
  })

  it('is undone to how the office stands, asked anew after a save without an answer', async () => {
    const saved = { ...office, rules: { ...office.rules, priorityCreditMinutes: 18 } }
    const page = await open({
      'GET /api/offices': { offices: [saved], demo: true },
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
