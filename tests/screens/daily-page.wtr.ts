import { expect, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import { keepDraft, keepDraftsOf, keptDays, keptDraft, leaveDrafts } from '../../console/kept/kept-draft.ts'
import { keepTextOf } from '../../console/kept/kept-text.ts'
import { setLang } from '../../shared/web/lang.ts'
import { at, wordsOf } from '../helpers/console-pages.ts'
import {
  activity,
  button,
  DAY,
  field,
  opened,
  PATH,
  report,
  SENT,
  server,
  status,
  type,
  writing,
} from '../helpers/daily-page.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

describe('the daily report', () => {
  beforeEach(() => {
    localStorage.clear()
    setLang('id')
    keepTextOf('p1')
    keepDraftsOf('p1')
  })
  afterEach(async () => {
    server.restore()
    for (const page of document.querySelectorAll('console-daily, team-reports')) page.remove()
    localStorage.clear()
    await setViewport({ width: 1280, height: 800 })
  })

  it('says while somebody types that a report has become too long to be sent [O212]', async () => {
    const page = await opened({ [`GET ${PATH}`]: report() })
    const writing = () => page.shadowRoot!.querySelector('report-writing')!
    const text = { activities: [{ ...activity, id: 'lang', what: 'x'.repeat(19_000) }], note: '' }
    writing().dispatchEvent(new CustomEvent('text', { detail: text, bubbles: true, composed: true }))
    await waitUntil(() => wordsOf(writing()).includes('Terlalu panjang untuk sekali kirim'), 'not told')
    expect(page.shadowRoot!.querySelector('.dock ui-button')!.hasAttribute('disabled')).to.equal(true)
  })

  it('takes a file off the server with the line, keeps it where that fails, and with a removed line once it is not undone [O407]', async () => {
    const named = (id: string) => ({ id, name: `${id}.png`, type: 'image/png', bytes: 9, at: at('15:00') })
    const line = (id: string, file: string) => ({ ...activity, id, what: id, files: [file] })
    const text = { activities: [line('rapat', 'f1'), line('jemput', 'f2')], note: '' }
    const times = { begunAt: at('15:10'), writtenAt: at('15:20'), receivedAt: at('15:20') }
    const drafts = [{ device: 'ponsel-0001-uji', kind: 'phone', rev: 1, ...times, text }]
    let answer = (): object => {
      throw new TypeError('no network')
    }
    const gone = (id: string) => `POST ${PATH}/files/${id}/remove`
    const page = await opened({
      ...{ [`GET ${PATH}`]: report({ drafts, files: [named('f1'), named('f2')] }), [`POST ${PATH}/draft`]: { drafts } },
      ...{ [gone('f1')]: () => answer(), [gone('f2')]: { removed: true } },
    })
    const taken = () => server.asked.filter(a => a.path.endsWith('/remove')).map(a => a.path.split('/').at(-2))
    await waitUntil(() => button(writing(page), 'Hapus'), 'no line')
    button(writing(page), 'Ubah').click()
    await page.updateComplete
    const form = () => writing(page).querySelector('activity-form')!.shadowRoot!
    await waitUntil(() => button(form(), 'Lepas f1.png'), 'no file')
    button(form(), 'Lepas f1.png').click()
    await waitUntil(() => wordsOf(form().host).includes('begitu tersambung'), 'not told')
    expect(button(form(), 'Lepas f1.png').hasAttribute('disabled')).to.equal(false)
    answer = () => ({ removed: true })
    button(form(), 'Lepas f1.png').click()
    await waitUntil(() => !wordsOf(form().host).includes('f1.png'), 'still named')
    expect(taken()).to.deep.equal(['f1', 'f1'])
    button(writing(page), 'Hapus').click()
    await page.updateComplete
    expect(taken()).to.deep.equal(['f1', 'f1'])
    type(field(page, 'what'), 'Rapat lain')
    await waitUntil(() => taken().length === 3, 'not taken')
    expect(taken()).to.deep.equal(['f1', 'f1', 'f2'])
  })

  it('names the line and the field that cannot be sent, and makes a link whole by itself [O290]', async () => {
    const page = await opened({
      ...{ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: { drafts: [] }, [`POST ${PATH}/send`]: { ok: true } },
    })
    const send = () => button(page.shadowRoot!, 'Kirim ke pejabat penilai').click()
    const sent = () => server.asked.filter(a => a.path.endsWith('/send'))
    const typed = async (name: string, text: string) => {
      type(field(page, name), text)
      await page.updateComplete
    }
    await waitUntil(() => button(page.shadowRoot!, 'Kirim ke pejabat penilai'))
    await typed('what', 'Rapat SKM')
    await typed('from', '13.30')
    await typed('to', '12.00')
    await typed('link', 'drive.google.com/abc')
    await waitUntil(() => field(page, 'to').getAttribute('aria-invalid') === 'true')
    send()
    await waitUntil(() =>
      /“Sampai” pada kegiatan “Rapat SKM”/.test(page.shadowRoot!.querySelector('.dock')!.textContent!),
    )
    expect(sent()).to.have.length(0)
    await accessibleInThemes(page)
    await typed('to', '14.00')
    send()
    await waitUntil(() => sent().length === 1)
    expect(sent()[0]!.body).to.nested.include({ 'text.activities[0].link': 'https://drive.google.com/abc' })
  })

  it('shows what the assessor wrote above the form, and lines with their buttons on a phone [O135]', async () => {
    const page = await opened({ [`GET ${PATH}`]: report(SENT) })
    await waitUntil(() => page.shadowRoot!.querySelector('ui-banner[tone=info]'))
    expect(page.shadowRoot!.querySelector('ui-banner')!.textContent).to.include('Sudah termasuk RT 12?')
    page
      .shadowRoot!.querySelector('sent-report')!
      .dispatchEvent(new CustomEvent('correct', { detail: SENT.versions[0]!.text }))
    await waitUntil(() => page.shadowRoot!.querySelector('report-writing')?.shadowRoot?.querySelector('activity-form'))
    await setViewport({ width: 360, height: 740 })
    button(writing(page).querySelector('activity-form')!.shadowRoot!, 'Tambahkan').click()
    await waitUntil(() => writing(page).querySelector('.lines li'))
    const what = writing(page).querySelectorAll<HTMLElement>('.lines li > span')[1]!
    expect(what.getBoundingClientRect().width).to.be.above(180)
  })

  it('shows the counter’s work as facts, and can be read in every theme, also on a phone [O130]', async () => {
    const page = await opened({ [`GET ${PATH}`]: report(SENT) })
    expect(wordsOf(page))
      .to.include('12 orang dilayani')
      .and.include('10 dari 12 dalam standar')
      .and.include('Gangguan')
    const sent = page.shadowRoot!.querySelector('sent-report')!
    await waitUntil(() => wordsOf(sent).includes('RT 12'))
    expect(wordsOf(sent)).to.include('Ditulis di perangkat 15.20, diterima server 15.47')
    await accessibleInThemes(page)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
  })

  it('keeps every key on the device at once and on the server a moment later [O131]', async () => {
    const page = await opened({ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: { drafts: [] } })
    type(field(page, 'what'), 'Rapat SKM')
    expect(keptDraft(DAY)!.text.activities[0]!.what).to.equal('Rapat SKM')
    await page.updateComplete
    expect(status(page)).to.include('Draf tersimpan di sini')
    await waitUntil(() => status(page).includes('di sini dan di server'), 'not saved', { timeout: 4_000 })
    const draft = server.asked.find(a => a.path.endsWith('/draft'))!
    expect(draft.body).to.nested.include({ 'text.activities[0].what': 'Rapat SKM', kind: 'computer' })
    await accessibleInThemes(page)
  })

  it('comes back as it was typed after the page is gone, also when a colleague was at the same PC, who sees nothing of it [O131]', async () => {
    const gone = () => {
      throw new TypeError('no network')
    }
    const first = await opened({ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: gone })
    type(field(first, 'what'), 'Rapat SKM')
    first.remove()
    server.restore()
    leaveDrafts()
    const again = await opened({ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: gone })
    await waitUntil(() => writing(again).textContent!.includes('Rapat SKM'))
    again.remove()
    server.restore()
    keepTextOf('p2')
    keepDraftsOf('p2')
    expect(keptDays()).to.deep.equal([])
    const colleague = await opened({ [`GET ${PATH}`]: report() })
    expect(writing(colleague).textContent).not.to.include('Rapat')
    leaveDrafts()
    keepTextOf('p1')
    keepDraftsOf('p1')
    expect(keptDraft(DAY)!.text.activities[0]!.what, 'back at the same PC').to.equal('Rapat SKM')
    keepDraft(DAY, { ...keptDraft(DAY)!, writtenAt: Date.now() - 15 * 86_400_000 })
    keepDraftsOf('p2')
    expect(JSON.stringify({ ...localStorage })).not.to.include('Rapat')
  })

  it('is sent as soon as there is a connection, as one act, and says so until then [O131 O132]', async () => {
    let away = true
    const lost = (value: unknown) => () => {
      if (away) throw new TypeError('no network')
      return value
    }
    const page = await opened({
      [`GET ${PATH}`]: report(),
      [`POST ${PATH}/draft`]: lost({ drafts: [] }),
      [`POST ${PATH}/send`]: lost({ ok: true }),
    })
    type(field(page, 'what'), 'Rapat SKM')
    await waitUntil(() => page.shadowRoot!.querySelector('.lines'))
    button(page.shadowRoot!, 'Kirim ke pejabat penilai').click()
    await waitUntil(() => status(page).includes('akan dikirim begitu tersambung'), 'not queued')
    expect(status(page)).to.include('Belum terkirim.')
    away = false
    window.dispatchEvent(new Event('online'))
    await waitUntil(() => keptDraft(DAY) === undefined, 'not sent', { timeout: 4_000 })
    const sends = server.asked.filter(a => a.path.endsWith('/send'))
    expect(new Set(sends.map(s => s.key)).size).to.equal(1)
    expect(sends.at(-1)!.body).to.nested.include({ seen: 0, 'text.activities[0].what': 'Rapat SKM' })
  })

  it('offers both drafts where two devices hold one [O131]', async () => {
    const other = {
      ...{ device: 'komputer-0002', kind: 'phone', rev: 4, begunAt: at('15:00'), writtenAt: at('15:19') },
      ...{ receivedAt: at('15:19'), text: { activities: [activity], note: '' } },
    }
    const page = await opened({ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: { drafts: [other] } })
    type(field(page, 'what'), 'Rapat SKM')
    await waitUntil(() => page.shadowRoot!.querySelector('draft-choice'), 'no choice', { timeout: 4_000 })
    const choice = page.shadowRoot!.querySelector('draft-choice')!
    expect(wordsOf(choice)).to.include('Ada dua draf hari ini.')
    await accessibleInThemes(page)
    button(choice.shadowRoot!, 'Pakai yang di ponsel').click()
    expect(keptDraft(DAY)!.text.activities[0]!.what).to.equal('Berkas jemput bola')
    expect(keptDraft(DAY)!.replaces).to.deep.equal({ device: 'komputer-0002', rev: 4 })
  })
})
