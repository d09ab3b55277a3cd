import { aTimeout, elementUpdated, expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing'
import '../../console/admin/admin-settings.ts'
import '../../console/console-app.ts'
import type { ConsoleApp } from '../../console/console-app.ts'
import '../../console/desk/sheets/result-sheet.ts'
import '../../console/desk/sheets/transfer-sheet.ts'
import { dropSheets } from '../../console/desk/sheets/sheet-form.ts'
import '../../console/documents/new-date-dialog.ts'
import '../../console/front/front-book.ts'
import '../../console/front/front-group.ts'
import { formWithText } from '../../console/front/front-forms.ts'
import { keepText, keepTextOf, keptText } from '../../console/kept/kept-text.ts'
import '../../console/leave/takeover-dialog.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answerWith, restoreFetch } from '../helpers/console-answers.ts'
import { office, staffOf, still } from '../helpers/console-pages.ts'

const NAMES = Array.from({ length: 60 }, (_, i) => `Peserta ${i + 1}`).join('\n')
const ticket = { no: 0, id: 't-1', number: 'A-012', serviceId: 'ktp-el', due: 0 }
const day = {
  date: '2026-06-09',
  tickets: [ticket],
  counters: { 1: { id: '1', current: 0, state: 'open', services: [] } },
  waiting: {},
}
const browser = () => JSON.stringify({ ...localStorage, ...sessionStorage })
const staff = (id: string) => ({ id, username: id, name: id, officeId: 'samarinda', roles: [], permissions: [] })

/** Each form with the field in which somebody types, as it is drawn anew after a change of page or a reload. */
const FORMS = {
  'a helped booking': [
    () => html`<front-book .office=${office} today="2026-06-09"></front-book>`,
    'input[name=person]',
  ],
  'a group of sixty': [() => html`<front-group .office=${office} today="2026-06-09"></front-group>`, 'textarea'],
  'the note of a transfer': [
    () =>
      html`<desk-transfer .office=${office} .day=${day as unknown as QueueDay} .ticket=${ticket} counter="1">
      </desk-transfer>`,
    'label input',
  ],
  'the note of a refusal': [
    () => html`<desk-result .office=${office} .ticket=${ticket} .kind=${'refused'}></desk-result>`,
    'label input',
  ],
  'the note of a takeover': [
    () =>
      html`<takeover-dialog
        .office=${office}
        .staff=${staffOf('supervisor')}
        .day=${day as unknown as QueueDay}
        .counterId=${'1'}
      ></takeover-dialog>`,
    'input[name=note]',
  ],
  'the note of a new date': [
    () => html`<new-date-dialog heading="A-012" of="a1" today="2026-06-09"></new-date-dialog>`,
    'input[maxlength]',
  ],
  'the settings': [
    () => html`<admin-settings .office=${office} .staff=${staffOf('administrator')} .live=${still()}></admin-settings>`,
    'textarea',
  ],
} as const

type Form = keyof typeof FORMS

async function field(form: Form): Promise<HTMLInputElement> {
  const [draw, selector] = FORMS[form]
  const element = await fixture<HTMLElement>(draw())
  const found = () => element.shadowRoot!.querySelector<HTMLInputElement>(selector)
  await waitUntil(() => found(), form)
  return found()!
}

async function type(into: HTMLInputElement, text: string): Promise<void> {
  into.value = text
  into.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  const host = (into.getRootNode() as ShadowRoot).host
  await elementUpdated(host as never)
}

/** The page is left or loaded again. */
const leave = () => fixtureCleanup()

describe('what is typed and not sent', () => {
  beforeEach(() => {
    setLang('id')
    answerWith({ 'GET /api/offices': [200, { offices: [demoOffice], channels: [], demo: true }] })
    keepTextOf(undefined)
    keepTextOf('p1')
  })
  afterEach(() => {
    leave()
    restoreFetch()
    keepTextOf(undefined)
  })

  for (const form of Object.keys(FORMS) as Form[]) {
    it(`stands in ${form} again after a change of page or a reload, for the same person alone [A14]`, async () => {
      const text = form === 'a group of sixty' ? NAMES : '2026-12-28'
      await type(await field(form), text)
      leave()
      // A reload begins the console anew; the same person is signed in.
      keepTextOf('p1')
      expect((await field(form)).value).to.equal(text)
      leave()
      keepTextOf('p2')
      expect((await field(form)).value).not.to.contain(text)
      expect(browser()).not.to.contain(text.slice(0, 9))
    })
  }

  it('is of one ticket, and goes once that is sent or the question is left [A14]', async () => {
    await type(await field('the note of a transfer'), 'mohon dahulukan')
    expect(keptText('desk transfer t-2')).to.equal(undefined)
    leave()
    dropSheets('t-1')
    expect((await field('the note of a transfer')).value).to.equal('')
    leave()
    const note = await field('the note of a refusal')
    await type(note, 'data berbeda')
    note.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(browser()).not.to.contain('data berbeda')
  })

  it('is said where a whole form comes back, with a button that clears it [A14]', async () => {
    const text = await field('a group of sixty')
    await type(text, NAMES)
    expect(text.closest('form')!.querySelectorAll('ui-banner')).to.have.length(0)
    leave()
    expect(formWithText()).to.equal('group')
    const again = await field('a group of sixty')
    const form = again.closest('form')!
    expect(form.querySelector('ui-banner')!.textContent).to.contain('belum terkirim')
    form.querySelector<HTMLElement>('ui-banner ui-button')!.click()
    await waitUntil(() => again.value === '' && form.querySelectorAll('ui-banner').length === 0)
    expect(browser()).not.to.contain('Peserta')
  })

  it('goes with the sign-out, and is not written back by the page that is still there [A14]', async () => {
    const text = await field('a group of sixty')
    await type(text, NAMES)
    keepTextOf(undefined)
    await type(text, `${NAMES}\nTerakhir`)
    expect(browser()).not.to.contain('Peserta')
    keepTextOf('p2')
    await type(text, NAMES)
    expect(browser()).not.to.contain('Peserta')
  })

  it('is bounded: the oldest form goes first, what is too large is not kept, and nothing is older than twelve hours [A14]', () => {
    for (let n = 0; n < 5; n += 1) keepText(`form ${n}`, { text: 'x'.repeat(60_000) })
    expect([0, 1, 2, 3, 4].map(n => keptText(`form ${n}`) !== undefined)).to.deep.equal([
      false,
      false,
      true,
      true,
      true,
    ])
    keepText('form 9', { text: 'x'.repeat(300_000) })
    expect(keptText('form 9')).to.equal(undefined)
    expect(browser().length).to.be.lessThan(250_000)
    keepText('form 1', { text: 'pagi' })
    const now = Date.now
    Date.now = () => now() + 12 * 3_600_000
    expect(keptText('form 1')).to.equal(undefined)
    Date.now = now
  })

  it('is left alone where a program of before kept something else [A14]', () => {
    sessionStorage.setItem(
      'tanggap-kept-text',
      '{"of":"p1","forms":{"a":{"at":"x"},"b":7,"c":{"at":1,"fields":{"x":1}}}}',
    )
    for (const form of ['a', 'b', 'c']) expect(keptText(form)).to.equal(undefined)
    keepText('d', { text: 'baru' })
    expect(keptText('d')).to.deep.equal({ text: 'baru' })
  })
})

describe('a desk that several people share', () => {
  afterEach(() => {
    restoreFetch()
    keepTextOf(undefined)
  })

  async function open(me: string | undefined): Promise<ConsoleApp> {
    answerWith({
      'GET /api/offices': [200, { offices: [demoOffice], demo: true }],
      'GET /api/offices/samarinda/hall': [200, { office: demoOffice, often: [], demo: true }],
      'GET /api/me': me ? [200, { staff: staff(me) }] : [401, { error: { code: 'NOT_SIGNED_IN' } }],
      'POST /api/logout': [200, { ok: true }],
    })
    const app = await fixture<ConsoleApp>(html`<console-app></console-app>`)
    await aTimeout(50)
    await elementUpdated(app)
    return app
  }

  it('keeps the text of whoever loads the page again, and of whoever signs in again after the session [A14]', async () => {
    await open('p1')
    keepText('front group', { text: 'Peserta 1' })
    leave()
    await open('p1')
    expect(keptText('front group')).to.deep.equal({ text: 'Peserta 1' })
    leave()
    const app = await open(undefined)
    await waitUntil(() => app.shadowRoot!.querySelector('console-sign-in'), 'fetched', { timeout: 8_000 })
    app
      .shadowRoot!.querySelector('console-sign-in')!
      .dispatchEvent(new CustomEvent('signedin', { detail: staff('p1') }))
    expect(keptText('front group')).to.deep.equal({ text: 'Peserta 1' })
  })

  it('shows the next person nothing, and keeps nothing after a sign-out [A14]', async () => {
    await open('p1')
    keepText('front group', { text: 'Peserta 1' })
    leave()
    await open('p2')
    expect(browser()).not.to.contain('Peserta')
    keepText('front group', { text: 'Peserta 2' })
    const app = await fixture<ConsoleApp>(html`<console-app></console-app>`)
    await aTimeout(50)
    await elementUpdated(app)
    app.shadowRoot!.querySelector('console-frame')!.dispatchEvent(new CustomEvent('signout'))
    expect(browser()).not.to.contain('Peserta')
  })
})
