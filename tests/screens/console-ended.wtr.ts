import { aTimeout, elementUpdated, expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/console-app.ts'
import '../../console/frame/console-sign-in.ts'
import type { ConsoleApp } from '../../console/console-app.ts'
import { SIGNED_OUT } from '../../console/parts/ask.ts'
import type { EndedWhy } from '../../shared/contracts/live.ts'
import { hallView } from '../../shared/contracts/office-view.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { accessibleInThemes } from './ui-in-themes.ts'
import { answerWith, restoreFetch, sent } from '../helpers/console-answers.ts'

const staff = (id: string) => ({
  id,
  username: id,
  name: id,
  officeId: 'samarinda',
  roles: [],
  permissions: [],
  offices: [],
})
const part = (app: ConsoleApp, tag: string) => app.shadowRoot!.querySelector<HTMLElement>(tag)

async function signedIn(): Promise<ConsoleApp> {
  answerWith({
    'GET /api/offices': [200, { offices: [demoOffice], demo: true, now: Date.now() }],
    'GET /api/offices/samarinda/hall': [200, { office: demoOffice, often: [], demo: true }],
    'GET /api/me': [200, { staff: staff('p1') }],
    'POST /api/login': [200, { staff: staff('p1') }],
  })
  const app = await fixture<ConsoleApp>(html`<console-app></console-app>`)
  await aTimeout(50)
  await elementUpdated(app)
  return app
}

async function ended(app: ConsoleApp, why?: EndedWhy): Promise<void> {
  window.dispatchEvent(new CustomEvent(SIGNED_OUT, { detail: why }))
  await waitUntil(() => part(app, 'console-sign-in')?.shadowRoot)
}

describe('a console whose session has ended', () => {
  afterEach(restoreFetch)

  it('asks for the password, says why, and shows nothing of the page', async () => {
    const app = await signedIn()
    await ended(app)
    await ended(app, 'idle')
    expect(part(app, 'console-frame')!.getClientRects()).to.have.length(0)
    expect(part(app, 'console-sign-in')!.shadowRoot!.textContent).to.contain('Empat jam tanpa kegiatan')
  })

  it('is told to the server as soon as it can be, where somebody signed out without a network, and lets nobody in before [O131]', async () => {
    localStorage.clear()
    const app = await signedIn()
    part(app, 'console-frame')!.dispatchEvent(new CustomEvent('signout'))
    await waitUntil(() => part(app, 'console-sign-in')?.shadowRoot?.textContent!.includes('belum berakhir di server'))
    await accessibleInThemes(app)
    app.remove()
    const known = {
      'GET /api/offices': [200, { offices: [demoOffice], demo: true, now: Date.now() }],
      'GET /api/me': [200, { staff: staff('p1') }],
    } as const
    answerWith(known)
    const again = await fixture<ConsoleApp>(html`<console-app></console-app>`)
    await waitUntil(() => again.shadowRoot!.querySelector('ui-state[kind=offline]'))
    answerWith({
      ...known,
      'GET /api/me': [401, { error: { code: 'NOT_SIGNED_IN' } }],
      'POST /api/logout': [200, { ok: true }],
    })
    again.shadowRoot!.querySelector('ui-state')!.dispatchEvent(new CustomEvent('retry'))
    await waitUntil(() => part(again, 'console-sign-in')?.shadowRoot)
    expect(sent.map(s => s.route)).to.deep.equal(['POST /api/logout'])
    expect(part(again, 'console-sign-in')!.shadowRoot!.textContent).not.to.contain('belum berakhir di server')
  })

  it('goes on with the very page and all that was typed once the same person has signed in', async () => {
    const app = await signedIn()
    const frame = part(app, 'console-frame')!
    await ended(app, 'expired')
    part(app, 'console-sign-in')!.dispatchEvent(new CustomEvent('signedin', { detail: staff('p1') }))
    await elementUpdated(app)
    expect(part(app, 'console-frame')).to.equal(frame)
    expect(frame.getClientRects().length).to.be.greaterThan(0)
    expect(part(app, 'console-sign-in')).to.equal(null)
  })

  it('shows another person a console of their own', async () => {
    const app = await signedIn()
    const frame = part(app, 'console-frame')!
    await ended(app, 'idle')
    part(app, 'console-sign-in')!.dispatchEvent(new CustomEvent('signedin', { detail: staff('p2') }))
    await elementUpdated(app)
    expect(part(app, 'console-frame')).not.to.equal(frame)
    expect(frame.isConnected).to.equal(false)
  })
})

describe('a console of somebody who sets the office up', () => {
  afterEach(() => {
    restoreFetch()
    history.replaceState(null, '', location.pathname)
  })

  it('comes up without what services say at length, and reads that for the pages that show it', async () => {
    const asked: string[] = []
    const office = hallView(demoOffice)
    answerWith({
      'GET /api/offices': [200, { offices: [{ id: office.id, name: office.name }], demo: true, now: Date.now() }],
      'GET /api/me': [200, { staff: { ...staff('p1'), permissions: ['office.configure', 'officer.read.own'] } }],
      'GET /api/offices/samarinda/hall': [200, { office, often: [], demo: true }],
    })
    const lean = window.fetch
    window.fetch = async (input, init) => {
      asked.push(String(input))
      return String(input) === '/api/offices/samarinda' ? Response.json({ office: demoOffice }) : lean(input, init)
    }
    history.replaceState(null, '', '#/catatan')
    const app = await fixture<ConsoleApp>(html`<console-app></console-app>`)
    const shown = (tag: string) =>
      part(app, 'console-frame')?.shadowRoot?.querySelector<HTMLElement & { office: object }>(tag)
    await waitUntil(() => shown('console-record'), 'shown', { timeout: 8_000 })
    expect(asked).to.include('/api/offices/samarinda/hall').and.not.include('/api/offices/samarinda')
    expect(shown('console-record')!.office).to.deep.equal(office)
    location.hash = '#/pengaturan/loket'
    await waitUntil(() => shown('admin-counters'), 'shown', { timeout: 8_000 })
    expect(asked).to.include('/api/offices/samarinda')
    expect(shown('admin-counters')!.office).to.deep.equal(demoOffice)
    const reads = () => asked.filter(url => url === '/api/offices/samarinda').length
    await aTimeout(50)
    expect(reads(), 'once for the first page that shows it').to.equal(1)
    // Somebody else may have changed it by the next page, which is there at once all the same.
    location.hash = '#/pengaturan/layanan'
    await waitUntil(() => shown('admin-services'), 'shown', { timeout: 8_000 })
    await waitUntil(() => reads() === 2)
    await aTimeout(50)
    expect(reads()).to.equal(2)
  })
})
